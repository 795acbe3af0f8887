package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.privacy.Sealed;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Asks for an order: holds first, all or nothing, then the order itself; answers a PlacedOrder. */
public record PlaceOrder(
        @TargetAggregateIdentifier @RoutingKey OrderId orderId,
        EventId eventId,
        List<RequestedLine> lines,
        Sealed buyer,
        String fingerprint,
        @Nullable String promoterCode,
        @Nullable String promoCode,
        @Nullable String accessCode,
        @Nullable String visitorId) {}
