package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to an event of the night. */
public sealed interface EventLifecycleEvent {
    EventId eventId();

    /** A draft was started. */
    @Revision("1")
    record EventDrafted(EventId eventId, EventCreator creator, UserId draftedBy, String title)
            implements EventLifecycleEvent {}

    /** The draft says what it is. */
    @Revision("1")
    record EventDescribed(EventId eventId, EventDetails details) implements EventLifecycleEvent {}

    /** The draft has its venue and slot. */
    @Revision("1")
    record EventScheduled(EventId eventId, VenueId venueId, Period slot, Instant doorsAt)
            implements EventLifecycleEvent {}

    /** Those who have left may come back, or may not. */
    @Revision("1")
    record ReEntryDecided(EventId eventId, boolean allowed) implements EventLifecycleEvent {}

    /** For the first time, a good code without a ticket was shown at its door. */
    @Revision("1")
    record StrayCodeShown(EventId eventId) implements EventLifecycleEvent {}

    /** The draft has its limits. */
    @Revision("1")
    record OrderLimitsSet(EventId eventId, OrderLimits limits) implements EventLifecycleEvent {}

    /** The event takes RSVPs, one free ticket for each account; or does not any more. */
    @Revision("1")
    record RsvpSet(EventId eventId, boolean rsvp) implements EventLifecycleEvent {}

    /** The event's tiers are asked to stay free, at this revision; then it may take RSVPs. */
    @Revision("1")
    record RsvpPrepared(EventId eventId, long revision) implements EventLifecycleEvent {}

    /** The event takes no RSVPs after all; its tiers may have a price, at this revision. */
    @Revision("1")
    record RsvpWithdrawn(EventId eventId, long revision) implements EventLifecycleEvent {}

    /** Promoters may or may not sell, on these terms. */
    @Revision("1")
    record PromotersArranged(EventId eventId, PromoterTerms terms) implements EventLifecycleEvent {}

    /** The draft has its pictures. */
    @Revision("1")
    record MediaAttached(EventId eventId, EventMedia media) implements EventLifecycleEvent {}

    /** A tier was added to the event. */
    @Revision("1")
    record TierAdded(EventId eventId, TierId tierId) implements EventLifecycleEvent {}

    /** The draft was handed in; absent slot request for a venue's own event. */
    @Revision("1")
    record EventSubmitted(EventId eventId, @Nullable SlotRequestId slotRequestId, VenueId venueId, Period slot)
            implements EventLifecycleEvent {}

    /** The venue holds the slot for it, until the approval lapses. */
    @Revision("1")
    record EventApproved(EventId eventId, BookingId bookingId, VenueId venueId, Period slot, Instant lapsesAt)
            implements EventLifecycleEvent {}

    /** It needs changes before it can be handed in again. */
    @Revision("1")
    record EventSentBack(EventId eventId, String reason) implements EventLifecycleEvent {}

    /** The approval lapsed before publication; the slot goes back. */
    @Revision("1")
    record EventApprovalLapsed(EventId eventId, VenueId venueId, BookingId bookingId) implements EventLifecycleEvent {}

    /** A booked slot is no longer wanted: the event moved elsewhere, or was called off before the booking came. */
    @Revision("1")
    record SlotGivenUp(EventId eventId, VenueId venueId, BookingId bookingId) implements EventLifecycleEvent {}

    /** The public may see and buy. */
    @Revision("1")
    record EventPublished(
            EventId eventId,
            EventCreator creator,
            VenueId venueId,
            BookingId bookingId,
            String title,
            String city,
            Period slot,
            Instant doorsAt,
            OrderLimits limits,
            PromoterTerms promoters,
            List<TierId> tiers)
            implements EventLifecycleEvent {}

    /** Its slot began. */
    @Revision("1")
    record EventWentLive(EventId eventId) implements EventLifecycleEvent {}

    /** It is over. */
    @Revision("1")
    record EventCompleted(EventId eventId, boolean early) implements EventLifecycleEvent {}

    /** It was called off. */
    @Revision("1")
    record EventCancelled(
            EventId eventId,
            EventCreator creator,
            @Nullable VenueId venueId,
            @Nullable BookingId bookingId,
            @Nullable SlotRequestId slotRequestId,
            List<TierId> tiers,
            EventStatus from,
            String reason)
            implements EventLifecycleEvent {}

    /** A promoter asked for access. */
    @Revision("1")
    record PromotionAsked(EventId eventId, PromoterId promoterId) implements EventLifecycleEvent {}

    /** A promoter may sell. */
    @Revision("1")
    record PromotionGranted(EventId eventId, PromoterId promoterId) implements EventLifecycleEvent {}

    /** A promoter may not sell. */
    @Revision("1")
    record PromotionDeclined(EventId eventId, PromoterId promoterId) implements EventLifecycleEvent {}
}
