package com.thec1rcle.command.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What is said to a command: exception types do not travel between processes, so every refusal becomes details. */
final class Answers {
    private Answers() {}

    /** Nothing was decided, and nothing written: asking again is safe. */
    static CommandResultMessage<?> busy() {
        return refused(ErrorCode.TOO_BUSY, "Too many requests are waiting; try again shortly.");
    }

    /** No details: nobody knows whether it happened. */
    static CommandResultMessage<?> unknown(Throwable failure) {
        return GenericCommandResultMessage.asCommandResultMessage(
                new CommandOutcomeUnknown("The event store failed while it was writing.", failure));
    }

    static CommandResultMessage<?> failed(Throwable failure) {
        return GenericCommandResultMessage.asCommandResultMessage(failure);
    }

    static CommandResultMessage<?> translated(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return result;
        }
        Throwable failure = result.exceptionResult();
        if (failure instanceof Refusal refusal) {
            return refused(refusal.details());
        }
        if (failure instanceof AggregateDeletedException || failure instanceof AggregateNotFoundException) {
            return refused(ErrorCode.NOT_FOUND, "There is nothing under this id.");
        }
        if (isConflict(failure)) {
            return refused(ErrorCode.CONCURRENT_CHANGE, "This is being changed by many at once; try again.");
        }
        return result;
    }

    /** Another process, or a racing creation, was first: the decision is made anew on what is there now. */
    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || (message != null && message.contains("AXONIQ-2000"))) {
                return true;
            }
        }
        return false;
    }

    /** One word for the metrics: accepted, the code of the refusal, or failed. */
    static String outcome(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return "accepted";
        }
        return result.exceptionDetails()
                .filter(RefusalDetails.class::isInstance)
                .map(details -> ((RefusalDetails) details).code().name())
                .orElse("failed");
    }

    private static CommandResultMessage<?> refused(ErrorCode code, String message) {
        return refused(new RefusalDetails(code, message, Map.of()));
    }

    private static CommandResultMessage<?> refused(RefusalDetails details) {
        return GenericCommandResultMessage.asCommandResultMessage(
                new CommandExecutionException(details.message(), null, details));
    }
}
