package com.thec1rcle.command.ticketing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.LatelyDone;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseReturn;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseSales;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.OpenSales;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReturnStock;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierEvent.ClaimAbandoned;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldClaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.ReturnClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReclaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.TierTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A kind of ticket and its stock: what is sold, claimed and held never exceeds it. */
@Decider
@SuppressWarnings("NullAway.Init") // The first event fills what is never absent.
final class TicketTier {
    /** How many lapsed holds a decision clears away beyond those whose stock it needs. */
    private static final int SWEEP = 16;

    @AggregateIdentifier
    private TierId id;

    private EventId eventId;
    private EventCreator creator;
    private TierTerms terms;
    private int stock;
    private int sold;

    /** What all holds together keep from the stock, claimed and lapsed ones too. */
    private int held;

    private Map<String, Hold> holds = new HashMap<>();

    /** The holds that can lapse, the next to lapse first. */
    private TreeSet<Deadline> deadlines = new TreeSet<>();

    private @Nullable SellingTerms selling;
    private boolean closed;

    /** Refunds whose tickets are stock again and whose orders do not know yet. */
    private Set<String> openReturns = new HashSet<>();

    private LatelyDone latelyReturned = new LatelyDone();

    TicketTier() {}

    TicketTier(TierCreated creation) {
        apply(creation);
    }

    // ---- terms and stock ---------------------------------------------------------------------------------------

    @CommandHandler
    void decide(ReviseTier command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        TierRules.requireAccessCodeForm(command.changes().accessCode());
        TierTerms revised = TierRules.revised(id, terms, command.changes());
        int restocked =
                command.changes().stock() == null ? stock : command.changes().stock();
        TierRules.requireFit(revised, restocked);
        requireSameCurrency(revised);
        Instant now = clock.instant();
        requireCommittedWithin(restocked, now);
        if (!revised.equals(terms)) {
            apply(new TierRevised(id, eventId, revised));
        }
        if (restocked != stock) {
            lapse(sold + held - restocked, now);
            apply(new StockSet(id, eventId, restocked));
        }
    }

    @CommandHandler
    void decide(OpenSales command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (closed || command.selling().equals(selling)) {
            return; // Closed is for good: an opening that comes after it is late.
        }
        apply(new SalesOpened(id, eventId, command.selling()));
    }

    @CommandHandler
    void decide(CloseSales command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (!closed) {
            apply(new SalesClosed(id, eventId, command.reason()));
        }
    }

    // ---- holds -------------------------------------------------------------------------------------------------

    @CommandHandler
    TierOffer decide(QuoteTier command, Clock clock) throws Refusal {
        Instant now = clock.instant();
        SellingTerms open = requireSale(command.eventId(), command.quantity(), command.accessCode(), now);
        requireStock(command.quantity(), now);
        return offer(command.quantity(), open, null, now);
    }

    @CommandHandler
    TierOffer decide(HoldStock command, Clock clock, TicketingSettings settings) throws Refusal {
        Instant now = clock.instant();
        Hold known = holds.get(command.orderId().value());
        if (known != null && known.standsAt(now) && selling != null) {
            requireSameQuantity(known, command.quantity());
            return offer(known.quantity(), selling, known.heldUntil(), now);
        }
        SellingTerms open = requireSale(command.eventId(), command.quantity(), command.accessCode(), now);
        requireStock(command.quantity(), now);
        lapseOwn(command.orderId());
        lapse(command.quantity() - unreserved(), now);
        Instant heldUntil = now.plus(settings.hold());
        apply(new StockHeld(id, eventId, command.orderId(), command.quantity(), heldUntil));
        return offer(command.quantity(), open, heldUntil, now);
    }

    @CommandHandler
    void decide(ReleaseHold command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Hold hold = holds.get(command.orderId().value());
        if (hold == null || hold.claimed()) {
            return; // Gone already; or paid for, and then only AbandonClaim frees it.
        }
        release(command.orderId(), hold, clock.instant());
    }

    @CommandHandler
    void decide(ClaimHold command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Instant now = clock.instant();
        Hold hold = holds.get(command.orderId().value());
        if (hold != null && hold.claimed()) {
            return; // Claiming twice is one claim.
        }
        if (hold != null && hold.heldUntil() != null && hold.standsAt(now)) {
            apply(new HoldClaimed(id, eventId, command.orderId(), hold.quantity(), hold.heldUntil()));
            return;
        }
        if (closed) {
            throw soldOut(0);
        }
        requireStock(command.quantity(), now);
        lapseOwn(command.orderId());
        lapse(command.quantity() - unreserved(), now);
        apply(new StockReclaimed(id, eventId, command.orderId(), command.quantity()));
    }

    @CommandHandler
    void decide(SettleHold command, Actor actor) throws Refusal {
        actor.requireSystem();
        Hold hold = holds.get(command.orderId().value());
        if (hold == null) {
            return; // Settled before.
        }
        if (!hold.claimed()) {
            throw new Refusal(ErrorCode.ORDER_STATE, "Only a claimed hold is sold.");
        }
        apply(new StockSold(id, eventId, command.orderId(), hold.quantity()));
    }

