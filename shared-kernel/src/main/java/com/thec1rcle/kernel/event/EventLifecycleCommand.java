package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of an event of the night. */
public sealed interface EventLifecycleCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    EventId eventId();

    /** Starts a draft. */
    record DraftEvent(EventId eventId, EventCreator creator, String title) implements EventLifecycleCommand {}

    /** The wizard's details step. */
    record DescribeEvent(EventId eventId, EventDetails details) implements EventLifecycleCommand {}

    /**
     * The wizard's schedule step.
     *
     * @param doorsAt absent means the usual time before the start
     * @param reEntry whether those who have left may come back; absent leaves that as it is
     */
    record ScheduleEvent(
            EventId eventId,
            VenueId venueId,
            Period slot,
            @Nullable Instant doorsAt,
            @Nullable Boolean reEntry) implements EventLifecycleCommand {}

    /** The wizard's limits step, of an event that takes no RSVPs from now on; answers RsvpTiers, which may have a price. */
    record LimitOrders(EventId eventId, OrderLimits limits) implements EventLifecycleCommand {}

    /** Begins to take RSVPs; answers RsvpTiers, each of which is to promise that it stays free. */
    record PrepareRsvp(EventId eventId) implements EventLifecycleCommand {}

    /**
     * The event takes one free ticket of each account from now on; refused with CONCURRENT_CHANGE if a tier is missing,
     * or if it was decided since that the event takes no RSVPs.
     *
     * @param revision as it was answered when this began
     * @param keptFree the tiers that have promised to stay free
     */
    record TakeRsvps(EventId eventId, long revision, Set<TierId> keptFree) implements EventLifecycleCommand {
        public TakeRsvps {
            keptFree = Set.copyOf(keptFree);
        }
    }

    /** Nothing comes of the RSVPs that were begun at this revision; answers RsvpTiers, or nothing if it is settled. */
    record WithdrawRsvp(EventId eventId, long revision) implements EventLifecycleCommand {}

    /** Asks whether the caller may make promo codes for the event now; answers a PromoCodeOwner. */
    record CheckPromoCodes(EventId eventId) implements EventLifecycleCommand {}

    /** The wizard's promoters step; absent rates mean the platform's usual ones. */
    record ArrangePromoters(
            EventId eventId,
            boolean enabled,
            PromoterTerms.Mode mode,
            Set<PromoterId> promoterIds,
            @Nullable Rate commission,
            @Nullable Rate discount)
            implements EventLifecycleCommand {
        public ArrangePromoters {
            promoterIds = Set.copyOf(promoterIds);
        }
    }

    /** The wizard's media step. */
    record AttachMedia(EventId eventId, EventMedia media) implements EventLifecycleCommand {}

    /** Adds a tier; the event creates it. */
    record AddTier(EventId eventId, TierId tierId, TierDraft draft) implements EventLifecycleCommand {}

    /** Asks whether this tier of the event may be changed by the caller now; changes nothing. */
    record CheckTierEditable(EventId eventId, TierId tierId) implements EventLifecycleCommand {}

    /** Asks on what terms the event's tiers sell; answers EventSales. */
    record DescribeSales(EventId eventId) implements EventLifecycleCommand {}

    /** Asks for the rules a draft does not meet yet; answers Readiness. */
    record CheckReadiness(EventId eventId) implements EventLifecycleCommand {}

    /** Asks whether the event may be submitted, and for which slot; answers a SubmissionTerms. */
    record CheckSubmittable(EventId eventId) implements EventLifecycleCommand {}

    /** Hands the draft in with the slot request that was made for it. */
    record SubmitEvent(EventId eventId, SlotRequestId slotRequestId) implements EventLifecycleCommand {}

    /** Records the slot that the venue booked for it. */
    record RecordSlotBooking(EventId eventId, BookingId bookingId, Period slot, Instant lapsesAt)
            implements EventLifecycleCommand {}

    /** Records the venue's no. */
    record RecordSlotRejection(EventId eventId, SlotRequestId slotRequestId, String reason)
            implements EventLifecycleCommand {}

    /** Takes back an approval that was not used in time. */
    record LapseApproval(EventId eventId) implements EventLifecycleCommand {}

    /** Opens the event to the public. */
    record PublishEvent(EventId eventId) implements EventLifecycleCommand {}

    /** Calls the event off. */
    record CancelEvent(EventId eventId, String reason) implements EventLifecycleCommand {}

    /** Ends a live event before its slot does. */
    record CompleteEvent(EventId eventId) implements EventLifecycleCommand {}

    /** Says what the clock says: live, then completed; changes nothing when it is too early. */
    record FollowClock(EventId eventId) implements EventLifecycleCommand {}

    /** Asks what the door must know; answers DoorTerms. */
    record DescribeDoor(EventId eventId) implements EventLifecycleCommand {}

    /** Notes that a good code without a ticket was shown at its door; answers are then looked up before they are given. */
    record NoteStrayCode(EventId eventId) implements EventLifecycleCommand {}

    /** A promoter asks for access. */
    record AskToPromote(EventId eventId, PromoterId promoterId) implements EventLifecycleCommand {}

    /** The event's people let a promoter sell. */
    record GrantPromotion(EventId eventId, PromoterId promoterId) implements EventLifecycleCommand {}

    /** The event's people do not let a promoter sell. */
    record DeclinePromotion(EventId eventId, PromoterId promoterId) implements EventLifecycleCommand {}

    /** Asks whether a promoter may sell now; refused with PROMOTER_ACCESS_DENIED if not; answers PromoterTerms. */
    record CheckPromoter(EventId eventId, PromoterId promoterId) implements EventLifecycleCommand {}
}
