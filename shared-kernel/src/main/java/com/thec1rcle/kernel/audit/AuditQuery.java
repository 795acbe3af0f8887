package com.thec1rcle.kernel.audit;

import com.thec1rcle.kernel.message.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of the past. */
public sealed interface AuditQuery {
    /**
     * The history of one aggregate, first event first; answers an AuditHistory.
     *
     * @param asOf shows nothing that happened later; absent for everything
     */
    record FindHistory(
            Actor viewer,
            AuditedType type,
            String id,
            @Nullable Instant asOf,
            @Nullable String cursor,
            int limit) implements AuditQuery {}
}
