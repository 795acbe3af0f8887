package com.thec1rcle.kernel.error;

/** A reason not to start that the person starting can do something about; its message is one clear sentence. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
