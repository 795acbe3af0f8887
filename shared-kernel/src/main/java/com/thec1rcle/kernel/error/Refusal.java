package com.thec1rcle.kernel.error;

import java.util.Map;

/**
 * The system says no, and why. Checked on purpose: a refusal is an answer, so it neither rolls back nor evicts the
 * aggregate that gave it.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalDetails details;

    public Refusal(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param facts named facts for the answer's body, such as {@code available} */
    public Refusal(ErrorCode code, String message, Map<String, String> facts) {
        this(new RefusalDetails(code, message, facts));
    }

    public Refusal(RefusalDetails details) {
        super(details.message(), null, false, false);
        this.details = details;
    }

    public ErrorCode code() {
        return details.code();
    }

    public RefusalDetails details() {
        return details;
    }
}
