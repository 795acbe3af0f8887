package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.event.EventId;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Asks what an order would cost; answers a Quote and changes nothing. */
public record QuoteOrder(
        @TargetAggregateIdentifier @RoutingKey EventId eventId,
        List<RequestedLine> lines,
        @Nullable String promoterCode,
        @Nullable String promoCode,
        @Nullable String accessCode,
        @Nullable String visitorId) {}
