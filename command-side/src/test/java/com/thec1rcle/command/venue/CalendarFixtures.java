package com.thec1rcle.command.venue;

import com.thec1rcle.command.slot.SlotSettings;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** A venue, a host, people and nights for the tests of calendars and slots. */
public final class CalendarFixtures {
    public static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    public static final Clock CLOCK = at(NOW);
    public static final SlotSettings SETTINGS = new SlotSettings(Duration.ofDays(7), Duration.ofHours(48));

    public static final VenueId VENUE = new VenueId("venue-1");
    public static final HostId HOST = new HostId("host-1");
    public static final PartnershipId PARTNERSHIP = PartnershipId.of(HOST, VENUE);
    public static final EventId EVENT = new EventId("event-1");
    public static final SlotRequestId REQUEST = new SlotRequestId("request-1");
    public static final SlotRequestId RIVAL = new SlotRequestId("request-2");

    public static final Actor OWNER = venueActor("owner", StaffRole.OWNER);
    public static final Actor HOST_OWNER =
            new Actor(new UserId("host-owner"), null, Set.of(), Map.of(), Set.of(HOST), null);
    public static final Actor STRANGER = Actor.user(new UserId("stranger"));

    /** Over midnight and over the end of the month. */
    public static final Period NIGHT = night("2026-11-30T15:30:00Z");

    public static final Period NEXT_NIGHT = night("2026-12-01T15:30:00Z");

    private CalendarFixtures() {}

    public static Period night(String from) {
        Instant start = Instant.parse(from);
        return new Period(start, start.plus(Duration.ofHours(7)));
    }

    public static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Somebody whose token says that they have a role at the venue. */
    public static Actor venueActor(String userId, StaffRole role) {
        return new Actor(new UserId(userId), null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }

    public static Map<String, String> as(Actor actor) {
        return ActorMetadata.of(actor);
    }

    public static Matcher<Refusal> refusal(ErrorCode code) {
        return new TypeSafeMatcher<>(Refusal.class) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("a refusal with " + code);
            }

            @Override
            protected void describeMismatchSafely(Refusal refusal, Description description) {
                description.appendText("a refusal with " + refusal.code());
            }
        };
    }
}
