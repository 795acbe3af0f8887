package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.event.EventId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a promo code for an event that is not over; answers its PromoCodeId; refused with ALREADY_EXISTS if the event has this code. */
public record OfferPromoCode(
        @TargetAggregateIdentifier @RoutingKey EventId eventId, String code, PromoTerms terms) {}
