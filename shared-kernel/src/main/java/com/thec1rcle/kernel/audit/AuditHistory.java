package com.thec1rcle.kernel.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of an aggregate's history. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditHistory(
        String type,
        String id,
        List<AuditEntry> items,
        @Nullable String nextCursor) {}
