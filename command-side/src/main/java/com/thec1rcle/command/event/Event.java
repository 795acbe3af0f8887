package com.thec1rcle.command.event;

import static com.thec1rcle.kernel.event.EventStatus.APPROVED;
import static com.thec1rcle.kernel.event.EventStatus.CANCELLED;
import static com.thec1rcle.kernel.event.EventStatus.COMPLETED;
import static com.thec1rcle.kernel.event.EventStatus.DRAFT;
import static com.thec1rcle.kernel.event.EventStatus.LIVE;
import static com.thec1rcle.kernel.event.EventStatus.NEEDS_CHANGES;
import static com.thec1rcle.kernel.event.EventStatus.SCHEDULED;
import static com.thec1rcle.kernel.event.EventStatus.SUBMITTED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.ticketing.NewTier;
import com.thec1rcle.command.ticketing.TicketingSettings;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AddTier;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ArrangePromoters;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AskToPromote;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AttachMedia;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CancelEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoCodes;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoter;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckReadiness;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckSubmittable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckTierEditable;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CompleteEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DeclinePromotion;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeSales;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DraftEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.FollowClock;
import com.thec1rcle.kernel.event.EventLifecycleCommand.GrantPromotion;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LapseApproval;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LimitOrders;
import com.thec1rcle.kernel.event.EventLifecycleCommand.NoteStrayCode;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PrepareRsvp;
import com.thec1rcle.kernel.event.EventLifecycleCommand.PublishEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotBooking;
import com.thec1rcle.kernel.event.EventLifecycleCommand.RecordSlotRejection;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ScheduleEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.SubmitEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.TakeRsvps;
import com.thec1rcle.kernel.event.EventLifecycleCommand.WithdrawRsvp;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApprovalLapsed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventApproved;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDescribed;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventScheduled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSentBack;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSubmitted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventWentLive;
import com.thec1rcle.kernel.event.EventLifecycleEvent.MediaAttached;
import com.thec1rcle.kernel.event.EventLifecycleEvent.OrderLimitsSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotersArranged;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionAsked;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionDeclined;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotionGranted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.ReEntryDecided;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpPrepared;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpWithdrawn;
import com.thec1rcle.kernel.event.EventLifecycleEvent.SlotGivenUp;
import com.thec1rcle.kernel.event.EventLifecycleEvent.StrayCodeShown;
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventSales;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.MissingStep;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.PromoterTerms.Mode;
import com.thec1rcle.kernel.event.Readiness;
import com.thec1rcle.kernel.event.RsvpTiers;
import com.thec1rcle.kernel.event.SubmissionTerms;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promo.PromoCodeOwner;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A night that somebody builds: drafted in steps, approved by its venue, published, live and over by the clock. */
@Decider
@SuppressWarnings("NullAway.Init") // The first event fills what is never absent.
final class Event {
    @AggregateIdentifier
    private EventId id;

    private EventCreator creator;
    private EventStatus status;
    private EventDetails details;
    private @Nullable VenueId venueId;
    private @Nullable Period slot;
    private @Nullable Instant doorsAt;
    private boolean reEntry;
    private boolean strayCodes;
    private OrderLimits limits = OrderLimits.DEFAULT;
    private boolean rsvp;

    /** Whether tiers are asked to stay free, so that the event may take RSVPs. */
    private boolean rsvpPrepared;

    /** Rises whenever its people change their mind about RSVPs; each revision means one thing for ever. */
    private long rsvpRevision;

    private @Nullable PromoterTerms promoters;
    private List<TierId> tiers = new ArrayList<>();

    /** Which hand-in this is: a new slot, or a no to the last one, begins another. */
    private int attempt = 1;

    private boolean handedIn;
    private @Nullable BookingId bookingId;
    private @Nullable Period bookedSlot;
    private @Nullable Instant lapsesAt;

    private Set<PromoterId> chosenPromoters = new LinkedHashSet<>();
    private Set<PromoterId> askingPromoters = new LinkedHashSet<>();

    Event() {}

