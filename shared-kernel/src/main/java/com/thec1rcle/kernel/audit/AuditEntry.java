package com.thec1rcle.kernel.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of an aggregate's history.
 *
 * @param name the event, in the domain's words
 * @param actor the user who acted; {@code system} for processes and timers
 * @param correlationId the request that began it all
 * @param data what the event says; personal data appear as {@code [sealed]}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        long sequence,
        String name,
        Instant at,
        @Nullable String actor,
        @Nullable String correlationId,
        Map<String, @Nullable Object> data) {}
