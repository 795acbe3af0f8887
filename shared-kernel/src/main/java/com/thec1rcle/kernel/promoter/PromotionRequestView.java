package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;

/** A promoter's wish to sell an event. */
public record PromotionRequestView(EventId eventId, PromoterId promoterId, PromotionRequestStatus status, Instant at) {}