    // ---- drafting ----------------------------------------------------------------------------------------------

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DraftEvent command, Actor actor, EventSettings settings) throws Refusal {
        command.creator().require(actor);
        if (id != null) {
            requireSameDraft(command);
            return; // Drafting twice is one draft.
        }
        StepRules.requireTitle(command.title());
        apply(new EventDrafted(
                command.eventId(),
                command.creator(),
                actor.userId(),
                command.title().strip()));
        limit(settings.limits());
    }

    @CommandHandler
    void decide(DescribeEvent command, Actor actor, Clock clock) throws Refusal {
        requireEditable(actor, clock.instant());
        EventDetails described = command.details();
        StepRules.requireDetails(described);
        if (described.equals(details)) {
            return;
        }
        if (isPublished()) {
            requireReady(detailsMissing(described));
        }
        apply(new EventDescribed(id, described));
    }

    @CommandHandler
    void decide(ScheduleEvent command, Actor actor, Clock clock, EventSettings settings) throws Refusal {
        Instant now = clock.instant();
        requireEditable(actor, now);
        Instant doors =
                command.doorsAt() == null ? command.slot().from().minus(settings.doorsBefore()) : command.doorsAt();
        boolean stays = isPlannedFor(command.venueId(), command.slot()) && doors.equals(doorsAt);
        if (!stays) {
            requireMovable(command, doors, now);
            schedule(command, doors);
        }
        Boolean allowed = command.reEntry();
        if (allowed != null && allowed != reEntry) {
            apply(new ReEntryDecided(id, allowed));
        }
    }

    private void requireMovable(ScheduleEvent command, Instant doors, Instant now) throws Refusal {
        if (isPublished()) {
            throw new Refusal(ErrorCode.EVENT_STATE, "A published event keeps its venue and slot.");
        }
        requireOwnVenue(command.venueId());
        StepRules.requireSlot(command.slot(), now);
        StepRules.requireDoors(doors, command.slot());
    }

    private void schedule(ScheduleEvent command, Instant doors) {
        BookingId leaves = bookingId;
        VenueId left = venueId;
        boolean moves = !command.venueId().equals(venueId) || !command.slot().equals(bookedSlot);
        apply(new EventScheduled(id, command.venueId(), command.slot(), doors));
        if (leaves != null && left != null && moves) {
            apply(new SlotGivenUp(id, left, leaves));
        }
    }

    @CommandHandler
    RsvpTiers decide(LimitOrders command, Actor actor, Clock clock) throws Refusal {
        requireEditable(actor, clock.instant());
        StepRules.requireLimits(command.limits());
        if (rsvp) {
            apply(new RsvpSet(id, false));
        } else if (rsvpPrepared) {
            apply(new RsvpWithdrawn(id, rsvpRevision + 1));
        }
        limit(command.limits());
        return rsvpTiers();
    }

    @CommandHandler
    RsvpTiers decide(PrepareRsvp command, Actor actor, Clock clock) throws Refusal {
        requireEditable(actor, clock.instant());
        if (!rsvp && !rsvpPrepared) {
            apply(new RsvpPrepared(id, rsvpRevision + 1));
        }
        return rsvpTiers();
    }

    @CommandHandler
    void decide(TakeRsvps command, Actor actor, Clock clock) throws Refusal {
        requireEditable(actor, clock.instant());
        requireStillWanted(command.revision());
        requireAllFree(command.keptFree());
        if (!rsvp) {
            apply(new RsvpSet(id, true));
        }
        limit(OrderLimits.RSVP);
    }

    @CommandHandler
    @Nullable
    RsvpTiers decide(WithdrawRsvp command, Actor actor) throws Refusal {
        creator.require(actor);
        if (rsvp || !rsvpPrepared || command.revision() != rsvpRevision) {
            return null; // It has been settled since, one way or the other.
        }
        apply(new RsvpWithdrawn(id, rsvpRevision + 1));
        return rsvpTiers();
    }

    private void limit(OrderLimits asked) {
        if (!asked.equals(limits)) {
            apply(new OrderLimitsSet(id, asked));
        }
    }

    private RsvpTiers rsvpTiers() {
        return new RsvpTiers(id, rsvpRevision, tiers);
    }

    @CommandHandler
    PromoCodeOwner decide(CheckPromoCodes command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        requireNotOver(clock.instant());
        return new PromoCodeOwner(id, creator, tiers);
    }

    @CommandHandler
    void decide(AttachMedia command, Actor actor, Clock clock) throws Refusal {
        requireEditable(actor, clock.instant());
        StepRules.requireMedia(command.media());
        apply(new MediaAttached(id, command.media()));
    }

    @CommandHandler
    void decide(AddTier command, Actor actor, Clock clock, TicketingSettings settings) throws Refusal {
        requireEditable(actor, clock.instant());
        if (tiers.contains(command.tierId())) {
            return; // Adding twice is one tier.
        }
        if (tiers.size() >= StepRules.MOST_TIERS) {
            throw new Refusal(ErrorCode.TIER_INVALID, "An event has 50 tiers at most.");
        }
        NewTier tier = NewTier.of(command.tierId(), id, creator, rsvp ? rsvpRevision : null, command.draft(), settings);
        apply(new TierAdded(id, command.tierId()));
        tier.create();
    }

    @CommandHandler
    void decide(CheckTierEditable command, Actor actor, Clock clock) throws Refusal {
        requireEditable(actor, clock.instant());
        if (!tiers.contains(command.tierId())) {
            throw new Refusal(ErrorCode.TIER_NOT_FOUND, "This event has no such tier.");
        }
    }

    @CommandHandler
    Readiness decide(CheckReadiness command, Actor actor, Clock clock) throws Refusal {
        requireViewer(actor);
        List<MissingStep> missing = missing(clock.instant());
        return new Readiness(missing.isEmpty(), missing);
    }

    // ---- approval ----------------------------------------------------------------------------------------------

    @CommandHandler
    SubmissionTerms decide(CheckSubmittable command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        if (status != SUBMITTED) {
            // Asked again while submitted, the answer is the same: a hand-in that was cut short can be finished.
            requireUnapprovedDraft();
        }
        Instant now = clock.instant();
        if (venueId == null || slot == null || !slot.from().isAfter(now)) {
            throw notReady(scheduleMissing(now));
        }
        return new SubmissionTerms(id, creator, venueId, slot, slotRequestId());
    }

    @CommandHandler
    void decide(SubmitEvent command, Actor actor) throws Refusal {
        creator.require(actor);
        if (isHandedInWith(command.slotRequestId())) {
            return; // Handing in twice is one submission; the venue may even have answered.
        }
        requireUnapprovedDraft();
        if (venueId == null || slot == null || !command.slotRequestId().equals(slotRequestId())) {
            throw new Refusal(ErrorCode.EVENT_STATE, "The schedule has changed since; hand the event in again.");
        }
        apply(new EventSubmitted(id, creator.isHost() ? command.slotRequestId() : null, venueId, slot));
    }

    @CommandHandler
    void decide(RecordSlotBooking command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (venueId == null
                || !isAskedFor(command.bookingId())
                || command.bookingId().equals(bookingId)) {
            return; // Known already, or a booking that this event did not ask for: nothing to it.
        }
        switch (status) {
            // The venue may answer before the hand-in is recorded: the request is out by then.
            case DRAFT, NEEDS_CHANGES, SUBMITTED ->
                apply(new EventApproved(id, command.bookingId(), venueId, command.slot(), lapseOf(command)));
            case CANCELLED -> apply(new SlotGivenUp(id, venueId, command.bookingId()));
            case APPROVED, SCHEDULED, LIVE, COMPLETED ->
                throw new Refusal(ErrorCode.EVENT_STATE, "The event has another booking.");
        }
    }

    @CommandHandler
    void decide(RecordSlotRejection command, Actor actor) throws Refusal {
        actor.requireSystem();
        boolean waits = status == DRAFT || status == NEEDS_CHANGES || status == SUBMITTED;
        if (waits && command.slotRequestId().equals(slotRequestId())) {
            apply(new EventSentBack(id, command.reason()));
        }
        // Otherwise the no is to a request that the event does not wait for any more.
    }

    @CommandHandler
    void decide(LapseApproval command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        if (status == APPROVED && hasLapsed(clock.instant()) && venueId != null && bookingId != null) {
            apply(new EventApprovalLapsed(id, venueId, bookingId));
        }
    }

    // ---- the public life ---------------------------------------------------------------------------------------

    @CommandHandler
    void decide(PublishEvent command, Actor actor, Clock clock, EventSettings settings) throws Refusal {
        creator.require(actor);
        Instant now = clock.instant();
        EventStatus at = statusAt(now);
        if (at == SCHEDULED || at == LIVE) {
            return; // Publishing twice is one publication.
        }
        if (status != APPROVED) {
            throw new Refusal(ErrorCode.EVENT_STATE, "Only an approved event is published; this one is " + at + ".");
        }
        if (hasLapsed(now)) {
            throw new Refusal(ErrorCode.SLOT_LAPSED, "The approval of the slot has lapsed; hand the event in again.");
        }
        requireReady(missing(now));
        apply(publication(settings));
    }

    @CommandHandler
    void decide(FollowClock command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        followClock(clock.instant());
    }

    @CommandHandler
    void decide(CompleteEvent command, Actor actor, Clock clock) throws Refusal {
        requireCreatorOrVenue(actor);
        Instant now = clock.instant();
        EventStatus at = statusAt(now);
        if (at != LIVE && at != COMPLETED) {
            throw new Refusal(ErrorCode.EVENT_STATE, "Only a live event is completed; this one is " + at + ".");
        }
        followClock(now);
        if (at == LIVE) {
            apply(new EventCompleted(id, true));
        }
    }

    @CommandHandler
    void decide(CancelEvent command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        EventStatus at = statusAt(clock.instant());
        if (at == CANCELLED) {
            return; // Called off twice is called off.
        }
        if (at == COMPLETED) {
            throw new Refusal(ErrorCode.EVENT_STATE, "The event is over; it cannot be called off.");
        }
        SlotRequestId pending = creator.isHost() && at == SUBMITTED ? slotRequestId() : null;
        apply(new EventCancelled(id, creator, venueId, bookingId, pending, List.copyOf(tiers), at, command.reason()));
    }

    @CommandHandler
    DoorTerms decide(DescribeDoor command, Clock clock) {
        return new DoorTerms(id, statusAt(clock.instant()), venueId, slot, doorsAt, reEntry, strayCodes);
    }

    @CommandHandler
    void decide(NoteStrayCode command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (!strayCodes) {
            apply(new StrayCodeShown(id));
        }
    }

    @CommandHandler
    EventSales decide(DescribeSales command, Clock clock, EventSettings settings) {
        EventStatus at = statusAt(clock.instant());
        return new EventSales(id, tiers, at == SCHEDULED || at == LIVE ? selling(settings) : null);
    }

    // ---- promoters ---------------------------------------------------------------------------------------------

    @CommandHandler
    void decide(ArrangePromoters command, Actor actor, Clock clock, EventSettings settings) throws Refusal {
        requireEditable(actor, clock.instant());
        PromoterTerms usual = settings.noPromoters();
        PromoterTerms arranged = new PromoterTerms(
                command.enabled(),
                command.mode(),
                command.promoterIds(),
                command.commission() == null ? usual.commission() : command.commission(),
                command.discount() == null ? usual.discount() : command.discount());
        StepRules.requirePromoters(arranged);
        if (!arranged.equals(promoters) || !arranged.promoterIds().equals(chosenPromoters)) {
            apply(new PromotersArranged(id, arranged));
        }
    }

    @CommandHandler
    void decide(AskToPromote command, Actor actor, Clock clock, EventSettings settings) throws Refusal {
        if (!command.promoterId().equals(actor.promoterId())) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A promoter asks in person.");
        }
        PromoterTerms terms = requirePromotable(clock.instant(), settings);
        boolean known = terms.mode() == Mode.ALL
                || chosenPromoters.contains(command.promoterId())
                || askingPromoters.contains(command.promoterId());
        if (!known) {
            apply(new PromotionAsked(id, command.promoterId()));
        }
    }

    @CommandHandler
    void decide(GrantPromotion command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        requireNotOver(clock.instant());
        if (!chosenPromoters.contains(command.promoterId())) {
            apply(new PromotionGranted(id, command.promoterId()));
        }
    }

    @CommandHandler
    void decide(DeclinePromotion command, Actor actor, Clock clock) throws Refusal {
        creator.require(actor);
        requireNotOver(clock.instant());
        if (chosenPromoters.contains(command.promoterId()) || askingPromoters.contains(command.promoterId())) {
            apply(new PromotionDeclined(id, command.promoterId()));
        }
    }

    @CommandHandler
    PromoterTerms decide(CheckPromoter command, Clock clock, EventSettings settings) throws Refusal {
        PromoterTerms terms = requirePromotable(clock.instant(), settings);
        if (terms.mode() == Mode.SELECTED && !chosenPromoters.contains(command.promoterId())) {
            throw new Refusal(ErrorCode.PROMOTER_ACCESS_DENIED, "This event chooses its promoters; ask for access.");
        }
        return terms;
    }

    // ---- what has happened -------------------------------------------------------------------------------------

    @EventSourcingHandler
    void evolve(EventDrafted event) {
        id = event.eventId();
        creator = event.creator();
        status = DRAFT;
        details = new EventDetails(event.title(), null, null, null, null, null, null);
    }

    @EventSourcingHandler
    void evolve(EventDescribed event) {
        details = event.details();
    }

    @EventSourcingHandler
    void evolve(EventScheduled event) {
        if (!isPlannedFor(event.venueId(), event.slot())) {
            attempt++;
        }
        handedIn = handedIn && event.venueId().equals(venueId);
        venueId = event.venueId();
        slot = event.slot();
        doorsAt = event.doorsAt();
    }

    @EventSourcingHandler
    void evolve(ReEntryDecided event) {
        reEntry = event.allowed();
    }

    @EventSourcingHandler
    void evolve(StrayCodeShown event) {
        strayCodes = true;
    }

    @EventSourcingHandler
    void evolve(OrderLimitsSet event) {
        limits = event.limits();
    }

    @EventSourcingHandler
    void evolve(RsvpSet event) {
        rsvp = event.rsvp();
        rsvpPrepared = false;
        if (!rsvp) {
            rsvpRevision++;
        }
    }

    @EventSourcingHandler
    void evolve(RsvpPrepared event) {
        rsvpPrepared = true;
        rsvpRevision = event.revision();
    }

    @EventSourcingHandler
    void evolve(RsvpWithdrawn event) {
        rsvpPrepared = false;
        rsvpRevision = event.revision();
    }

    @EventSourcingHandler
    void evolve(TierAdded event) {
        tiers.add(event.tierId());
    }

    @EventSourcingHandler
    void evolve(EventSubmitted event) {
        status = SUBMITTED;
        handedIn = true;
    }

    @EventSourcingHandler
    void evolve(EventApproved event) {
        status = APPROVED;
        handedIn = true;
        bookingId = event.bookingId();
        bookedSlot = event.slot();
        lapsesAt = event.lapsesAt();
    }

    @EventSourcingHandler
    void evolve(EventSentBack event) {
        goBack();
    }

    @EventSourcingHandler
    void evolve(EventApprovalLapsed event) {
        goBack();
    }

    @EventSourcingHandler
    void evolve(SlotGivenUp event) {
        if (status == CANCELLED) {
            attempt++; // The booking that came too late is answered.
        } else {
            goBack();
        }
    }

    @EventSourcingHandler
    void evolve(EventPublished event) {
        status = SCHEDULED;
    }

    @EventSourcingHandler
    void evolve(EventWentLive event) {
        status = LIVE;
    }

    @EventSourcingHandler
    void evolve(EventCompleted event) {
        status = COMPLETED;
    }

    @EventSourcingHandler
    void evolve(EventCancelled event) {
        status = CANCELLED;
    }

    @EventSourcingHandler
    void evolve(PromotersArranged event) {
        promoters = event.terms();
        chosenPromoters = new LinkedHashSet<>(event.terms().promoterIds());
        askingPromoters.removeAll(chosenPromoters);
    }

    @EventSourcingHandler
    void evolve(PromotionAsked event) {
        askingPromoters.add(event.promoterId());
    }

    @EventSourcingHandler
    void evolve(PromotionGranted event) {
        askingPromoters.remove(event.promoterId());
        chosenPromoters.add(event.promoterId());
    }

    @EventSourcingHandler
    void evolve(PromotionDeclined event) {
        askingPromoters.remove(event.promoterId());
        chosenPromoters.remove(event.promoterId());
    }

    private void goBack() {
        status = NEEDS_CHANGES;
        attempt++;
        bookingId = null;
        bookedSlot = null;
        lapsesAt = null;
    }

    // ---- rules -------------------------------------------------------------------------------------------------

    private void requireSameDraft(DraftEvent command) throws Refusal {
        if (!command.creator().equals(creator)) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "There is another event with this id.");
        }
    }

    private void requireEditable(Actor actor, Instant now) throws Refusal {
        creator.require(actor);
        requireNotOver(now);
        if (status == SUBMITTED) {
            throw new Refusal(
                    ErrorCode.EVENT_LOCKED, "The event is with the venue; it can be changed after the answer.");
        }
    }

    private void requireStillWanted(long revision) throws Refusal {
        if (!(rsvp || rsvpPrepared) || revision != rsvpRevision) {
            throw new Refusal(
                    ErrorCode.CONCURRENT_CHANGE, "Somebody decided otherwise about RSVPs meanwhile; try again.");
        }
    }

    /** The tiers alone know their prices; each has promised to stay free before the event takes RSVPs. */
    private void requireAllFree(Set<TierId> keptFree) throws Refusal {
        if (!keptFree.containsAll(tiers)) {
            throw new Refusal(ErrorCode.CONCURRENT_CHANGE, "A tier was added at the same moment; try again.");
        }
    }

    private void requireNotOver(Instant now) throws Refusal {
        EventStatus at = statusAt(now);
        if (at == COMPLETED || at == CANCELLED) {
            throw new Refusal(ErrorCode.EVENT_STATE, "The event is " + at + "; nothing changes any more.");
        }
    }

    private void requireUnapprovedDraft() throws Refusal {
        if (status != DRAFT && status != NEEDS_CHANGES) {
            throw new Refusal(ErrorCode.EVENT_STATE, "Only a draft is handed in; this event is " + status + ".");
        }
    }

    private void requireCreatorOrVenue(Actor actor) throws Refusal {
        boolean ofVenue = handedIn && venueId != null && actor.may(Permission.EDIT_EVENTS, venueId);
        if (!ofVenue) {
            creator.require(actor);
        }
    }

    private void requireViewer(Actor actor) throws Refusal {
        boolean ofVenue = handedIn && venueId != null && actor.may(Permission.VIEW_EVENTS, venueId);
        boolean ofCreator = !creator.isHost() && actor.may(Permission.VIEW_EVENTS, new VenueId(creator.id()));
        if (!ofVenue && !ofCreator) {
            creator.require(actor);
        }
    }

    private void requireOwnVenue(VenueId venue) throws Refusal {
        if (!creator.isHost() && !venue.value().equals(creator.id())) {
            throw new Refusal(ErrorCode.EVENT_DETAILS_INVALID, "A venue builds events in its own house.");
        }
    }

    private PromoterTerms requirePromotable(Instant now, EventSettings settings) throws Refusal {
        PromoterTerms terms = promoters(settings);
        if (!statusAt(now).isPublic() || !terms.enabled()) {
            throw new Refusal(ErrorCode.PROMOTER_ACCESS_DENIED, "This event is not open to promoters.");
        }
        return terms;
    }

    private static void requireReady(List<MissingStep> missing) throws Refusal {
        if (!missing.isEmpty()) {
            throw notReady(missing);
        }
    }

    private static Refusal notReady(List<MissingStep> missing) {
        return new Refusal(
                ErrorCode.EVENT_NOT_READY,
                missing.stream().map(MissingStep::message).collect(Collectors.joining(" ")),
                Map.of("missing", missing.stream().map(MissingStep::code).collect(Collectors.joining(","))));
    }

    // ---- what is still missing ---------------------------------------------------------------------------------

    private List<MissingStep> missing(Instant now) {
        List<MissingStep> missing = detailsMissing(details);
        missing.addAll(scheduleMissing(now));
        if (tiers.isEmpty()) {
            missing.add(new MissingStep("tickets", "TIER_MISSING", "The event has no tier yet."));
        }
        return missing;
    }

    private static List<MissingStep> detailsMissing(EventDetails details) {
        List<MissingStep> missing = new ArrayList<>();
        if (!PublishableTitle.isLongEnough(details.title())) {
            missing.add(new MissingStep("details", "TITLE_TOO_SHORT", "The title has 3 characters or more."));
        } else if (PublishableTitle.isPlaceholder(details.title())) {
            missing.add(new MissingStep("details", "TITLE_PLACEHOLDER", "The title is still a placeholder."));
        }
        if (details.city() == null || details.city().isBlank()) {
            missing.add(new MissingStep("details", "CITY_MISSING", "The event names no city yet."));
        }
        return missing;
    }

    private List<MissingStep> scheduleMissing(Instant now) {
        List<MissingStep> missing = new ArrayList<>();
        if (slot == null) {
            missing.add(new MissingStep("schedule", "SLOT_MISSING", "The event has no venue and slot yet."));
        } else if (!slot.from().isAfter(now) && !isPublished()) {
            missing.add(new MissingStep("schedule", "SLOT_PAST", "The slot lies in the past."));
        }
        if (bookedSlot != null && !bookedSlot.equals(slot)) {
            missing.add(new MissingStep(
                    "schedule",
                    "SLOT_NOT_APPROVED",
                    "The venue has approved another slot: " + bookedSlot.from() + "."));
        }
        return missing;
    }

    // ---- facts -------------------------------------------------------------------------------------------------

    /** The state by the clock, whether or not a timer has said so yet. */
    private EventStatus statusAt(Instant now) {
        if ((status != SCHEDULED && status != LIVE) || slot == null) {
            return status;
        }
        if (!now.isBefore(slot.until())) {
            return COMPLETED;
        }
        return status == LIVE || !now.isBefore(slot.from()) ? LIVE : SCHEDULED;
    }

    private void followClock(Instant now) {
        EventStatus at = statusAt(now);
        if (status == SCHEDULED && at != SCHEDULED) {
            apply(new EventWentLive(id));
        }
        if (status == LIVE && at == COMPLETED) {
            apply(new EventCompleted(id, false));
        }
    }

    private boolean isPublished() {
        return status == SCHEDULED || status == LIVE;
    }

    private boolean isPlannedFor(VenueId venue, Period period) {
        return venue.equals(venueId) && period.equals(slot);
    }

    private boolean isHandedInWith(SlotRequestId request) {
        return (status == SUBMITTED && request.equals(slotRequestId()))
                || (bookingId != null && bookingId.value().equals(request.value()));
    }

    private boolean isAskedFor(BookingId booking) {
        return booking.value().equals(slotRequestId().value());
    }

    private SlotRequestId slotRequestId() {
        return SlotRequestId.of(id, attempt);
    }

    private boolean hasLapsed(Instant now) {
        return lapsesAt != null && !now.isBefore(lapsesAt);
    }

    /** A venue needs no approval in its own house, so its booking stands until the slot begins. */
    private Instant lapseOf(RecordSlotBooking command) {
        return creator.isHost() ? command.lapsesAt() : command.slot().from();
    }

    private PromoterTerms promoters(EventSettings settings) {
        PromoterTerms arranged = promoters == null ? settings.noPromoters() : promoters;
        return new PromoterTerms(
                arranged.enabled(), arranged.mode(), chosenPromoters, arranged.commission(), arranged.discount());
    }

    private @Nullable SellingTerms selling(EventSettings settings) {
        if (venueId == null || slot == null) {
            return null;
        }
        PromoterTerms terms = promoters(settings);
        return new SellingTerms(venueId, creator, slot, limits, terms.enabled(), terms.commission(), terms.discount());
    }

    private EventPublished publication(EventSettings settings) {
        String city = details.city();
        if (venueId == null || bookingId == null || slot == null || doorsAt == null || city == null) {
            throw new IllegalStateException("An approved event that is ready has venue, booking, slot and city.");
        }
        return new EventPublished(
                id,
                creator,
                venueId,
                bookingId,
                details.title().strip(),
                city,
                slot,
                doorsAt,
                limits,
                promoters(settings),
                List.copyOf(tiers));
    }
}
