package com.thec1rcle.command.event;

import com.thec1rcle.command.ticketing.TicketingSettings;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent;
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
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A night as tests know it. */
final class EventFixtures {
    static final EventId EVENT = new EventId("event-1");
    static final HostId HOST = new HostId("host-1");
    static final VenueId VENUE = new VenueId("venue-1");
    static final VenueId OTHER_VENUE = new VenueId("venue-2");
    static final TierId TIER = new TierId("tier-1");
    static final PromoterId PIA = new PromoterId("pia");
    static final EventCreator BY_HOST = EventCreator.host(HOST);
    static final EventCreator BY_VENUE = EventCreator.venue(VENUE);

    static final Actor HANA = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    static final Actor VERA =
            new Actor(new UserId("vera"), null, Set.of(), Map.of(VENUE, StaffRole.MANAGER), Set.of(), null);
    static final Actor DOORMAN =
            new Actor(new UserId("dev"), null, Set.of(), Map.of(VENUE, StaffRole.SECURITY), Set.of(), null);
    static final Actor PROMOTER = new Actor(new UserId("pia"), null, Set.of(), Map.of(), Set.of(), PIA);
    static final Actor STRANGER = Actor.user(new UserId("stranger"));

    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    static final Period SLOT = new Period(Instant.parse("2026-12-04T15:30:00Z"), Instant.parse("2026-12-04T22:30:00Z"));
    static final Period OTHER_SLOT =
            new Period(Instant.parse("2026-12-05T15:30:00Z"), Instant.parse("2026-12-05T22:30:00Z"));
    static final Instant DOORS = SLOT.from().minus(Duration.ofHours(3));
    static final Instant LAPSE = NOW.plus(Duration.ofHours(48));

    /** The second attempt: scheduling began a new one. */
    static final SlotRequestId REQUEST = SlotRequestId.of(EVENT, 2);

    static final SlotRequestId NEXT_REQUEST = SlotRequestId.of(EVENT, 3);
    static final BookingId BOOKING = new BookingId(REQUEST.value());

    static final EventSettings SETTINGS = new EventSettings(Duration.ofHours(3), 1500, 1000, 10, 10);
    static final TicketingSettings TICKETING = new TicketingSettings(Duration.ofMinutes(10), 1, 10);

    private EventFixtures() {}

    static EventDetails details(String title, String city) {
        return new EventDetails(title, "Four rooms.", "house", city, null, null, null);
    }

    static EventDrafted drafted() {
        return new EventDrafted(EVENT, BY_HOST, HANA.userId(), "Untitled");
    }

    static EventDrafted draftedByVenue() {
        return new EventDrafted(EVENT, BY_VENUE, VERA.userId(), "Untitled");
    }

    static EventScheduled scheduled() {
        return new EventScheduled(EVENT, VENUE, SLOT, DOORS);
    }

    static EventSubmitted submitted() {
        return new EventSubmitted(EVENT, REQUEST, VENUE, SLOT);
    }

    static EventApproved approved() {
        return new EventApproved(EVENT, BOOKING, VENUE, SLOT, LAPSE);
    }

    static EventPublished published() {
        return new EventPublished(
                EVENT,
                BY_HOST,
                VENUE,
                BOOKING,
                "Monsoon Nights",
                "Mumbai",
                SLOT,
                DOORS,
                OrderLimits.DEFAULT,
                SETTINGS.noPromoters(),
                List.of(TIER));
    }

    /** A draft that lacks nothing. */
    static List<EventLifecycleEvent> complete() {
        return List.of(
                drafted(),
                new EventDescribed(EVENT, details("Monsoon Nights", "Mumbai")),
                scheduled(),
                new TierAdded(EVENT, TIER));
    }

    static List<EventLifecycleEvent> venuesOwn() {
        return List.of(
                draftedByVenue(),
                new EventDescribed(EVENT, details("Monsoon Nights", "Mumbai")),
                scheduled(),
                new TierAdded(EVENT, TIER));
    }

    /** The history that leads to a state. */
    static List<EventLifecycleEvent> in(EventStatus status) {
        List<EventLifecycleEvent> history = new ArrayList<>(complete());
        switch (status) {
            case DRAFT -> {}
            case SUBMITTED -> history.add(submitted());
            case NEEDS_CHANGES -> history.addAll(List.of(submitted(), new EventSentBack(EVENT, "Not this one.")));
            case APPROVED -> history.addAll(List.of(submitted(), approved()));
            case SCHEDULED -> history.addAll(List.of(submitted(), approved(), published()));
            case LIVE -> history.addAll(List.of(submitted(), approved(), published(), new EventWentLive(EVENT)));
            case COMPLETED ->
                history.addAll(List.of(
                        submitted(),
                        approved(),
                        published(),
                        new EventWentLive(EVENT),
                        new EventCompleted(EVENT, true)));
            case CANCELLED -> history.add(cancelled(EventStatus.DRAFT));
        }
        return history;
    }

    static EventCancelled cancelled(EventStatus from) {
        boolean booked = from == EventStatus.APPROVED || from.isPublic();
        return new EventCancelled(
                EVENT,
                BY_HOST,
                VENUE,
                booked ? BOOKING : null,
                from == EventStatus.SUBMITTED ? REQUEST : null,
                List.of(TIER),
                from,
                "Rain.");
    }
}
