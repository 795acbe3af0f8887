package com.thec1rcle.command.config;

/** No answer came to a command, or one that nobody decided; it may have happened. */
public final class CommandOutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandOutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
