package com.thec1rcle.command.config;

import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command on its way: who decides it, and who waits. Whoever waits gets exactly one answer.
 *
 * @param <C> what is asked
 * @param <R> what is answered
 */
final class PendingCommand<C, R> {
    private static final Logger LOG = LoggerFactory.getLogger(PendingCommand.class);

    private final CommandMessage<C> message;
    private final MessageHandler<? super CommandMessage<?>> handler;
    private final CommandCallback<? super C, ? super R> callback;
    private final long arrivedNanos;
    private final AtomicBoolean answered = new AtomicBoolean();

    PendingCommand(
            CommandMessage<C> message,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback,
            long arrivedNanos) {
        this.message = message;
        this.handler = handler;
        this.callback = callback;
        this.arrivedNanos = arrivedNanos;
    }

    CommandMessage<C> message() {
        return message;
    }

    MessageHandler<? super CommandMessage<?>> handler() {
        return handler;
    }

    long arrivedNanos() {
        return arrivedNanos;
    }

    /** Answers, unless it is answered already. */
    @SuppressWarnings("unchecked") // The framework promises the type of the answer to whoever asks, and checks nothing.
    void answer(CommandResultMessage<?> result) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try {
            callback.onResult(message, (CommandResultMessage<? extends R>) result);
        } catch (RuntimeException failed) {
            // It has its answer; what it did with it is no reason to keep the others waiting for theirs.
            LOG.error("Whoever asked {} could not take the answer.", message.getCommandName(), failed);
        }
    }
}
