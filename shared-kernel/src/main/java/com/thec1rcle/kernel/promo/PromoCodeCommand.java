package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a promo code; it alone counts its uses. */
public sealed interface PromoCodeCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    PromoCodeId promoCodeId();

    /** Makes the code; refused with ALREADY_EXISTS. */
    record CreatePromoCode(
            PromoCodeId promoCodeId, EventId eventId, EventCreator creator, String code, PromoTerms terms)
            implements PromoCodeCommand {}

    /** Changes it; refused with PROMO_CODE_USES_BELOW_COMMITTED under what is used and reserved. */
    record RevisePromoCode(PromoCodeId promoCodeId, EventId eventId, PromoChanges changes) implements PromoCodeCommand {
        /** What is to be different; what is absent stays. */
        public record PromoChanges(
                @Nullable PromoDiscount discount,
                @Nullable Instant validFrom,
                @Nullable Instant validUntil,
                @Nullable Integer uses,
                @Nullable List<TierId> tiers,
                @Nullable Boolean active) {}
    }

    /** Asks what it gives now; answers a PromoOffer and reserves nothing; refused with PROMO_CODE_INVALID or PROMO_CODE_USED_UP. */
    record QuotePromoCode(PromoCodeId promoCodeId) implements PromoCodeCommand {}

    /** Sets one use aside for an order until then; answers a PromoOffer; the same order again has the same use. */
    record ReserveUse(PromoCodeId promoCodeId, OrderId orderId, Instant until) implements PromoCodeCommand {}

    /** The money is there: the use lapses no more; asks for another if it had lapsed; refused with PROMO_CODE_USED_UP. */
    record ClaimUse(PromoCodeId promoCodeId, OrderId orderId) implements PromoCodeCommand {}

    /** The order is confirmed: its use is used up and the order forgotten. */
    record SettleUse(PromoCodeId promoCodeId, OrderId orderId) implements PromoCodeCommand {}

    /** The order came to nothing: its use is free. */
    record ReturnUse(PromoCodeId promoCodeId, OrderId orderId) implements PromoCodeCommand {}
}
