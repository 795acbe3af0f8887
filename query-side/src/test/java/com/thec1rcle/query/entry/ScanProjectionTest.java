package com.thec1rcle.query.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.AttemptEvent.AttemptRefused;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
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
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
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
    private static final UserId GUARD = new UserId("guard");

    private ViewsFixture views;
    private ScanProjection projection;
    private ScanQueries queries;
    private final PersonalData personalData = new FakePersonalData();

    @BeforeEach
    void openTheHouse() {
        views = ViewsFixture.start();
        projection = new ScanProjection(views.mongo());
        queries = new ScanQueries(views.mongo(), personalData);
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
    void theHistoryIsReadPageByPage() {
        night().play(projection);

        ScanHistory first = history(null, null, 3);
        ScanHistory second = history(null, first.nextCursor(), 3);

        assertThat(first.items()).extracting(ScanRecord::scanId).hasSize(3);
        assertThat(second.items()).containsExactly(scan("s1", Verdict.VALID, 1, TICKET, true));
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void playedTwiceItIsTheSame() {
        night().play(projection);
        List<Document> once = everything();
        night().play(projection);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        night().play(projection);
        List<Document> live = everything();
        night().rebuild(projection);
        assertThat(everything()).isEqualTo(live).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void thoseAtTheDoorSeeIt(StaffRole role) {
        night().play(projection);
        FindScans query = new FindScans(EVENT, null, null, 50, staff(role, VENUE));
        if (role == StaffRole.FINANCE || role == StaffRole.VIEWER) {
            refused(query, ErrorCode.FORBIDDEN);
        } else {
            assertThat(queries.handle(query).items()).hasSize(4);
        }
    }

    @Test
    void theVenueThatLostTheNightSeesNothing() {
        night().play(projection);
        refused(new FindScans(EVENT, null, null, 50, staff(StaffRole.OWNER, OLD_VENUE)), ErrorCode.FORBIDDEN);
    }

    @Test
    void anUnknownEventHasNoHistory() {
        refused(new FindScans(EVENT, null, null, 50, staff(StaffRole.OWNER, VENUE)), ErrorCode.NOT_FOUND);
    }

    private static Playback night() {
        Period slot = new Period(NIGHT, NIGHT.plusSeconds(25_200));
        return new Playback()
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

    private static AttemptRefused refusedAttempt(
            String scanId, int minute, @Nullable TicketId ticketId, Verdict verdict) {
        return new AttemptRefused(new ScanId(scanId), attempt(scanId, minute), ticketId, verdict);
    }

    private static EntryAttempt attempt(String scanId, int minute) {
        return new EntryAttempt(
                new ScanId(scanId), EVENT, VENUE, GUARD, new DeviceId("gate-1"), 1, NIGHT.plusSeconds(60L * minute));
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
                result == Verdict.VALID,
                result,
                1,
                NIGHT.plusSeconds(60L * minute),
                GUARD,
                new DeviceId("gate-1"),
                ticketId,
                known ? new TierId("tier") : null,
                known ? "Early bird" : null,
                known ? EntryType.GENERAL : null,
                known ? "Ravi Iyer" : null);
    }

    private ScanHistory history(@Nullable Verdict result, @Nullable String cursor, int limit) {
        return queries.handle(new FindScans(EVENT, result, cursor, limit, staff(StaffRole.SECURITY, VENUE)));
    }

    private void refused(FindScans query, ErrorCode code) {
        QueryRefused refusal = catchThrowableOfType(QueryRefused.class, () -> queries.handle(query));
        assertThat(refusal.getDetails().map(details -> ((RefusalDetails) details).code()))
                .hasValue(code);
    }

    private List<Document> everything() {
        return List.of(ScanProjection.SCANS, ScanProjection.TICKETS, ScanProjection.EVENTS).stream()
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
