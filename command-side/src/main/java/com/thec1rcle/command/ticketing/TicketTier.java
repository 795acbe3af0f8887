package com.thec1rcle.command.ticketing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.LatelyDone;
import com.thec1rcle.command.ticketing.WaitingLine.Offer;
import com.thec1rcle.command.ticketing.WaitingLine.Place;
import com.thec1rcle.command.ticketing.WaitingLine.Taken;
import com.thec1rcle.command.ticketing.WaitingLine.Turn;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.AllowPrice;
import com.thec1rcle.kernel.ticketing.TierCommand.BeginSales;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseReturn;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseSales;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.JoinWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.KeepFree;
import com.thec1rcle.kernel.ticketing.TierCommand.LeaveWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.OfferFreedStock;
import com.thec1rcle.kernel.ticketing.TierCommand.OpenSales;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReturnStock;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierCommand.UndoHold;
import com.thec1rcle.kernel.ticketing.TierEvent.ClaimAbandoned;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldClaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.ReturnClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.RsvpFollowed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReclaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierKeptFree;
import com.thec1rcle.kernel.ticketing.TierEvent.TierPriceAllowed;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.TierTerms;
import com.thec1rcle.kernel.ticketing.WaitingPlace;
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

/** A kind of ticket and its stock: what is sold, claimed, held and offered never exceeds it. */
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

    private WaitingLine line = new WaitingLine();

    private @Nullable SellingTerms selling;
    private boolean closed;

    /** Whether its event takes RSVPs, so that it may cost nothing. */
    private boolean keptFree;

    /** Which of the event's decisions about RSVPs it follows; whatever is older comes too late. */
    private long rsvpRevision;

    /** Refunds whose tickets are stock again and whose orders do not know yet. */
    private Set<String> openReturns = new HashSet<>();

    private LatelyDone latelyReturned = new LatelyDone();

    TicketTier() {}

    TicketTier(TierCreated creation) {
        apply(creation);
    }

    /** A tier of an event that takes RSVPs. */
    TicketTier(TierCreated creation, long rsvpRevision) {
        apply(creation);
        apply(new RsvpFollowed(creation.tierId(), creation.eventId(), rsvpRevision));
        apply(new TierKeptFree(creation.tierId(), creation.eventId()));
    }

    // ---- terms and stock ---------------------------------------------------------------------------------------

    @CommandHandler
    void decide(ReviseTier command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        creator.require(actor);
        TierRules.requireAccessCodeForm(command.changes().accessCode());
        TierTerms revised = TierRules.revised(id, terms, command.changes());
        int restocked =
                command.changes().stock() == null ? stock : command.changes().stock();
        TierRules.requireFit(revised, restocked);
        requireSameCurrency(revised);
        if (keptFree) {
            TierRules.requireFitForRsvp(revised);
        }
        Instant now = clock.instant();
        requireCommittedWithin(restocked, now);
        if (!revised.equals(terms)) {
            apply(new TierRevised(id, eventId, revised));
        }
        if (restocked != stock) {
            lapseOffers(now);
            lapse(stock - unreserved() - restocked, now);
            apply(new StockSet(id, eventId, restocked));
        }
        offerFreed(now, waiting);
    }

    @CommandHandler
    void decide(KeepFree command, Actor actor) throws Refusal {
        creator.require(actor);
        requireNothingNewer(command.revision());
        TierRules.requireFitForRsvp(terms);
        follow(command.revision());
        if (!keptFree) {
            apply(new TierKeptFree(id, eventId));
        }
    }

    @CommandHandler
    void decide(AllowPrice command, Actor actor) throws Refusal {
        creator.require(actor);
        if (command.revision() < rsvpRevision) {
            return; // The event's people have changed their mind since.
        }
        follow(command.revision());
        if (keptFree) {
            apply(new TierPriceAllowed(id, eventId));
        }
    }

    private void follow(long revision) {
        if (revision > rsvpRevision) {
            apply(new RsvpFollowed(id, eventId, revision));
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

    /** Who publishes knows the first terms only; those who come after know better. */
    @CommandHandler
    void decide(BeginSales command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (!closed && selling == null) {
            apply(new SalesOpened(id, eventId, command.selling()));
        }
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
    TierOffer decide(QuoteTier command, Actor actor, Clock clock) throws Refusal {
        Instant now = clock.instant();
        SellingTerms open = requireSale(command.eventId(), command.quantity(), command.accessCode(), now);
        requireStock(command.quantity(), availableTo(actor.userId(), now));
        return offer(command.quantity(), open, null, actor, now);
    }

    @CommandHandler
    TierOffer decide(
            HoldStock command, Actor actor, Clock clock, TicketingSettings settings, WaitingListSettings waiting)
            throws Refusal {
        Instant now = clock.instant();
        Hold known = holds.get(command.orderId().value());
        if (known != null && known.standsAt(now) && selling != null) {
            requireSameQuantity(known, command.quantity());
            return offer(known.quantity(), selling, known.heldUntil(), actor, now);
        }
        SellingTerms open = requireSale(command.eventId(), command.quantity(), command.accessCode(), now);
        requireStock(command.quantity(), availableTo(actor.userId(), now));
        offerFreed(now, waiting);
        leaveLineWith(command.orderId(), actor.userId());
        lapseOwn(command.orderId());
        lapse(command.quantity() - unreserved(), now);
        Instant heldUntil = now.plus(settings.hold());
        apply(new StockHeld(id, eventId, command.orderId(), command.quantity(), heldUntil));
        offerFreed(now, waiting);
        return offer(command.quantity(), open, heldUntil, actor, now);
    }

    @CommandHandler
    void decide(ReleaseHold command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        actor.requireSystem();
        Hold hold = holds.get(command.orderId().value());
        if (hold == null || hold.claimed()) {
            return; // Gone already; or paid for, and then only AbandonClaim frees it.
        }
        Instant now = clock.instant();
        release(command.orderId(), hold, now);
        offerFreed(now, waiting);
    }

    @CommandHandler
    void decide(UndoHold command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        actor.requireSystem();
        Hold hold = holds.get(command.orderId().value());
        if (hold == null || hold.claimed()) {
            return; // Gone already; or the order was placed after all, and paid for.
        }
        Instant now = clock.instant();
        Taken taken = line.takenBy(command.orderId());
        release(command.orderId(), hold, now);
        if (taken != null) {
            restore(taken, Math.min(hold.quantity(), taken.offer().quantity()), now);
        }
        offerFreed(now, waiting);
    }

    @CommandHandler
    void decide(ClaimHold command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
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
        // Whoever has paid is no newcomer: only what is set aside for others stands against it.
        requireStock(command.quantity(), availableAt(now));
        lapseOffers(now);
        lapseOwn(command.orderId());
        lapse(command.quantity() - unreserved(), now);
        apply(new StockReclaimed(id, eventId, command.orderId(), command.quantity()));
        offerFreed(now, waiting);
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
    void decide(AbandonClaim command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        actor.requireSystem();
        Hold hold = holds.get(command.orderId().value());
        if (hold == null) {
            return; // Abandoned before.
        }
        Instant now = clock.instant();
        if (hold.claimed()) {
            apply(new ClaimAbandoned(id, eventId, command.orderId(), hold.quantity()));
        } else {
            release(command.orderId(), hold, now);
        }
        offerFreed(now, waiting);
    }

    // ---- waiting -----------------------------------------------------------------------------------------------

    @CommandHandler
    WaitingPlace decide(JoinWaitingList command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        requireSomebody(actor);
        requireEvent(command.eventId());
        Instant now = clock.instant();
        WaitingPlace known = line.describe(actor.userId(), now);
        if (known != null) {
            requireSameWish(known, command.quantity());
            return known;
        }
        requireSale(command.eventId(), command.quantity(), command.accessCode(), now);
        requireNothingLeft(availableTo(actor.userId(), now));
        requireRoomInLine(waiting);
        offerFreed(now, waiting);
        apply(new WaitingListJoined(id, eventId, command.entryId(), actor.userId(), command.quantity()));
        offerFreed(now, waiting);
        return described(actor, now);
    }

    @CommandHandler
    void decide(LeaveWaitingList command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        requireEvent(command.eventId());
        UserId account = actor.userId();
        Instant now = clock.instant();
        Offer offer = line.offerTo(account);
        Place place = line.placeOf(account);
        if (offer != null && offer.standsAt(now)) {
            apply(new OfferGivenUp(id, eventId, offer.entryId(), account, offer.quantity(), offer.until()));
        } else if (place != null) {
            apply(new WaitingListLeft(id, eventId, place.entryId(), account, place.quantity()));
        }
        offerFreed(now, waiting);
    }

    @CommandHandler
    void decide(OfferFreedStock command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        actor.requireSystem();
        offerFreed(clock.instant(), waiting);
    }

    @CommandHandler
    void decide(ReturnStock command, Actor actor, Clock clock, WaitingListSettings waiting) throws Refusal {
        actor.requireSystem();
        String refund = command.refundId().value();
        if (openReturns.contains(refund) || latelyReturned.contains(refund)) {
            return; // Asked twice, returned once.
        }
        if (command.quantity() > sold) {
            throw new Refusal(ErrorCode.ORDER_STATE, "Only what was sold can be returned.");
        }
        apply(new StockReturned(id, eventId, command.orderId(), command.refundId(), command.quantity()));
        offerFreed(clock.instant(), waiting);
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
        line.dissolve();
    }

    @EventSourcingHandler
    void evolve(TierKeptFree event) {
        keptFree = true;
    }

    @EventSourcingHandler
    void evolve(TierPriceAllowed event) {
        keptFree = false;
    }

    @EventSourcingHandler
    void evolve(RsvpFollowed event) {
        rsvpRevision = event.revision();
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
    void evolve(WaitingListJoined event) {
        line.join(event.accountId(), new Place(event.entryId(), event.quantity()));
    }

    @EventSourcingHandler
    void evolve(WaitingListLeft event) {
        line.leave(event.accountId());
    }

    @EventSourcingHandler
    void evolve(StockOffered event) {
        line.offer(event.accountId(), new Offer(event.entryId(), event.quantity(), event.offeredUntil()));
    }

    @EventSourcingHandler
    void evolve(OfferTaken event) {
        line.take(event.accountId(), event.orderId());
    }

    @EventSourcingHandler
    void evolve(OfferRestored event) {
        line.offer(event.accountId(), new Offer(event.entryId(), event.quantity(), event.offeredUntil()));
    }

    @EventSourcingHandler
    void evolve(OfferGivenUp event) {
        line.drop(event.accountId());
    }

    @EventSourcingHandler
    void evolve(OfferLapsed event) {
        line.drop(event.accountId());
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
        line.forget(order);
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

    private void requireNothingNewer(long revision) throws Refusal {
        if (revision < rsvpRevision) {
            throw new Refusal(
                    ErrorCode.CONCURRENT_CHANGE, "Somebody decided otherwise about RSVPs meanwhile; try again.");
        }
    }

    private static void requireSomebody(Actor actor) throws Refusal {
        if (actor.isAnonymous()) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only somebody who is signed in may wait.");
        }
    }

    private static void requireSameWish(WaitingPlace known, int quantity) throws Refusal {
        if (known.quantity() != quantity) {
            throw new Refusal(
                    ErrorCode.WAITING_LIST_JOINED,
                    "You wait for " + known.quantity() + " already; leave the list to wait for another number.");
        }
    }

    private static void requireNothingLeft(int available) throws Refusal {
        if (available > 0) {
            throw new Refusal(
                    ErrorCode.WAITING_LIST_NOT_NEEDED,
                    "There is no need to wait: " + available + " are left.",
                    Map.of("available", Integer.toString(available)));
        }
    }

    private void requireRoomInLine(WaitingListSettings waiting) throws Refusal {
        if (line.size() >= waiting.size()) {
            throw new Refusal(ErrorCode.WAITING_LIST_FULL, "Too many people wait for this tier already.");
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
        if (!now.isBefore(endOf(selling))) {
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

    private void requireStock(int quantity, int available) throws Refusal {
        if (quantity > available) {
            throw soldOut(available);
        }
    }

    private Refusal soldOut(int available) {
        return new Refusal(
                ErrorCode.SOLD_OUT,
                available == 0
                        ? terms.name() + " is sold out."
                        : "Only " + available + " of " + terms.name() + " are left.",
                Map.of("available", Integer.toString(available), "tierId", id.value()));
    }

    private void requireCommittedWithin(int restocked, Instant now) throws Refusal {
        int committed = stock - availableAt(now);
        if (restocked < committed) {
            throw new Refusal(
                    ErrorCode.STOCK_BELOW_COMMITTED,
                    "So many are sold, held or offered already: " + committed + ".",
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

    /** What nothing has been said of: neither sold nor held nor offered, as far as history goes. */
    private int unreserved() {
        return stock - sold - held - line.offered();
    }

    /** What one account could take now: what is offered to it, and what nobody waits for. */
    private int availableTo(UserId account, Instant now) {
        return line.availableTo(account, turnAt(now), now);
    }

    private Turn turnAt(Instant now) {
        return line.turnOn(availableAt(now));
    }

    /** What is free at this moment: a hold or offer whose time is over is free, whether or not history says so yet. */
    private int availableAt(Instant now) {
        int free = unreserved();
        for (Offer offer : line.lapsedAt(now).values()) {
            free += offer.quantity();
        }
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

    /** Whatever freed stock, it goes to those who wait for it; to be called after anything that frees stock. */
    private void offerFreed(Instant now, WaitingListSettings waiting) {
        if (line.isEmpty() || selling == null) {
            return;
        }
        lapseOffers(now);
        Instant end = endOf(selling);
        if (now.isBefore(end)) {
            Instant usual = now.plus(waiting.offer());
            call(turnAt(now), usual.isBefore(end) ? usual : end, now);
        }
    }

    private void call(Turn turn, Instant until, Instant now) {
        turn.called().forEach((account, place) -> {
            lapse(place.quantity() - unreserved(), now);
            apply(new StockOffered(
                    id, eventId, place.entryId(), new UserId(account), terms.name(), place.quantity(), until));
        });
    }

    private void lapseOffers(Instant now) {
        line.lapsedAt(now)
                .forEach((account, offer) -> apply(new OfferLapsed(
                        id, eventId, offer.entryId(), new UserId(account), offer.quantity(), offer.until())));
    }

    /** Who orders waits no more: the order takes the offer, or what the first in line finds. */
    private void leaveLineWith(OrderId order, UserId account) {
        Offer offer = line.offerTo(account);
        Place place = line.placeOf(account);
        if (offer != null) {
            apply(new OfferTaken(id, eventId, offer.entryId(), account, order, offer.quantity(), offer.until()));
        } else if (place != null) {
            apply(new WaitingListLeft(id, eventId, place.entryId(), account, place.quantity()));
        }
    }

    private void restore(Taken taken, int quantity, Instant now) {
        UserId account = new UserId(taken.accountId());
        Offer offer = taken.offer();
        if (offer.standsAt(now) && line.offerTo(account) == null && line.placeOf(account) == null) {
            apply(new OfferRestored(id, eventId, offer.entryId(), account, quantity, offer.until()));
        }
    }

    private WaitingPlace described(Actor actor, Instant now) {
        WaitingPlace place = line.describe(actor.userId(), now);
        if (place == null) {
            throw new IllegalStateException("Who has just joined is in line.");
        }
        return place;
    }

    /** When selling ends, for this tier and for the night. */
    private Instant endOf(SellingTerms open) {
        Instant night = open.slot().until();
        Instant window = terms.salesUntil();
        return window != null && window.isBefore(night) ? window : night;
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

    private TierOffer offer(int quantity, SellingTerms open, @Nullable Instant heldUntil, Actor actor, Instant now) {
        return new TierOffer(id, eventId, quantity, availableTo(actor.userId(), now), terms, open, heldUntil);
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
