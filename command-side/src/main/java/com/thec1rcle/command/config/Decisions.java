package com.thec1rcle.command.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets aggregates decide. Several commands of one aggregate share one root unit of work, each in a nested one of its
 * own: what one refuses disturbs nobody, and nobody hears an answer before all events are written. If one of them
 * fails, all are undone and redone without it.
 */
final class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final int MAX_ATTEMPTS = 8;
    private static final int MAX_ATTEMPTS_TOGETHER = 3;

    private final TransactionManager transactions;
    private final CommandBusSpanFactory spans;
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;
    private final Counter conflicts;
    private final Counter failures;

    Decisions(
            TransactionManager transactions,
            CommandBusSpanFactory spans,
            List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.spans = spans;
        this.interceptors = interceptors;
        conflicts = meters.counter("c1rcle.lanes.redone", "because", "conflict");
        failures = meters.counter("c1rcle.lanes.redone", "because", "failure");
    }

    /** Decides in the given order; afterwards every command has its answer. */
    void decide(List<PendingCommand<?, ?>> commands) {
        Deque<Share> shares = new ArrayDeque<>(List.of(new Share(commands, 1)));
        try {
            while (!shares.isEmpty()) {
                List<Share> again = attempt(shares.getFirst());
                shares.removeFirst();
                again.reversed().forEach(shares::addFirst);
            }
        } catch (StoreUnreachable nothingBegan) {
            LOG.warn("The event store is out of reach; {} commands are told to try again.", left(shares), nothingBegan);
            answerAll(shares, Answers.busy());
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("Deciding failed in a way nobody foresaw; {} commands hear so.", left(shares), unforeseen);
            answerAll(shares, Answers.failed(unforeseen));
        }
    }

    /** Decides a command that a handler sent from within its own decision: it shares that one's fate. */
    void decideWithin(PendingCommand<?, ?> command) {
        CommandResultMessage<?> result = handle(command, started(command));
        forgetUnborn(CurrentUnitOfWork.get().root());
        command.answer(Answers.translated(result));
    }

    /** Lets a conversation ask around. It writes nothing itself, so it holds no transaction while it waits. */
    void converse(PendingCommand<?, ?> command) {
        try {
            command.answer(Answers.translated(handle(command, DefaultUnitOfWork.startAndGet(command.message()))));
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("A conversation failed in a way nobody foresaw.", unforeseen);
            command.answer(Answers.failed(unforeseen));
        } finally {
            undoWhatIsOpen(null);
        }
    }

    /** @return what is to be done anew, in order; the rest has its answer */
    private List<Share> attempt(Share share) {
        try {
            return switch (share.commands().size()) {
                case 0 -> List.of();
                case 1 -> alone(share);
                default -> together(share);
            };
        } finally {
            undoWhatIsOpen(null);
        }
    }

    private List<Share> alone(Share share) {
        PendingCommand<?, ?> command = share.commands().getFirst();
        CarefulUnitOfWork unit = begin(command);
        CommandResultMessage<?> result = handle(command, unit);
        boolean conflict = unit.isRolledBack() && Answers.isConflict(result.exceptionResult());
        if (conflict && share.attempt() < MAX_ATTEMPTS) {
            conflicts.increment();
            return List.of(share.again());
        }
        command.answer(
                unit.isInDoubt() && !conflict ? Answers.unknown(result.exceptionResult()) : Answers.translated(result));
        return List.of();
    }

    private List<Share> together(Share share) {
        CarefulUnitOfWork root = begin(share.commands().getFirst());
        List<CommandResultMessage<?>> results = new ArrayList<>();
        for (PendingCommand<?, ?> command : share.commands()) {
            CarefulUnitOfWork nested = started(command);
            CommandResultMessage<?> result = handle(command, nested);
            if (!nested.isNestedDone()) {
                undoWhatIsOpen(result.exceptionResult());
                failures.increment();
                return share.around(results.size());
            }
            results.add(result);
            forgetUnborn(root);
        }
        try {
            root.commit();
        } catch (RuntimeException failure) {
            return notCommitted(share, root, failure);
        }
        for (int i = 0; i < results.size(); i++) {
            share.commands().get(i).answer(Answers.translated(results.get(i)));
        }
        return List.of();
    }

    private List<Share> notCommitted(Share share, CarefulUnitOfWork root, RuntimeException failure) {
        if (Answers.isConflict(failure)) {
            conflicts.increment();
            return share.attempt() < MAX_ATTEMPTS_TOGETHER ? List.of(share.again()) : share.oneByOne();
        }
        if (root.isInDoubt()) {
            // Redoing could do it twice.
            LOG.warn(
                    "The event store failed while it was writing for {} commands.",
                    share.commands().size(),
                    failure);
            share.commands().forEach(command -> command.answer(Answers.unknown(failure)));
            return List.of();
        }
        failures.increment();
        return share.oneByOne();
    }

    private CarefulUnitOfWork begin(PendingCommand<?, ?> command) {
        CarefulUnitOfWork unit = started(command);
        try {
            unit.attachTransaction(transactions);
            return unit;
        } catch (RuntimeException failure) {
            throw new StoreUnreachable(failure);
        }
    }

    private static CarefulUnitOfWork started(PendingCommand<?, ?> command) {
        CarefulUnitOfWork unit = new CarefulUnitOfWork(command.message());
        unit.start();
        return unit;
    }

    private CommandResultMessage<?> handle(PendingCommand<?, ?> command, UnitOfWork<? extends CommandMessage<?>> unit) {
        return spans.createHandleCommandSpan(command.message(), false)
                .runSupplier(() -> GenericCommandResultMessage.asCommandResultMessage(unit.executeWithResult(
                        () -> new DefaultInterceptorChain<>(unit, interceptors, command.handler()).proceed(),
                        RollbackConfigurationType.UNCHECKED_EXCEPTIONS)));
    }

    /**
     * The framework keeps the aggregates of a root unit of work at hand. One whose creation was refused has no id, one
     * that ended is no more: the next command must look for itself, as it would in a unit of work of its own.
     */
    private static void forgetUnborn(UnitOfWork<?> root) {
        for (Object resource : root.resources().values()) {
            if (resource instanceof Map<?, ?> kept) {
                kept.values()
                        .removeIf(value -> value instanceof Aggregate<?> aggregate
                                && (aggregate.identifier() == null || aggregate.isDeleted()));
            }
        }
    }

    /** Also what a handler forgot: left open, it would swallow whatever this thread decides next. */
    private static void undoWhatIsOpen(@Nullable Throwable cause) {
        while (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> open = CurrentUnitOfWork.get();
            if (open.isActive() && open.phase().isBefore(UnitOfWork.Phase.ROLLBACK)) {
                open.rollback(cause == null ? new IllegalStateException("This was left open.") : cause);
            } else {
                CurrentUnitOfWork.clear(open);
            }
        }
    }

    private static int left(Deque<Share> shares) {
        return shares.stream().mapToInt(share -> share.commands().size()).sum();
    }

    private static void answerAll(Deque<Share> shares, CommandResultMessage<?> answer) {
        shares.forEach(share -> share.commands().forEach(command -> command.answer(answer)));
    }

    /** Commands that are decided in one unit of work, and how often this has been tried. */
    private record Share(List<PendingCommand<?, ?>> commands, int attempt) {
        Share again() {
            return new Share(commands, attempt + 1);
        }

        /** Those before, the one at this place by itself, and those after, so that the order stays. */
        List<Share> around(int place) {
            return List.of(
                    new Share(commands.subList(0, place), 1),
                    new Share(commands.subList(place, place + 1), 1),
                    new Share(commands.subList(place + 1, commands.size()), 1));
        }

        List<Share> oneByOne() {
            return commands.stream()
                    .map(command -> new Share(List.of(command), 1))
                    .toList();
        }
    }

    /** No transaction could be begun, so nothing happened. */
    private static final class StoreUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreUnreachable(Throwable cause) {
            super("No transaction could be begun.", cause);
        }
    }
}