    @CommandHandler
    void decide(AbandonClaim command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Hold hold = holds.get(command.orderId().value());
        if (hold == null) {
            return; // Abandoned before.
        }
        if (hold.claimed()) {
            apply(new ClaimAbandoned(id, eventId, command.orderId(), hold.quantity()));
        } else {
            release(command.orderId(), hold, clock.instant());
        }
    }

    @CommandHandler
    void decide(ReturnStock command, Actor actor) throws Refusal {
        actor.requireSystem();
        String refund = command.refundId().value();
        if (openReturns.contains(refund) || latelyReturned.contains(refund)) {
            return; // Asked twice, returned once.
        }
        if (command.quantity() > sold) {
            throw new Refusal(ErrorCode.ORDER_STATE, "Only what was sold can be returned.");
        }
        apply(new StockReturned(id, eventId, command.orderId(), command.refundId(), command.quantity()));
    }

    @CommandHandler
    void decide(CloseReturn command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (openReturns.contains(command.refundId().value())) {
            apply(new ReturnClosed(id, eventId, command.refundId()));
        }
    }

    // ---- what has happened -------------------------------------------------------------------------------------

    @EventSourcingHandler
    void evolve(TierCreated event) {
        id = event.tierId();
        eventId = event.eventId();
        creator = event.creator();
        terms = event.terms();
        stock = event.stock();
    }

    @EventSourcingHandler
    void evolve(TierRevised event) {
        terms = event.terms();
    }

    @EventSourcingHandler
    void evolve(StockSet event) {
        stock = event.stock();
    }

    @EventSourcingHandler
    void evolve(SalesOpened event) {
        selling = event.selling();
    }

    @EventSourcingHandler
    void evolve(SalesClosed event) {
        closed = true;
    }

    @EventSourcingHandler
    void evolve(StockHeld event) {
        keep(event.orderId(), new Hold(event.quantity(), event.heldUntil(), false));
        deadlines.add(new Deadline(event.heldUntil(), event.orderId().value()));
    }

    @EventSourcingHandler
    void evolve(HoldReleased event) {
        drop(event.orderId());
    }

    @EventSourcingHandler
    void evolve(HoldLapsed event) {
        drop(event.orderId());
    }

    @EventSourcingHandler
    void evolve(HoldClaimed event) {
        drop(event.orderId());
        keep(event.orderId(), new Hold(event.quantity(), event.heldUntil(), true));
    }

    @EventSourcingHandler
    void evolve(StockReclaimed event) {
        keep(event.orderId(), new Hold(event.quantity(), null, true));
    }

    @EventSourcingHandler
    void evolve(StockSold event) {
        drop(event.orderId());
        sold += event.quantity();
    }

    @EventSourcingHandler
    void evolve(ClaimAbandoned event) {
        drop(event.orderId());
    }

    @EventSourcingHandler
    void evolve(StockReturned event) {
        openReturns.add(event.refundId().value());
        sold -= event.quantity();
    }

    @EventSourcingHandler
    void evolve(ReturnClosed event) {
        openReturns.remove(event.refundId().value());
        latelyReturned.add(event.refundId().value());
    }

    private void keep(OrderId order, Hold hold) {
        holds.put(order.value(), hold);
        held += hold.quantity();
    }

    private void drop(OrderId order) {
        Hold gone = holds.remove(order.value());
        if (gone == null) {
            return;
        }
        held -= gone.quantity();
        if (gone.heldUntil() != null) {
            deadlines.remove(new Deadline(gone.heldUntil(), order.value()));
        }
    }

    // ---- rules -------------------------------------------------------------------------------------------------

    private SellingTerms requireSale(EventId event, int quantity, @Nullable String accessCode, Instant now)
            throws Refusal {
        requireEvent(event);
        SellingTerms open = requireOpen(now);
        requireAccess(accessCode);
        requireWithinLimits(quantity, open);
        return open;
    }

    private void requireEvent(EventId event) throws Refusal {
        if (!event.equals(eventId)) {
            throw new Refusal(ErrorCode.TIER_NOT_FOUND, "This event has no such tier.");
        }
    }

    private SellingTerms requireOpen(Instant now) throws Refusal {
        if (selling == null || closed) {
            throw new Refusal(ErrorCode.SALES_CLOSED, "This tier is not on sale.");
        }
        if (terms.salesFrom() != null && now.isBefore(terms.salesFrom())) {
            throw new Refusal(
                    ErrorCode.SALES_CLOSED,
                    "Sales of this tier have not begun.",
                    Map.of("salesFrom", terms.salesFrom().toString()));
        }
        boolean windowOver = terms.salesUntil() != null && !now.isBefore(terms.salesUntil());
        if (windowOver || !now.isBefore(selling.slot().until())) {
            throw new Refusal(ErrorCode.SALES_CLOSED, "Sales of this tier are over.");
        }
        return selling;
    }

