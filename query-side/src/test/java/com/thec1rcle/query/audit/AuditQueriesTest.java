package com.thec1rcle.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.audit.AuditEntry;
import com.thec1rcle.kernel.audit.AuditHistory;
import com.thec1rcle.kernel.audit.AuditQuery.FindHistory;
import com.thec1rcle.kernel.audit.AuditedType;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.MessageKeys;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BlockId;
import com.thec1rcle.kernel.venue.CalendarEvent.PeriodBlocked;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditQueriesTest {
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final StaffId MEMBER = new StaffId("staff-1");
    private static final Instant START = Instant.parse("2026-12-04T15:00:00Z");
    private static final Period PERIOD = new Period(START, START.plus(Duration.ofHours(6)));
    private static final Actor OWNER =
            new Actor(new UserId("owner"), null, Set.of(), Map.of(VENUE, StaffRole.OWNER), Set.of(), null);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final AuditQueries queries = new AuditQueries(store);
    private int sequence;

    @BeforeEach
    void aVenueLives() {
        happens(new VenueRegistered(VENUE, OWNER.userId(), "Vault", "Mumbai", "1", "Asia/Kolkata", 300));
        happens(new StaffInvited(VENUE, MEMBER, new Sealed("staff:staff-1", "secret"), "print", StaffRole.OPS));
        happens(new PeriodBlocked(VENUE, new BlockId("block-1"), PERIOD, "Repairs"));
        happens(new StaffLinked(VENUE, MEMBER, new UserId("staff")));
    }

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void aHistorySaysWhatHappenedWhenAndByWhom() {
        AuditHistory history = ask(AuditedType.VENUE, null, null, 50);
        assertThat(history.items())
                .extracting(AuditEntry::name)
                .containsExactly("VenueRegistered", "StaffInvited", "PeriodBlocked", "StaffLinked");
        AuditEntry blocked = history.items().get(2);
        assertThat(blocked.sequence()).isEqualTo(2);
        assertThat(blocked.at()).isEqualTo(START.plusSeconds(2));
        assertThat(blocked.actor()).isEqualTo("owner");
        assertThat(blocked.correlationId()).isEqualTo("request-2");
        assertThat(blocked.data())
                .containsEntry("reason", "Repairs")
                .containsEntry("venueId", "venue-1")
                .containsEntry("period", Map.of("from", "2026-12-04T15:00:00Z", "until", "2026-12-04T21:00:00Z"));
        assertThat(history.nextCursor()).isNull();
    }

    @Test
    void personalDataStaySealed() {
        assertThat(ask(AuditedType.VENUE, null, null, 50).items().get(1).data())
                .containsEntry("contact", "[sealed]")
                .doesNotContainValue("secret");
    }

    @Test
    void staffAndCalendarArePartsOfTheVenuesHistory() {
        assertThat(ask(AuditedType.STAFF, null, null, 50).items())
                .extracting(AuditEntry::sequence)
                .containsExactly(1L, 3L);
        assertThat(ask(AuditedType.CALENDAR, null, null, 50).items())
                .extracting(AuditEntry::name)
                .containsExactly("PeriodBlocked");
    }

    @Test
    void whoMayNotSeeTheStaffReadsAHistoryWithoutThem() {
        Actor viewer = new Actor(new UserId("viewer"), null, Set.of(), Map.of(VENUE, StaffRole.VIEWER), Set.of(), null);
        assertThat(queries.handle(new FindHistory(viewer, AuditedType.VENUE, VENUE.value(), null, null, 50))
                        .items())
                .extracting(AuditEntry::name)
                .containsExactly("VenueRegistered", "PeriodBlocked");
    }

    @Test
    void asOfAnInstantNothingLaterHasHappened() {
        assertThat(ask(AuditedType.VENUE, START.plusSeconds(1), null, 50).items())
                .hasSize(2);
        assertThat(ask(AuditedType.VENUE, START.minusSeconds(1), null, 50).items())
                .isEmpty();
    }

    @Test
    void aHistoryHasPages() {
        AuditHistory first = ask(AuditedType.VENUE, null, null, 3);
        AuditHistory second = ask(AuditedType.VENUE, null, first.nextCursor(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).extracting(AuditEntry::sequence).containsExactly(3L);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void pagesOfAPartOfAHistoryMissNothing() {
        AuditHistory first = ask(AuditedType.STAFF, null, null, 1);
        AuditHistory second = ask(AuditedType.STAFF, null, first.nextCursor(), 1);
        assertThat(List.of(first.items(), second.items()))
                .extracting(items -> items.getFirst().sequence())
                .containsExactly(1L, 3L);
    }

    @Test
    void aHistoryThatDoesNotExistOrIsOfAnotherTypeIsNotFound() {
        refused(ErrorCode.NOT_FOUND, new FindHistory(OWNER, AuditedType.VENUE, "venue-2", null, null, 50));
        refused(ErrorCode.NOT_FOUND, new FindHistory(OWNER, AuditedType.ORDER, VENUE.value(), null, null, 50));
    }

    @Test
    void aStrangerIsRefused() {
        Actor stranger = Actor.user(new UserId("stranger"));
        refused(ErrorCode.FORBIDDEN, new FindHistory(stranger, AuditedType.VENUE, VENUE.value(), null, null, 50));
    }

    @Test
    void aCursorFromElsewhereIsRefused() {
        refused(ErrorCode.INVALID_CURSOR, new FindHistory(OWNER, AuditedType.VENUE, VENUE.value(), null, "x", 50));
        refused(ErrorCode.INVALID_CURSOR, new FindHistory(OWNER, AuditedType.VENUE, VENUE.value(), null, "-1", 50));
    }

    private AuditHistory ask(AuditedType type, Instant asOf, String cursor, int limit) {
        return queries.handle(new FindHistory(OWNER, type, VENUE.value(), asOf, cursor, limit));
    }

    private void refused(ErrorCode code, FindHistory query) {
        assertThatThrownBy(() -> queries.handle(query))
                .isInstanceOfSatisfying(
                        QueryRefused.class,
                        refusal -> assertThat(refusal.getDetails())
                                .get()
                                .extracting(details -> ((RefusalDetails) details).code())
                                .isEqualTo(code));
    }

    private void happens(Object event) {
        Map<String, String> metaData =
                Map.of(MessageKeys.ACTOR_ID, "owner", MessageKeys.CORRELATION_ID, "request-" + sequence);
        store.publish(new GenericDomainEventMessage<>(
                "Venue", VENUE.value(), sequence, event, metaData, "event-" + sequence, START.plusSeconds(sequence)));
        sequence++;
    }
}
