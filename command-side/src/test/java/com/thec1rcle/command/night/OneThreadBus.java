package com.thec1rcle.command.night;

import java.util.ArrayDeque;
import java.util.Deque;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Decides every command on the caller's thread, in a unit of work of its own: what a conversation has asked for is done,
 * whatever becomes of the conversation, as it is when each has its own thread.
 */
final class OneThreadBus extends SimpleCommandBus {
    OneThreadBus() {
        super(SimpleCommandBus.builder());
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        Deque<UnitOfWork<?>> outer = new ArrayDeque<>();
        while (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> unit = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(unit);
            outer.push(unit);
        }
        try {
            super.handle(command, handler, callback);
        } finally {
            outer.forEach(CurrentUnitOfWork::set);
        }
    }
}
