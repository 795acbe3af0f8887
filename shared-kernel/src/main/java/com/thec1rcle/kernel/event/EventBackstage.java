package com.thec1rcle.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What only an event's own people see of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBackstage(
        Instant draftedAt,
        @Nullable SlotRequestId slotRequestId,
        @Nullable Instant approvalLapsesAt,
        @Nullable String sentBackReason,
        PromoterTerms promoters,
        Set<PromoterId> promotersAsking) {}
