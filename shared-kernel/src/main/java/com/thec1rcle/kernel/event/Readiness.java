package com.thec1rcle.kernel.event;

import java.util.List;

/** Whether an event meets every rule of publication but the venue's answer, and which it does not. */
public record Readiness(boolean ready, List<MissingStep> missing) {
    public Readiness {
        missing = List.copyOf(missing);
    }
}