    private void requireAccess(@Nullable String accessCode) throws Refusal {
        String sealed = terms.accessCode();
        if (sealed != null && (accessCode == null || !AccessCode.opens(sealed, id, accessCode))) {
            throw new Refusal(ErrorCode.ACCESS_CODE_REQUIRED, "This tier opens with an access code only.");
        }
    }

    /** An order may take several tiers, so the event's minimum is the order's to check; its maximum binds each tier. */
    private void requireWithinLimits(int quantity, SellingTerms open) throws Refusal {
        int most = Math.min(terms.maxPerOrder(), open.limits().maxPerOrder());
        if (quantity < terms.minPerOrder() || quantity > most) {
            throw new Refusal(
                    ErrorCode.LIMIT_EXCEEDED,
                    "An order takes " + terms.minPerOrder() + " to " + most + " tickets of this tier.",
                    Map.of("min", Integer.toString(terms.minPerOrder()), "max", Integer.toString(most)));
        }
    }

    private void requireStock(int quantity, Instant now) throws Refusal {
        int available = availableAt(now);
        if (quantity > available) {
            throw soldOut(available);
        }
    }

    private static Refusal soldOut(int available) {
        return new Refusal(
                ErrorCode.SOLD_OUT,
                available == 0 ? "This tier is sold out." : "Only " + available + " of this tier are left.",
                Map.of("available", Integer.toString(available)));
    }

    private void requireCommittedWithin(int restocked, Instant now) throws Refusal {
        int committed = stock - availableAt(now);
        if (restocked < committed) {
            throw new Refusal(
                    ErrorCode.STOCK_BELOW_COMMITTED,
                    "So many are sold or held already: " + committed + ".",
                    Map.of("committed", Integer.toString(committed)));
        }
    }

    private void requireSameCurrency(TierTerms revised) throws Refusal {
        if (!revised.price().currency().equals(terms.price().currency())) {
            throw new Refusal(ErrorCode.TIER_INVALID, "A tier keeps its currency.");
        }
    }

    private static void requireSameQuantity(Hold known, int quantity) throws Refusal {
        if (known.quantity() != quantity) {
            throw new Refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED, "This order holds another number of tickets.");
        }
    }

    // ---- stock -------------------------------------------------------------------------------------------------

    /** What nothing has been said of: neither sold nor held, as far as history goes. */
    private int unreserved() {
        return stock - sold - held;
    }

    /** What is free at this moment: a hold whose time is over is free, whether or not history says so yet. */
    private int availableAt(Instant now) {
        int free = unreserved();
        for (Deadline deadline : deadlines) {
            if (deadline.isAfter(now)) {
                break;
            }
            free += quantityOf(deadline);
        }
        return free;
    }

    /** Says of lapsed holds that they have, oldest first: of as many as the stock is needed of, and of a few more. */
    private void lapse(int needed, Instant now) {
        List<Deadline> lapsed = new ArrayList<>();
        int freed = 0;
        for (Deadline deadline : deadlines) {
            if (deadline.isAfter(now) || (freed >= needed && lapsed.size() >= SWEEP)) {
                break;
            }
            lapsed.add(deadline);
            freed += quantityOf(deadline);
        }
        lapsed.forEach(deadline -> lapseOwn(new OrderId(deadline.orderId())));
    }

    private void lapseOwn(OrderId order) {
        Hold hold = holds.get(order.value());
        if (hold != null && hold.heldUntil() != null) {
            apply(new HoldLapsed(id, eventId, order, hold.quantity(), hold.heldUntil()));
        }
    }

    private void release(OrderId order, Hold hold, Instant now) {
        Instant heldUntil = hold.heldUntil();
        if (heldUntil == null) {
            return;
        }
        apply(
                hold.standsAt(now)
                        ? new HoldReleased(id, eventId, order, hold.quantity(), heldUntil)
                        : new HoldLapsed(id, eventId, order, hold.quantity(), heldUntil));
    }

    private int quantityOf(Deadline deadline) {
        Hold hold = holds.get(deadline.orderId());
        return hold == null ? 0 : hold.quantity();
    }

    private TierOffer offer(int quantity, SellingTerms open, @Nullable Instant heldUntil, Instant now) {
        return new TierOffer(id, eventId, quantity, availableAt(now), terms, open, heldUntil);
    }

    /** Stock set aside for one order. A claimed hold lapses no more. */
    record Hold(int quantity, @Nullable Instant heldUntil, boolean claimed) {
        boolean standsAt(Instant now) {
            return claimed || (heldUntil != null && now.isBefore(heldUntil));
        }
    }

    /** When the hold of an order lapses. */
    record Deadline(Instant heldUntil, String orderId) implements Comparable<Deadline> {
        boolean isAfter(Instant now) {
            return now.isBefore(heldUntil);
        }

        @Override
        public int compareTo(Deadline other) {
            int byTime = heldUntil.compareTo(other.heldUntil);
            return byTime != 0 ? byTime : orderId.compareTo(other.orderId);
        }
    }
}
