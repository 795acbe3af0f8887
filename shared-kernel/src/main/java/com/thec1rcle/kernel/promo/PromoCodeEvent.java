package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a promo code. */
public sealed interface PromoCodeEvent {
    PromoCodeId promoCodeId();

    /** The event's people made a code. */
    @Revision("1")
    record PromoCodeCreated(
            PromoCodeId promoCodeId, EventId eventId, EventCreator creator, String code, PromoTerms terms)
            implements PromoCodeEvent {}

    /** It has new terms. */
    @Revision("1")
    record PromoCodeRevised(PromoCodeId promoCodeId, EventId eventId, PromoTerms terms) implements PromoCodeEvent {}

    /** It gives nothing any more. */
    @Revision("1")
    record PromoCodeDeactivated(PromoCodeId promoCodeId, EventId eventId) implements PromoCodeEvent {}

    /** It gives what it gave before. */
    @Revision("1")
    record PromoCodeReactivated(PromoCodeId promoCodeId, EventId eventId) implements PromoCodeEvent {}

    /** One use was set aside for an order. */
    @Revision("1")
    record UseReserved(PromoCodeId promoCodeId, EventId eventId, OrderId orderId, Instant reservedAt, Instant until)
            implements PromoCodeEvent {}

    /** An order's use lapses no more; reacquired if it had lapsed before. */
    @Revision("1")
    record UseClaimed(PromoCodeId promoCodeId, EventId eventId, OrderId orderId, boolean reacquired)
            implements PromoCodeEvent {}

    /** An order keeps its use for good. */
    @Revision("1")
    record UseSettled(PromoCodeId promoCodeId, EventId eventId, OrderId orderId) implements PromoCodeEvent {}

    /** An order gave its use back. */
    @Revision("1")
    record UseReturned(PromoCodeId promoCodeId, EventId eventId, OrderId orderId) implements PromoCodeEvent {}
}
