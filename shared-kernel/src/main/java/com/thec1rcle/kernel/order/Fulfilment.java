package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promo.PromoCodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the stock of an order; the answer to {@link OrderCommand.CheckFulfilment}.
 *
 * @param promoCodeId the promo code of which it has a use
 */
public record Fulfilment(
        OrderId orderId,
        EventId eventId,
        UserId accountId,
        List<OrderLine> lines,
        @Nullable PromoCodeId promoCodeId,
        Step step) {
    /** The ways on from here. */
    public enum Step {
        /** Not paid yet: nothing. */
        WAIT,
        /** Paid: claim the stock, then confirm. */
        CLAIM,
        /** Confirmed: what is claimed is sold. */
        SETTLE,
        /** Came to nothing: what is claimed is free again. */
        ABANDON
    }

    public Fulfilment {
        lines = List.copyOf(lines);
    }

    public AllowanceId allowanceId() {
        return AllowanceId.of(eventId, accountId);
    }

    /** How many tickets it is about. */
    public int quantity() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }
}
