package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.ConfirmOrder;
import com.thec1rcle.kernel.order.OrderCommand.DeclineOrder;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ClaimUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.SettleUse;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Sees an order's stock, limit and promo code through: claimed when the money is there, sold when the order is confirmed, free again when it
 * came to nothing. One process for all of it, so that what happened to one order is seen in the order it happened.
 */
@Process
@ProcessingGroup(OrderFulfilment.GROUP)
final class OrderFulfilment {
    static final String GROUP = "process-order-fulfilment";

    /** Answers that asking again cannot better: stock, limit, promo code or sale are gone, or the order was called off meanwhile. */
    private static final Set<ErrorCode> FINAL = Set.of(
            ErrorCode.SOLD_OUT,
            ErrorCode.LIMIT_EXCEEDED,
            ErrorCode.PROMO_CODE_USED_UP,
            ErrorCode.SALES_CLOSED,
            ErrorCode.ORDER_STATE);

    private final Commands commands;

    OrderFulfilment(Commands commands) {
        this.commands = commands;
    }

    /** An order that costs nothing waits for nobody. */
    @EventHandler
    void on(OrderPlaced event) throws Refusal {
        if (event.amounts().total().isZero()) {
            carryOn(event.orderId());
        }
    }

    @EventHandler
    void on(PaymentCaptured event) throws Refusal {
        carryOn(event.orderId());
    }

    @EventHandler
    void on(OrderConfirmed event) throws Refusal {
        carryOn(event.orderId());
    }

    @EventHandler
    void on(OrderExpired event) throws Refusal {
        carryOn(event.orderId());
    }

    @EventHandler
    void on(OrderCancelled event) throws Refusal {
        carryOn(event.orderId());
    }

    /** Does what the order itself says is to be done now, so that an old event cannot undo what happened since. */
    private void carryOn(OrderId orderId) throws Refusal {
        Fulfilment order = commands.ask(new CheckFulfilment(orderId));
        if (order == null) {
            throw new IllegalStateException("An order that was placed answers.");
        }
        switch (order.step()) {
            case WAIT -> {
                // A payment that does not pay for it, or an event of before.
            }
            case CLAIM -> claimAndConfirm(order);
            case SETTLE -> settle(order);
            case ABANDON -> abandon(order);
        }
    }

    private void claimAndConfirm(Fulfilment order) throws Refusal {
        try {
            for (OrderLine line : order.lines()) {
                commands.ask(new ClaimHold(line.tierId(), order.orderId(), line.quantity()));
            }
            commands.ask(new ClaimAllowance(order.allowanceId(), order.orderId(), order.quantity()));
            if (order.promoCodeId() != null) {
                commands.ask(new ClaimUse(order.promoCodeId(), order.orderId()));
            }
            commands.ask(new ConfirmOrder(order.orderId()));
        } catch (Refusal refusal) {
            if (!FINAL.contains(refusal.code())) {
                throw refusal;
            }
            abandon(order);
            commands.ask(new DeclineOrder(order.orderId(), refusal.details().message()));
        }
    }

    private void settle(Fulfilment order) throws Refusal {
        for (OrderLine line : order.lines()) {
            commands.ask(new SettleHold(line.tierId(), order.orderId()));
        }
        commands.ask(new KeepAllowance(order.allowanceId(), order.orderId()));
        if (order.promoCodeId() != null) {
            commands.ask(new SettleUse(order.promoCodeId(), order.orderId()));
        }
    }

    /** Gives back held and claimed stock alike; a tier that has neither changes nothing. */
    private void abandon(Fulfilment order) throws Refusal {
        for (OrderLine line : order.lines()) {
            commands.ask(new AbandonClaim(line.tierId(), order.orderId()));
            commands.ask(new ReleaseHold(line.tierId(), order.orderId()));
        }
        commands.ask(new ReturnAllowance(order.allowanceId(), order.orderId()));
        if (order.promoCodeId() != null) {
            commands.ask(new ReturnUse(order.promoCodeId(), order.orderId()));
        }
    }
}
