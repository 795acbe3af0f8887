package com.thec1rcle.kernel.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list of partnerships, the newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnershipList(
        List<PartnershipView> items, @Nullable String nextCursor) {}
