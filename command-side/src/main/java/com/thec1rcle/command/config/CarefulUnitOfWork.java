package com.thec1rcle.command.config;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit of work of an aggregate that knows whether its events may have been written, and that lets no error escape
 * half-way: locks are let go of and the cache forgets what was undone, whatever is thrown.
 */
final class CarefulUnitOfWork extends DefaultUnitOfWork<CommandMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(CarefulUnitOfWork.class);

    private boolean committing;

    CarefulUnitOfWork(CommandMessage<?> message) {
        super(message);
    }

    /** Whether this thread is in the middle of deciding, and what is decided now can still go with it. */
    static boolean isDeciding() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root() instanceof CarefulUnitOfWork root
                && !root.phase().isAfter(Phase.PREPARE_COMMIT);
    }

    /** It came to its end, by a decision or a refusal, and waits for its root. */
    boolean isNestedDone() {
        return phase() == Phase.COMMIT && !isRolledBack();
    }

    /** It was undone after the store had been told to write: nobody knows whether it did. */
    boolean isInDoubt() {
        return committing && isRolledBack();
    }

    /** Not by a handler of its own: those run last come, first served, so it would run after the store's. */
    @Override
    protected void notifyHandlers(Phase phase) {
        committing |= phase == Phase.COMMIT;
        try {
            super.notifyHandlers(phase);
        } catch (Error error) {
            if (!phase.isSuppressHandlerErrors()) {
                throw new IllegalStateException("An error while deciding.", error);
            }
            LOG.error("An error in the phase {}; the rest of it is done all the same.", phase, error);
            notifyHandlers(phase);
        }
    }
}
