package com.thec1rcle.query.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BlockId;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarBound;
import com.thec1rcle.kernel.venue.CalendarEntryKind;
import com.thec1rcle.kernel.venue.CalendarEvent.BlockLifted;
import com.thec1rcle.kernel.venue.CalendarEvent.PeriodBlocked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotReleased;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestDropped;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import com.thec1rcle.kernel.venue.DayStatus;
import com.thec1rcle.kernel.venue.VenueCalendar;
import com.thec1rcle.kernel.venue.VenueCalendarEntry;
import com.thec1rcle.kernel.venue.VenueCalendarEntry.Status;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.kernel.venue.VenueQuery.FindCalendar;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import com.thec1rcle.query.partnership.ActivePartnerships;
import com.thec1rcle.query.partnership.PartnershipRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VenueCalendarProjectionTest {
    private static final VenueId VENUE = new VenueId("venue");
    private static final HostId HOST = new HostId("host");
    private static final HostId OTHER_HOST = new HostId("other-host");
    private static final EventId EVENT = new EventId("event");
    private static final SlotRequestId MINE = new SlotRequestId("mine");
    private static final SlotRequestId THEIRS = new SlotRequestId("theirs");
    private static final Actor OWNER =
            new Actor(new UserId("owner"), null, Set.of(), Map.of(VENUE, StaffRole.OWNER), Set.of(), null);
    private static final Actor PARTNER =
            new Actor(new UserId("partner"), null, Set.of(), Map.of(), Set.of(HOST), null);

    /** From nine in the evening until four in the morning in Kolkata: the night of the 4th. */
    private static final Period FRIDAY = night("2026-12-04T15:30:00Z");

    private static final Period SATURDAY = night("2026-12-05T15:30:00Z");
    private static final Period SUNDAY = night("2026-12-06T15:30:00Z");

    private final ViewsFixture views = ViewsFixture.start();
    private final VenueProjection venues = new VenueProjection(views.mongo());
    private final VenueCalendarProjection projection = new VenueCalendarProjection(views.mongo());
    private final CalendarQueries queries = new CalendarQueries(
            views.mongo(),
            new WaitingLine(views.mongo()),
            PartnershipRows.reading(views.mongo()),
            new CalendarSettings(LocalTime.of(6, 0), LocalTime.of(18, 0), Duration.ofHours(4)));

    @BeforeEach
    void venue() {
        venues.on(
                new VenueRegistered(
                        VENUE, new UserId("owner"), "Blue Room", "Mumbai", "1 Harbour Road", "Asia/Kolkata", 400),
                0);
        PartnershipRows.insert(views.mongo(), PartnershipId.of(HOST, VENUE), HOST, VENUE, PartnershipStatus.ACTIVE);
    }

    @AfterEach
    void close() {
        views.close();
    }

    private static Period night(String from) {
        Instant start = Instant.parse(from);
        return new Period(start, start.plus(Duration.ofHours(7)));
    }

    private static SlotRequestQueued queued(SlotRequestId id, HostId host, Period period, int rank) {
        return new SlotRequestQueued(VENUE, id, host, null, period, rank);
    }

    private static SlotBooked booked(SlotRequestId id, HostId host, Period period, SlotRequestId... rivals) {
        return new SlotBooked(
                VENUE, new BookingId(id.value()), id, host, EVENT, period, period.from(), List.of(rivals));
    }

    /** Friday is booked by another host, Saturday asked for by two, Sunday closed; one more was dropped. */
    private void replay() {
        projection.on(queued(new SlotRequestId("won"), OTHER_HOST, FRIDAY, 1), 1);
        projection.on(queued(new SlotRequestId("lost"), HOST, FRIDAY, 2), 2);
        projection.on(booked(new SlotRequestId("won"), OTHER_HOST, FRIDAY, new SlotRequestId("lost")), 3);
        projection.on(queued(THEIRS, OTHER_HOST, SATURDAY, 1), 4);
        projection.on(queued(MINE, HOST, SATURDAY, 2), 5);
        projection.on(new PeriodBlocked(VENUE, new BlockId("block"), SUNDAY, "Repairs"), 6);
        projection.on(new PeriodBlocked(VENUE, new BlockId("lifted"), night("2026-12-07T15:30:00Z"), "Mistake"), 7);
        projection.on(new BlockLifted(VENUE, new BlockId("lifted")), 8);
        projection.on(queued(new SlotRequestId("dropped"), HOST, SATURDAY, 3), 9);
        projection.on(new SlotRequestDropped(VENUE, new SlotRequestId("dropped")), 10);
        projection.on(booked(new SlotRequestId("gone"), OTHER_HOST, night("2026-12-08T15:30:00Z")), 11);
        projection.on(
                new SlotReleased(
                        VENUE, new BookingId("gone"), EVENT, night("2026-12-08T15:30:00Z"), "CANCELLED"),
                12);
    }

    private VenueCalendar calendar(Actor viewer) {
        return queries.handle(new FindCalendar(
                VENUE, CalendarBound.parse("2026-12-03"), CalendarBound.parse("2026-12-08"), viewer));
    }

    private static List<DayStatus> statuses(VenueCalendar calendar) {
        return calendar.days().stream().map(VenueCalendar.Day::status).toList();
    }

    @Test
    void theVenuesPeopleSeeEverything() {
        replay();
        assertThat(calendar(OWNER).entries())
                .containsExactly(
                        entry("won", CalendarEntryKind.BOOKING, FRIDAY, Status.BOOKED, EVENT, OTHER_HOST, null, null),
                        entry("theirs", CalendarEntryKind.REQUEST, SATURDAY, Status.PENDING, null, OTHER_HOST, null, 1),
                        entry("mine", CalendarEntryKind.REQUEST, SATURDAY, Status.PENDING, null, HOST, null, 2),
                        entry("block", CalendarEntryKind.BLOCK, SUNDAY, Status.BLOCKED, null, null, "Repairs", null));
    }

    private static VenueCalendarEntry entry(
            String id,
            CalendarEntryKind kind,
            Period period,
            Status status,
            EventId event,
            HostId host,
            String reason,
            Integer rank) {
        return new VenueCalendarEntry(id, kind, period.from(), period.until(), status, event, host, reason, rank);
    }

    @Test
    void aNightBelongsToTheDateOnWhichItStarts() {
        replay();
        assertThat(statuses(calendar(OWNER)))
                .containsExactly(
                        DayStatus.AVAILABLE,
                        DayStatus.BOOKED,
                        DayStatus.TENTATIVE,
                        DayStatus.BLOCKED,
                        DayStatus.AVAILABLE,
                        DayStatus.AVAILABLE);
    }

    @Test
    void aPartnerSeesItsOwnRequestAndThatTheRestIsBusy() {
        replay();
        VenueCalendar calendar = calendar(PARTNER);
        assertThat(calendar.entries())
                .filteredOn(entry -> entry.kind() != CalendarEntryKind.BUSY)
                .containsExactly(
                        entry("mine", CalendarEntryKind.REQUEST, SATURDAY, Status.PENDING, null, HOST, null, 2));
        assertThat(calendar.entries())
                .filteredOn(entry -> entry.kind() == CalendarEntryKind.BUSY)
                .hasSize(3)
                .allSatisfy(busy -> {
                    assertThat(busy.eventId()).isNull();
                    assertThat(busy.hostId()).isNull();
                    assertThat(busy.reason()).isNull();
                    assertThat(busy.rank()).isNull();
                    assertThat(busy.entryId()).isNotIn("won", "theirs", "block");
                });
    }

    @Test
    void aPartnerDoesNotLearnWhatIsBlocked() {
        replay();
        assertThat(statuses(calendar(PARTNER))).doesNotContain(DayStatus.BLOCKED);
    }

    @Test
    void anybodyElseSeesNothing() {
        Actor stranger = Actor.user(new UserId("stranger"));
        Actor notPartner = new Actor(new UserId("other"), null, Set.of(), Map.of(), Set.of(OTHER_HOST), null);
        assertThatThrownBy(() -> calendar(stranger)).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> calendar(notPartner)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void somethingShortLeavesRoomInTheNight() {
        Period hour = new Period(FRIDAY.from(), FRIDAY.from().plusSeconds(3600));
        projection.on(new PeriodBlocked(VENUE, new BlockId("short"), hour, "Sound check"), 1);
        assertThat(statuses(calendar(OWNER))).startsWith(DayStatus.AVAILABLE, DayStatus.PARTIAL);
    }

    @Test
    void aCalendarIsAskedForByDatesOrInstants() {
        replay();
        VenueCalendar night = queries.handle(new FindCalendar(
                VENUE,
                CalendarBound.parse("2026-12-04T22:00:00Z"), // Half past three in the morning of the 5th.
                CalendarBound.parse("2026-12-04T22:00:00Z"),
                OWNER));
        assertThat(night.days()).extracting(VenueCalendar.Day::date).hasToString("[2026-12-04]");
        assertThatThrownBy(() -> CalendarBound.parse("tomorrow")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tooManyDaysAreRefused() {
        assertThatThrownBy(() -> queries.handle(new FindCalendar(
                        VENUE, CalendarBound.parse("2026-01-01"), CalendarBound.parse("2027-12-31"), OWNER)))
                .isInstanceOf(QueryRefused.class);
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        VenueCalendar once = calendar(OWNER);
        replay();
        assertThat(calendar(OWNER)).isEqualTo(once);
    }

    @Test
    void oneEventHandledAgainChangesNothing() {
        replay();
        VenueCalendar before = calendar(OWNER);
        projection.on(queued(new SlotRequestId("dropped"), HOST, SATURDAY, 3), 9);
        projection.on(booked(new SlotRequestId("gone"), OTHER_HOST, night("2026-12-08T15:30:00Z")), 11);
        assertThat(calendar(OWNER)).isEqualTo(before);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        VenueCalendar before = calendar(OWNER);
        projection.reset();
        assertThat(calendar(OWNER).entries()).isEmpty();
        replay();
        assertThat(calendar(OWNER)).isEqualTo(before);
    }

    @Test
    void whoWasReleasedMayBeBookedAgain() {
        replay();
        projection.on(booked(new SlotRequestId("gone"), OTHER_HOST, night("2026-12-08T15:30:00Z")), 13);
        assertThat(calendar(OWNER).entries()).extracting(VenueCalendarEntry::entryId).endsWith("gone");
    }

    @Test
    void partnershipsThatEndedOpenNothing() {
        ActivePartnerships partnerships = PartnershipRows.reading(views.mongo());
        assertThat(partnerships.any(Set.of(HOST), VENUE)).isTrue();
        assertThat(partnerships.any(Set.of(OTHER_HOST), VENUE)).isFalse();
        assertThat(partnerships.any(Set.of(), VENUE)).isFalse();
    }
}
