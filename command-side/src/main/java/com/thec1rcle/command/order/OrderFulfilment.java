package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.command.payment.PaidOrders;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.FinishOrder;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.ConfirmOrder;
import com.thec1rcle.kernel.order.OrderCommand.DeclineOrder;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ClaimUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReleaseUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.SettleUse;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Sees an order's stock, limit and promo code through: claimed when the money is there, sold when the order is
 * confirmed, free again when it came to nothing. Whoever records the money sees to it at once; this process finishes
 * what was cut short, and what follows. A claim is given back only of an order that can never be confirmed any more.
 */
@Process
@ProcessingGroup(OrderFulfilment.GROUP)
class OrderFulfilment implements PaidOrders {
    static final String GROUP = "process-order-fulfilment";

    /** Answers that asking again cannot better: what it needs is gone, or the order was called off meanwhile. */
    private static final Set<ErrorCode> FINAL = Set.of(
            ErrorCode.SOLD_OUT,
            ErrorCode.LIMIT_EXCEEDED,
            ErrorCode.PROMO_CODE_USED_UP,
            ErrorCode.SALES_CLOSED,
            ErrorCode.ORDER_STATE);

    /** Whoever recorded the money in another process has seen to it by then. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Commands commands;
    private final Errands errands;
    private final Timers timers;
    private final Clock clock;

    OrderFulfilment(Commands commands, Errands errands, Timers timers, Clock clock) {
        this.commands = commands;
        this.errands = errands;
        this.timers = timers;
        this.clock = clock;
    }

    /** The name of the errand that a payment for an order is. */
    static String errand(OrderId orderId, String paymentId) {
        return "order-fulfilment:" + orderId + ":" + paymentId;
    }

    @Override
    public OrderStatus settle(RecordCapture money) throws Refusal {
        Optional<Boolean> confirmed =
                errands.runIfOurs(errand(money.orderId(), money.paymentId()), () -> recordAndCarryOn(money));
        return confirmed.orElse(false) ? OrderStatus.CONFIRMED : commands.require(new DescribeOrder(money.orderId()));
    }

    /** Answers nothing if others recorded the money before: it is theirs to carry on. */
    private Optional<Boolean> recordAndCarryOn(RecordCapture money) throws Refusal {
        boolean first = commands.<Boolean>require(money);
        return first ? Optional.of(carryOn(money.orderId())) : Optional.empty();
    }

    /** An order that costs nothing waits for nobody. */
    @EventHandler
    void on(OrderPlaced event) throws Refusal {
        if (event.amounts().total().isZero()) {
            carryOn(event.orderId());
        }
    }

    /** As a rule whoever recorded the money has seen to it. */
    @EventHandler
    void on(PaymentCaptured event, @Timestamp Instant at) throws Refusal {
        OrderId orderId = event.orderId();
        switch (errands.fateOf(errand(orderId, event.paymentId()), at)) {
            case DONE -> {
                // Confirmed, or declined, or not for this order.
            }
            case FAILED -> carryOn(orderId);
            case UNKNOWN -> {
                if (at.plus(GRACE).isAfter(clock.instant())) {
                    timers.set("order-fulfilment:" + orderId, at.plus(GRACE), new FinishOrder(orderId));
                } else {
                    carryOn(orderId);
                }
            }
        }
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

    /**
     * Does what the order itself says is to be done now, so that an old event cannot undo what happened since. Answers
     * whether it confirmed the order.
     */
    boolean carryOn(OrderId orderId) throws Refusal {
        Fulfilment order = commands.require(new CheckFulfilment(orderId));
        switch (order.step()) {
            case WAIT -> {
                // A payment that does not pay for it, or an event of before.
            }
            case CLAIM -> {
                return claimAndConfirm(order);
            }
            case SETTLE -> settle(order);
            case RELEASE -> release(order);
            case ABANDON -> abandon(order);
        }
        return false;
    }

    private boolean claimAndConfirm(Fulfilment order) throws Refusal {
        try {
            for (OrderLine line : order.lines()) {
                commands.ask(new ClaimHold(line.tierId(), order.orderId(), line.quantity()));
            }
            commands.ask(new ClaimAllowance(order.allowanceId(), order.orderId(), order.quantity()));
            if (order.promoCodeId() != null) {
                commands.ask(new ClaimUse(order.promoCodeId(), order.orderId()));
            }
            commands.ask(new ConfirmOrder(order.orderId()));
            return true;
        } catch (Refusal refusal) {
            if (!FINAL.contains(refusal.code())) {
                throw refusal;
            }
            // Declined first: claims are given back only once nobody can confirm on them any more.
            commands.ask(new DeclineOrder(order.orderId(), refusal.details().message()));
            return carryOn(order.orderId());
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

    /** What an unpaid order held is free; somebody may be claiming it anew for a late payment, so claims stay. */
    private void release(Fulfilment order) throws Refusal {
        for (OrderLine line : order.lines()) {
            commands.ask(new ReleaseHold(line.tierId(), order.orderId()));
        }
        if (order.promoCodeId() != null) {
            commands.ask(new ReleaseUse(order.promoCodeId(), order.orderId()));
        }
    }

    /** Gives back held and claimed stock alike; a tier that has neither changes nothing. */
    private void abandon(Fulfilment order) throws Refusal {
        for (OrderLine line : order.lines()) {
            commands.ask(new AbandonClaim(line.tierId(), order.orderId()));
        }
        commands.ask(new ReturnAllowance(order.allowanceId(), order.orderId()));
        if (order.promoCodeId() != null) {
            commands.ask(new ReturnUse(order.promoCodeId(), order.orderId()));
        }
    }
}
