package com.thec1rcle.command.promoter;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.LatelyDone;
import com.thec1rcle.command.payout.PayoutCreation;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.promoter.PromoterCommand.ApprovePromoter;
import com.thec1rcle.kernel.promoter.PromoterCommand.CheckPromoterActive;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseTicketReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.EarnCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.OpenPromoterAccount;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReleaseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.RequestPayout;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReturnReserve;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseTicketCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.SpendReserve;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionClosed;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionEarned;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReleased;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveReturned;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveSpent;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserved;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterApproved;
import com.thec1rcle.kernel.promoter.PromoterEvent.ReversalClosed;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketCommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketReversalClosed;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A promoter's account: one per user. It alone decides what is earned, what can be paid out and what is reserved; it
 * keeps sums and what is still open, never orders that are done with.
 */
@Decider
final class PromoterAccount {
    @AggregateIdentifier
    private @Nullable PromoterId id;

    private @Nullable UserId userId;
    private boolean approved;

    /** What can be asked for now, by currency; below zero when more was reversed than was left. */
    private final Map<String, Long> payable = new HashMap<>();

    /** What was earned with events that are not over, by event. */
    private final Map<String, Money> pending = new HashMap<>();

    /** What is set aside, by payout on its way. */
    private final Map<String, Money> reserved = new HashMap<>();

    /** Orders whose commission was booked and whose order does not know yet. */
    private final Set<String> openEarnings = new HashSet<>();

    /** Orders, and refunds of single tickets, whose commission was taken back and who asked for it does not know yet. */
    private final Set<String> openReversals = new HashSet<>();

    private final LatelyDone latelyEarned = new LatelyDone();
    private final LatelyDone latelyReversed = new LatelyDone();
    private final LatelyDone latelyPaid = new LatelyDone();

    PromoterAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenPromoterAccount command, Actor actor) throws Refusal {
        requireOwnAccount(command.promoterId(), actor);
        if (id != null) {
            return; // A user has one account, however often it is opened.
        }
        apply(new PromoterAccountOpened(command.promoterId(), actor.userId(), command.displayName()));
    }

    @CommandHandler
    void decide(ApprovePromoter command, Actor actor) throws Refusal {
        actor.require(PlatformRole.ADMIN);
        if (!approved) {
            apply(new PromoterApproved(command.promoterId()));
        }
    }

    @CommandHandler
    UserId decide(CheckPromoterActive command, Actor actor) throws Refusal {
        if (!actor.isSystem()) {
            actor.requireSelf(owner());
        }
        requireApproved();
        return owner();
    }

    @CommandHandler
    void decide(EarnCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (isEarned(command.orderId())) {
            return; // Asked twice, earned once.
        }
        apply(new CommissionEarned(
                command.promoterId(),
                command.orderId(),
                command.eventId(),
                command.items(),
                command.amount(),
                command.payableAtOnce()));
    }

    @CommandHandler
    void decide(CloseCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (openEarnings.contains(command.orderId().value())) {
            apply(new CommissionClosed(command.promoterId(), command.orderId()));
        }
    }

    @CommandHandler
    void decide(ReleaseCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        @Nullable Money amount = pending.get(command.eventId().value());
        if (amount != null) {
            apply(new CommissionReleased(command.promoterId(), command.eventId(), amount));
        }
    }

    @CommandHandler
    void decide(ReverseCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (isReversed(command.orderId().value())) {
            return; // Asked twice, taken back once.
        }
        boolean fromPayable = command.payableAtOnce() || !isPending(command.eventId(), command.amount());
        apply(new CommissionReversed(
                command.promoterId(), command.orderId(), command.eventId(), command.amount(), fromPayable));
    }

    @CommandHandler
    void decide(CloseReversal command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (openReversals.contains(command.orderId().value())) {
            apply(new ReversalClosed(command.promoterId(), command.orderId()));
        }
    }

    @CommandHandler
    void decide(ReverseTicketCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (isReversed(command.refundId().value())) {
            return; // Asked twice, taken back once.
        }
        boolean fromPayable = command.payableAtOnce() || !isPending(command.eventId(), command.amount());
        apply(new TicketCommissionReversed(
                command.promoterId(),
                command.orderId(),
                command.refundId(),
                command.eventId(),
                command.items(),
                command.amount(),
                fromPayable));
    }

    @CommandHandler
    void decide(CloseTicketReversal command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (openReversals.contains(command.refundId().value())) {
            apply(new TicketReversalClosed(command.promoterId(), command.refundId()));
        }
    }

    @CommandHandler
    void decide(RequestPayout command, Actor actor, PromoterSettings settings) throws Exception {
        actor.requireSelf(owner());
        requireApproved();
        if (isKnown(command.payoutId())) {
            return; // The same request again is the same payout.
        }
        requireOwnDestination(command);
        requireMinimum(command.amount(), settings);
        requireBalance(command.amount());
        PayoutCreation.create(new PayoutRequested(
                command.payoutId(),
                command.promoterId(),
                actor.userId(),
                command.amount(),
                command.method(),
                command.destination(),
                command.maskedDestination()));
        apply(new PayoutReserved(command.promoterId(), command.payoutId(), command.amount()));
    }

    @CommandHandler
    void decide(ReturnReserve command, Actor actor) throws Refusal {
        actor.requireSystem();
        @Nullable Money amount = reserved.get(command.payoutId().value());
        if (amount != null) {
            apply(new PayoutReserveReturned(command.promoterId(), command.payoutId(), amount));
        }
    }

    @CommandHandler
    void decide(SpendReserve command, Actor actor) throws Refusal {
        actor.requireSystem();
        @Nullable Money amount = reserved.get(command.payoutId().value());
        if (amount != null) {
            apply(new PayoutReserveSpent(command.promoterId(), command.payoutId(), amount));
        }
    }

    @EventSourcingHandler
    void evolve(PromoterAccountOpened event) {
        id = event.promoterId();
        userId = event.userId();
    }

    @EventSourcingHandler
    void evolve(PromoterApproved event) {
        approved = true;
    }

    @EventSourcingHandler
    void evolve(CommissionEarned event) {
        openEarnings.add(event.orderId().value());
        if (event.payableAtOnce()) {
            addPayable(event.amount());
        } else {
            pending.merge(event.eventId().value(), event.amount(), Money::plus);
        }
    }

    @EventSourcingHandler
    void evolve(CommissionClosed event) {
        openEarnings.remove(event.orderId().value());
        latelyEarned.add(event.orderId().value());
    }

    @EventSourcingHandler
    void evolve(CommissionReleased event) {
        pending.remove(event.eventId().value());
        addPayable(event.amount());
    }

    @EventSourcingHandler
    void evolve(CommissionReversed event) {
        openReversals.add(event.orderId().value());
        takeBack(event.eventId(), event.amount(), event.fromPayable());
    }

    @EventSourcingHandler
    void evolve(TicketCommissionReversed event) {
        openReversals.add(event.refundId().value());
        takeBack(event.eventId(), event.amount(), event.fromPayable());
    }

    @EventSourcingHandler
    void evolve(ReversalClosed event) {
        openReversals.remove(event.orderId().value());
        latelyReversed.add(event.orderId().value());
    }

    @EventSourcingHandler
    void evolve(TicketReversalClosed event) {
        openReversals.remove(event.refundId().value());
        latelyReversed.add(event.refundId().value());
    }

    @EventSourcingHandler
    void evolve(PayoutReserved event) {
        addPayable(event.amount().negated());
        reserved.put(event.payoutId().value(), event.amount());
    }

    @EventSourcingHandler
    void evolve(PayoutReserveReturned event) {
        addPayable(event.amount());
        endReserve(event.payoutId());
    }

    @EventSourcingHandler
    void evolve(PayoutReserveSpent event) {
        endReserve(event.payoutId());
    }

    private void requireOwnAccount(PromoterId promoterId, Actor actor) throws Refusal {
        if (actor.isAnonymous() || actor.isSystem() || !promoterId.equals(PromoterId.of(actor.userId()))) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A promoter's account is opened by the person it is for.");
        }
    }

    private void requireApproved() throws Refusal {
        if (!approved) {
            throw new Refusal(ErrorCode.PROMOTER_NOT_APPROVED, "The platform has not approved this promoter yet.");
        }
    }

    private void requireOwnDestination(RequestPayout command) throws Refusal {
        if (!command.destination().person().equals(owner().value())) {
            throw new Refusal(
                    ErrorCode.PAYOUT_DESTINATION_INVALID, "A payout goes to the promoter who earned the money.");
        }
    }

    private void requireMinimum(Money amount, PromoterSettings settings) throws Refusal {
        if (amount.amount() < Math.max(1, settings.minimumPayout())) {
            throw new Refusal(
                    ErrorCode.PAYOUT_BELOW_MINIMUM,
                    "This is less than the smallest payout.",
                    Map.of("minimum", String.valueOf(settings.minimumPayout())));
        }
    }

    private void requireBalance(Money amount) throws Refusal {
        long left = payable.getOrDefault(amount.currency(), 0L);
        if (amount.amount() > left) {
            throw new Refusal(
                    ErrorCode.INSUFFICIENT_BALANCE,
                    "The payable balance is less than that.",
                    Map.of("payable", String.valueOf(left)));
        }
    }

    private boolean isEarned(OrderId order) {
        return openEarnings.contains(order.value()) || latelyEarned.contains(order.value());
    }

    private boolean isReversed(String orderOrRefund) {
        return openReversals.contains(orderOrRefund) || latelyReversed.contains(orderOrRefund);
    }

    private boolean isKnown(PayoutId payout) {
        return reserved.containsKey(payout.value()) || latelyPaid.contains(payout.value());
    }

    private boolean isPending(EventId event, Money amount) {
        @Nullable Money sum = pending.get(event.value());
        return sum != null && !sum.isLessThan(amount);
    }

    private UserId owner() {
        return requireNonNull(userId);
    }

    private void addPayable(Money amount) {
        payable.merge(amount.currency(), amount.amount(), Math::addExact);
    }

    private void takeBack(EventId event, Money amount, boolean fromPayable) {
        if (fromPayable) {
            addPayable(amount.negated());
        } else {
            takePending(event, amount);
        }
    }

    private void takePending(EventId event, Money amount) {
        Money left = requireNonNull(pending.get(event.value())).minus(amount);
        if (left.isZero()) {
            pending.remove(event.value());
        } else {
            pending.put(event.value(), left);
        }
    }

    private void endReserve(PayoutId payout) {
        reserved.remove(payout.value());
        latelyPaid.add(payout.value());
    }
}
