package com.thec1rcle.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.LatelyDone;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.CloseRestoration;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.RestoreAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.TakeAllowance;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceClaimed;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceKept;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceRestored;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceReturned;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceTaken;
import com.thec1rcle.kernel.order.AllowanceEvent.RestorationClosed;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one account may still buy for one event; what unpaid orders take of it lapses with their holds. */
@Decider
final class PurchaseAllowance {
    @AggregateIdentifier
    private @Nullable AllowanceId id;

    /** The limit as the event last had it. */
    private int maxPerAccount;

    /** Tickets of confirmed orders. */
    private int kept;

    /** By order id: orders that are neither confirmed nor given up. */
    private Map<String, Share> open = new HashMap<>();

    /** Refunds whose tickets may be bought again and whose orders do not know yet. */
    private Set<String> openRestorations = new HashSet<>();

    private LatelyDone latelyRestored = new LatelyDone();

    PurchaseAllowance() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(TakeAllowance command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Instant now = clock.instant();
        Share share = open.get(command.orderId().value());
        if (share != null && share.holdsAt(now)) {
            requireSameQuantity(share, command.quantity());
            return; // The same order asks again.
        }
        requireLeft(command.orderId(), command.quantity(), command.maxPerAccount(), now);
        apply(new AllowanceTaken(
                command.allowanceId(),
                command.orderId(),
                command.quantity(),
                command.maxPerAccount(),
                command.until()));
    }

    @CommandHandler
    void decide(ClaimAllowance command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Instant now = clock.instant();
        Share share = open.get(command.orderId().value());
        if (share != null && share.isClaimed()) {
            return; // Claimed already.
        }
        int taken = share != null && share.holdsAt(now) ? share.quantity() : 0;
        if (taken < command.quantity()) {
            requireLeft(command.orderId(), command.quantity(), maxPerAccount, now);
        }
        apply(new AllowanceClaimed(command.allowanceId(), command.orderId(), command.quantity(), taken == 0));
    }

    @CommandHandler
    void decide(KeepAllowance command, Actor actor) throws Refusal {
        actor.requireSystem();
        Share share = open.get(command.orderId().value());
        if (share != null && share.isClaimed()) {
            apply(new AllowanceKept(command.allowanceId(), command.orderId(), share.quantity()));
        }
    }

    @CommandHandler
    void decide(ReturnAllowance command, Actor actor) throws Refusal {
        actor.requireSystem();
        Share share = open.get(command.orderId().value());
        if (share != null) {
            apply(new AllowanceReturned(command.allowanceId(), command.orderId(), share.quantity()));
        }
    }

    @CommandHandler
    void decide(RestoreAllowance command, Actor actor) throws Refusal {
        actor.requireSystem();
        String refund = command.refundId().value();
        if (openRestorations.contains(refund) || latelyRestored.contains(refund)) {
            return; // Asked twice, restored once.
        }
        if (command.quantity() > kept) {
            throw new Refusal(ErrorCode.ORDER_STATE, "Only what was bought can be given back.");
        }
        apply(new AllowanceRestored(command.allowanceId(), command.orderId(), command.refundId(), command.quantity()));
    }

    @CommandHandler
    void decide(CloseRestoration command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (openRestorations.contains(command.refundId().value())) {
            apply(new RestorationClosed(command.allowanceId(), command.refundId()));
        }
    }

    private static void requireSameQuantity(Share share, int quantity) throws Refusal {
        if (share.quantity() != quantity) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "This key was used for an order of another number of tickets.");
        }
    }

    private void requireLeft(OrderId order, int quantity, int limit, Instant now) throws Refusal {
        int left = Math.max(0, limit - kept - takenByOthers(order, now));
        if (quantity > left) {
            throw new Refusal(
                    ErrorCode.LIMIT_EXCEEDED,
                    "An account may have " + limit + " tickets of this event; you may take " + left + " more.",
                    Map.of("available", Integer.toString(left)));
        }
    }

    private int takenByOthers(OrderId order, Instant now) {
        return open.entrySet().stream()
                .filter(other -> !other.getKey().equals(order.value()))
                .map(Map.Entry::getValue)
                .filter(share -> share.holdsAt(now))
                .mapToInt(Share::quantity)
                .sum();
    }

    @EventSourcingHandler
    void evolve(AllowanceTaken event, @Timestamp Instant at) {
        id = event.allowanceId();
        maxPerAccount = event.maxPerAccount();
        open.values().removeIf(share -> !share.holdsAt(at));
        open.put(event.orderId().value(), new Share(event.quantity(), event.until()));
    }

    @EventSourcingHandler
    void evolve(AllowanceClaimed event) {
        open.put(event.orderId().value(), new Share(event.quantity(), null));
    }

    @EventSourcingHandler
    void evolve(AllowanceKept event) {
        open.remove(event.orderId().value());
        kept += event.quantity();
    }

    @EventSourcingHandler
    void evolve(AllowanceRestored event) {
        openRestorations.add(event.refundId().value());
        kept -= event.quantity();
    }

    @EventSourcingHandler
    void evolve(RestorationClosed event) {
        openRestorations.remove(event.refundId().value());
        latelyRestored.add(event.refundId().value());
    }

    @EventSourcingHandler
    void evolve(AllowanceReturned event) {
        open.remove(event.orderId().value());
    }

    /**
     * What one order takes.
     *
     * @param until absent once it lapses no more
     */
    record Share(int quantity, @Nullable Instant until) {
        boolean isClaimed() {
            return until == null;
        }

        boolean holdsAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }
}
