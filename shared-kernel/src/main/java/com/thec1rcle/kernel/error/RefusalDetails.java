package com.thec1rcle.kernel.error;

import java.io.Serializable;
import java.util.Map;

/** What travels of a refusal between processes, where exception types do not. */
public record RefusalDetails(ErrorCode code, String message, Map<String, String> facts) implements Serializable {
    public RefusalDetails {
        facts = Map.copyOf(facts);
    }
}
