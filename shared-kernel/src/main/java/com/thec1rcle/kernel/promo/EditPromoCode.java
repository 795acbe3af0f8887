package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode.PromoChanges;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes a promo code of an event that is not over; orders that used it keep what it gave them. */
public record EditPromoCode(
        EventId eventId,
        @TargetAggregateIdentifier @RoutingKey PromoCodeId promoCodeId,
        PromoChanges changes) {}
