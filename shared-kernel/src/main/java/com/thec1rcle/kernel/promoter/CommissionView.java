package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;

/**
 * Commission on one tier's part of an order: how it was worked out.
 *
 * @param base net price that the rate was taken of
 * @param at when it was earned
 */
public record CommissionView(
        String commissionId,
        PromoterId promoterId,
        OrderId orderId,
        EventId eventId,
        TierId tierId,
        int tickets,
        Money base,
        Rate rate,
        Money amount,
        CommissionStatus status,
        Instant at) {}
