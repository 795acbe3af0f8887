package com.thec1rcle.query.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.AttemptEvent.AttemptRefused;
import com.thec1rcle.kernel.entry.AttemptEvent.ExitAttemptRefused;
import com.thec1rcle.kernel.entry.DeviceEvent.BindingOffered;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceBound;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceRevoked;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.DeviceView;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.DoorCount.GateCount;
import com.thec1rcle.kernel.entry.DoorCount.TierCount;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryQuery.CountDoor;
import com.thec1rcle.kernel.entry.EntryQuery.FindDevices;
import com.thec1rcle.kernel.entry.EntryQuery.FindScan;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.EntryQuery.ScanFilter;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.entry.ScanRecord.Undone;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventScheduled;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ExitRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketExited;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.Playback;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScanProjectionTest {
    private static final Instant NIGHT = Instant.parse("2026-12-04T18:00:00Z");
    private static final EventId EVENT = new EventId("event");
    private static final VenueId VENUE = new VenueId("blue-room");
    private static final VenueId OLD_VENUE = new VenueId("red-room");
    private static final TicketId TICKET = TicketId.of(new OrderId("0b6a7d1e-3f7e-4c57-9b53-6d2a4b1c9e01"), 1);
    private static final TicketId FOREIGN = TicketId.of(new OrderId("0b6a7d1e-3f7e-4c57-9b53-6d2a4b1c9e02"), 1);
    private static final DeviceId GATE = new DeviceId("gate-1");
    private static final UserId GUARD = new UserId("guard");

    private ViewsFixture views;
    private ScanProjection projection;
    private ScanQueries queries;
    private DoorQueries doors;
    private final PersonalData personalData = new FakePersonalData();

    @BeforeEach
    void openTheHouse() {
        views = ViewsFixture.start();
        projection = new ScanProjection(views.mongo());
        queries = new ScanQueries(views.mongo(), personalData);
        doors = new DoorQueries(views.mongo(), new DoorCounts(views.mongo()));
    }

    @AfterEach
    void closeTheHouse() {
        views.close();
    }

    @Test
    void everyAttemptIsThereLatestFirst() {
        night().play(projection);

        assertThat(history(null, null, 50).items())
                .containsExactly(
                        scan("s4", Verdict.WRONG_EVENT, 4, FOREIGN, false),
                        scan("s3", Verdict.INVALID, 3, null, false),
                        scan("s2", Verdict.ALREADY_SCANNED, 2, TICKET, true),
                        scan("s1", Verdict.VALID, 1, TICKET, true));
    }

    @Test
    void theHistoryIsAskedByResult() {
        night().play(projection);

        assertThat(history(Verdict.INVALID, null, 50).items())
                .containsExactly(scan("s3", Verdict.INVALID, 3, null, false));
        assertThat(history(Verdict.REVOKED, null, 50).items()).isEmpty();
    }

    @Test
    void aCodeThatLetsNobodyOutIsAnExitInTheHistory() {
        ExitAttemptRefused forged =
                new ExitAttemptRefused(new ScanId("s10"), attempt("s10", 10), null, Verdict.INVALID);
        Playback night = longNight().then("s10", forged, "guard", NIGHT);
        night.play(projection);
        night.play(projection);

        assertThat(asked(new ScanFilter(null, Direction.OUT, null, null, null, null, null)))
                .containsExactly("s10", "s7", "s6");
        assertThat(asked(new ScanFilter(Verdict.INVALID, Direction.IN, null, null, null, null, null)))
                .containsExactly("s3");
    }

    @Test
    void theHistoryIsReadPageByPage() {
        night().play(projection);

        ScanHistory first = history(null, null, 3);
        ScanHistory second = history(null, first.nextCursor(), 3);

        assertThat(first.items()).extracting(ScanRecord::scanId).hasSize(3);
        assertThat(second.items()).containsExactly(scan("s1", Verdict.VALID, 1, TICKET, true));
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void theHistoryIsAskedByAnythingInIt() {
        longNight().play(projection);

        assertThat(asked(new ScanFilter(null, Direction.OUT, null, null, null, null, null)))
                .containsExactly("s7", "s6");
        assertThat(asked(new ScanFilter(null, null, GATE, null, null, null, null)))
                .hasSize(9);
        assertThat(asked(new ScanFilter(null, null, new DeviceId("gate-2"), null, null, null, null)))
                .isEmpty();
        assertThat(asked(new ScanFilter(null, null, null, GUARD, null, null, null)))
                .hasSize(9);
        assertThat(asked(new ScanFilter(null, null, null, new UserId("nina"), null, null, null)))
                .isEmpty();
        assertThat(asked(new ScanFilter(null, null, null, null, new TierId("tier"), null, null)))
                .containsExactly("s9", "s8", "s7", "s6", "s5", "s2", "s1");
        assertThat(asked(new ScanFilter(null, null, null, null, null, minute(3), minute(5))))
                .containsExactly("s4", "s3");
    }

    @Test
    void exitsAndUndoingsAreShown() {
        longNight().play(projection);

        ScanRecord exit = found("s6");
        ScanRecord undone = found("s9");
        assertThat(exit.direction()).isEqualTo(Direction.OUT);
        assertThat(exit.admitted()).isTrue();
        assertThat(exit.undone()).isNull();
        assertThat(undone.undone()).isEqualTo(new Undone(minute(10), new UserId("boss"), "wrong guest"));
    }

    @Test
    void whoHasNothingToDoThereFindsNoScan() {
        longNight().play(projection);
        FindScan query = new FindScan(new ScanId("s1"), staff(StaffRole.VIEWER, VENUE));
        assertThat(catchThrowableOfType(QueryRefused.class, () -> queries.handle(query)))
                .isNotNull();
        assertThat(queries.handle(new FindScan(new ScanId("none"), staff(StaffRole.SECURITY, VENUE))))
                .isEmpty();
    }

    @Test
    void theDoorIsCounted() {
        longNight().play(projection);

        DoorCount count = count(true);
        Map<Verdict, Integer> ofTickets = Map.of(Verdict.ALREADY_SCANNED, 1, Verdict.NOT_INSIDE, 1);
        Map<Verdict, Integer> ofAll =
                Map.of(Verdict.ALREADY_SCANNED, 1, Verdict.NOT_INSIDE, 1, Verdict.INVALID, 1, Verdict.WRONG_EVENT, 1);
        assertThat(count)
                .isEqualTo(new DoorCount(
                        EVENT,
                        3,
                        2,
                        true,
                        3,
                        1,
                        1,
                        ofAll,
                        List.of(new TierCount(new TierId("tier"), "Early bird", 3, 3, 1, 1, ofTickets)),
                        List.of(new GateCount(GATE, "Front gate", 3, 1, 1, ofAll))));
    }

    @Test
    void anEmptyDoorIsCountedToo() {
        new Playback()
                .then("event", new EventScheduled(EVENT, VENUE, new Period(NIGHT, minute(60)), NIGHT), "host", NIGHT)
                .play(projection);
        assertThat(count(true)).isEqualTo(new DoorCount(EVENT, 0, 0, true, 0, 0, 0, Map.of(), List.of(), List.of()));
    }

    @Test
    void onlyThoseAtTheDoorCountIt() {
        longNight().play(projection);
        for (Actor stranger : List.of(staff(StaffRole.VIEWER, VENUE), staff(StaffRole.OWNER, OLD_VENUE))) {
            assertThat(catchThrowableOfType(
                            QueryRefused.class, () -> doors.handle(new CountDoor(EVENT, true, stranger))))
                    .isNotNull();
        }
        CountDoor unknown = new CountDoor(new EventId("none"), true, staff(StaffRole.OWNER, VENUE));
        assertThat(catchThrowableOfType(QueryRefused.class, () -> doors.handle(unknown)))
                .isNotNull();
    }

    @Test
    void whatTheTicketDidCountsNotWhatItSaidBefore() {
        Playback forgetful = longNight()
                .then(TICKET.value(), new TicketAdmitted(TICKET, attempt("s2", 11, 2), 5, 9), "guard", NIGHT);
        forgetful.play(projection);
        forgetful.play(projection);

        assertThat(found("s2").result()).isEqualTo(Verdict.VALID);
        assertThat(found("s2").count()).isEqualTo(2);
        assertThat(count(true).inside()).isEqualTo(5);
    }

    @Test
    void aManagerSeesTheDevicesAndWhenTheyScannedLast() {
        longNight()
                .then(GATE.value(), new DeviceRevoked(GATE, VENUE, GUARD), "boss", minute(20))
                .play(projection);

        FindDevices query = new FindDevices(VENUE, null, 50, staff(StaffRole.MANAGER, VENUE));
        assertThat(doors.handle(query).items())
                .containsExactly(new DeviceView(GATE, VENUE, "Front gate", GUARD, NIGHT, minute(9), minute(20)));
        FindDevices guards = new FindDevices(VENUE, null, 50, staff(StaffRole.SECURITY, VENUE));
        assertThat(catchThrowableOfType(QueryRefused.class, () -> doors.handle(guards)))
                .isNotNull();
    }

    @Test
    void playedTwiceItIsTheSame() {
        longNight().play(projection);
        List<Document> once = everything();
        longNight().play(projection);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        longNight().play(projection);
        List<Document> live = everything();
        longNight().rebuild(projection);
        assertThat(everything()).isEqualTo(live).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void thoseAtTheDoorSeeIt(StaffRole role) {
        night().play(projection);
        FindScans query = new FindScans(EVENT, ScanFilter.ALL, null, 50, staff(role, VENUE));
        if (role == StaffRole.FINANCE || role == StaffRole.VIEWER) {
            refused(query, ErrorCode.FORBIDDEN);
        } else {
            assertThat(queries.handle(query).items()).hasSize(4);
        }
    }

    @Test
    void theVenueThatLostTheNightSeesNothing() {
        night().play(projection);
        refused(new FindScans(EVENT, ScanFilter.ALL, null, 50, staff(StaffRole.OWNER, OLD_VENUE)), ErrorCode.FORBIDDEN);
    }

    @Test
    void anUnknownEventHasNoHistory() {
        refused(new FindScans(EVENT, ScanFilter.ALL, null, 50, staff(StaffRole.OWNER, VENUE)), ErrorCode.NOT_FOUND);
    }

    private static Playback night() {
        Period slot = new Period(NIGHT, NIGHT.plusSeconds(25_200));
        return new Playback()
                .then(
                        VENUE.value(),
                        new VenueRegistered(
                                VENUE, new UserId("owner"), "Blue Room", "Mumbai", "1 Harbour Road", "Asia/Kolkata", 3),
                        "owner",
                        NIGHT)
                .then(
                        VENUE.value(),
                        new VenueDetailsChanged(VENUE, "Blue Room", "Mumbai", "1 Harbour Road", 2),
                        "owner",
                        NIGHT)
                .then(GATE.value(), new BindingOffered(GATE, VENUE, new UserId("owner"), NIGHT), "owner", NIGHT)
                .then(GATE.value(), new DeviceBound(GATE, VENUE, "Front gate", GUARD), "guard", NIGHT)
                .then("event", new EventScheduled(EVENT, OLD_VENUE, slot, NIGHT), "host", NIGHT)
                .then("event", new EventScheduled(EVENT, VENUE, slot, NIGHT), "host", NIGHT)
                .then(TICKET.value(), issued(TICKET, EVENT), "system", NIGHT)
                .then(FOREIGN.value(), issued(FOREIGN, new EventId("elsewhere")), "system", NIGHT)
                .then(
                        TICKET.value(),
                        new HolderRenamed(TICKET, EVENT, new Sealed("asha", "another name")),
                        "asha",
                        NIGHT)
                .then(
                        TICKET.value(),
                        new TicketTransferred(
                                TICKET, EVENT, new UserId("asha"), new UserId("ravi"), new Sealed("ravi", "cipher"), 2),
                        "asha",
                        NIGHT)
                .then(TICKET.value(), new TicketAdmitted(TICKET, attempt("s1", 1), 1, 1), "guard", NIGHT)
                .then(
                        TICKET.value(),
                        new AdmissionRefused(TICKET, attempt("s2", 2), Verdict.ALREADY_SCANNED),
                        "guard",
                        NIGHT)
                .then("s3", refusedAttempt("s3", 3, null, Verdict.INVALID), "guard", NIGHT)
                .then("s4", refusedAttempt("s4", 4, FOREIGN, Verdict.WRONG_EVENT), "guard", NIGHT);
    }

    /** One more came, one left, one could not, one came back with two more, and a last one was taken back. */
    private static Playback longNight() {
        return night().then(TICKET.value(), admitted("s5", 5, 1), "guard", NIGHT)
                .then(TICKET.value(), new TicketExited(TICKET, attempt("s6", 6), 1), "guard", NIGHT)
                .then(TICKET.value(), new ExitRefused(TICKET, attempt("s7", 7), Verdict.NOT_INSIDE), "guard", NIGHT)
                .then(TICKET.value(), new TicketReadmitted(TICKET, attempt("s8", 8, 2), 1, 3, 0), "guard", NIGHT)
                .then(TICKET.value(), admitted("s9", 9, 1), "guard", NIGHT)
                .then(
                        TICKET.value(),
                        new ScanUndone(TICKET, EVENT, new ScanId("s9"), new UserId("boss"), "wrong guest", 3, 0),
                        "boss",
                        minute(10));
    }

    private static TicketAdmitted admitted(String scanId, int minute, int count) {
        return new TicketAdmitted(TICKET, attempt(scanId, minute, count), 2, 9);
    }

    private static Instant minute(int minute) {
        return NIGHT.plusSeconds(60L * minute);
    }

    private ScanRecord found(String scanId) {
        return queries.handle(new FindScan(new ScanId(scanId), staff(StaffRole.SECURITY, VENUE)))
                .orElseThrow();
    }

    private static AttemptRefused refusedAttempt(
            String scanId, int minute, @Nullable TicketId ticketId, Verdict verdict) {
        return new AttemptRefused(new ScanId(scanId), attempt(scanId, minute), ticketId, verdict);
    }

    private static EntryAttempt attempt(String scanId, int minute) {
        return attempt(scanId, minute, 1);
    }

    private static EntryAttempt attempt(String scanId, int minute, int count) {
        return new EntryAttempt(new ScanId(scanId), EVENT, VENUE, GUARD, GATE, count, minute(minute));
    }

    private static TicketIssued issued(TicketId ticketId, EventId eventId) {
        return new TicketIssued(
                ticketId,
                ticketId.orderId(),
                eventId,
                new TierId("tier"),
                "Early bird",
                EntryType.GENERAL,
                1,
                false,
                new UserId("asha"),
                new Sealed("asha", "cipher"),
                1);
    }

    private static ScanRecord scan(
            String scanId, Verdict result, int minute, @Nullable TicketId ticketId, boolean known) {
        return new ScanRecord(
                new ScanId(scanId),
                EVENT,
                Direction.IN,
                result == Verdict.VALID,
                result,
                1,
                NIGHT.plusSeconds(60L * minute),
                GUARD,
                GATE,
                "Front gate",
                ticketId,
                known ? new TierId("tier") : null,
                known ? "Early bird" : null,
                known ? EntryType.GENERAL : null,
                known ? "Ravi Iyer" : null,
                null);
    }

    private ScanHistory history(@Nullable Verdict result, @Nullable String cursor, int limit) {
        ScanFilter filter = result == null ? ScanFilter.ALL : ScanFilter.of(result);
        return queries.handle(new FindScans(EVENT, filter, cursor, limit, staff(StaffRole.SECURITY, VENUE)));
    }

    private List<String> asked(ScanFilter filter) {
        return queries.handle(new FindScans(EVENT, filter, null, 50, staff(StaffRole.SECURITY, VENUE))).items().stream()
                .map(scan -> scan.scanId().value())
                .toList();
    }

    private DoorCount count(boolean fresh) {
        return doors.handle(new CountDoor(EVENT, fresh, staff(StaffRole.SECURITY, VENUE)));
    }

    private void refused(FindScans query, ErrorCode code) {
        QueryRefused refusal = catchThrowableOfType(QueryRefused.class, () -> queries.handle(query));
        assertThat(refusal.getDetails().map(details -> ((RefusalDetails) details).code()))
                .hasValue(code);
    }

    private List<Document> everything() {
        return List.of(
                        ScanProjection.SCANS,
                        ScanProjection.TICKETS,
                        ScanProjection.EVENTS,
                        ScanProjection.VENUES,
                        ScanProjection.DEVICES)
                .stream()
                .flatMap(collection -> views.mongo().findAll(Document.class, collection).stream())
                .toList();
    }

    private static Actor staff(StaffRole role, VenueId venue) {
        return new Actor(GUARD, null, Set.of(), Map.of(venue, role), Set.of(), null);
    }

    /** Opens what is sealed for either of two people. */
    private static final class FakePersonalData implements PersonalData {
        @Override
        public Sealed seal(String person, Object value) {
            return new Sealed(person, "cipher");
        }

        @Override
        public <T> Optional<T> open(Sealed sealed, Class<T> type) {
            String name = sealed.person().equals("ravi") ? "Ravi Iyer" : "Asha Rao";
            return Optional.of(type.cast(new Contact(name, "guest@example.com", null)));
        }

        @Override
        public String fingerprint(String email) {
            return email;
        }
    }
}
