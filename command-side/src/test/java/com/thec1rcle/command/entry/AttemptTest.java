package com.thec1rcle.command.entry;

import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.attempt;
import static com.thec1rcle.command.entry.DoorFixtures.refusedWith;
import static com.thec1rcle.command.entry.DoorFixtures.staff;

import com.thec1rcle.kernel.entry.AttemptCommand.RecallAttempt;
import com.thec1rcle.kernel.entry.AttemptCommand.RecordAttempt;
import com.thec1rcle.kernel.entry.AttemptEvent.AttemptRefused;
import com.thec1rcle.kernel.entry.AttemptEvent.ExitAttemptRefused;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private static final Map<String, String> DOOR = ActorMetadata.of(staff(StaffRole.SECURITY));
    private static final EntryAttempt ONE = attempt("one", 1);
    private static final AttemptRefused REFUSED = new AttemptRefused(ONE.scanId(), ONE, TICKET, Verdict.NOT_CONFIRMED);

    private AggregateTestFixture<Attempt> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Attempt.class);
    }

    @Test
    void anAttemptIsRecorded() {
        fixture.givenNoPriorActivity()
                .when(new RecordAttempt(ONE.scanId(), ONE, Direction.IN, TICKET, Verdict.NOT_CONFIRMED), DOOR)
                .expectEvents(REFUSED)
                .expectResultMessagePayload(Verdict.NOT_CONFIRMED);
    }

    @Test
    void anAttemptToLeaveIsRecordedAsOne() {
        ExitAttemptRefused refused = new ExitAttemptRefused(ONE.scanId(), ONE, null, Verdict.INVALID);
        fixture.givenNoPriorActivity()
                .when(new RecordAttempt(ONE.scanId(), ONE, Direction.OUT, null, Verdict.INVALID), DOOR)
                .expectEvents(refused)
                .expectResultMessagePayload(Verdict.INVALID);
        fixture.given(refused)
                .when(new RecordAttempt(ONE.scanId(), ONE, Direction.OUT, TICKET, Verdict.NOT_CONFIRMED), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(Verdict.INVALID);
    }

    @Test
    void theSameAttemptAgainKeepsItsFirstVerdict() {
        fixture.given(REFUSED)
                .when(new RecordAttempt(ONE.scanId(), ONE, Direction.IN, TICKET, Verdict.REVOKED), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(Verdict.NOT_CONFIRMED);
    }

    @Test
    void aVerdictIsRecalled() {
        fixture.given(REFUSED)
                .when(new RecallAttempt(ONE.scanId()), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(Verdict.NOT_CONFIRMED);
    }

    @Test
    void whatWasNeverTriedIsNotRecalled() {
        fixture.givenNoPriorActivity()
                .when(new RecallAttempt(ONE.scanId()), DOOR)
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void othersNeitherRecordNorRecall() {
        Map<String, String> elsewhere = ActorMetadata.of(staff(StaffRole.OWNER, new VenueId("red-room")));
        fixture.givenNoPriorActivity()
                .when(new RecordAttempt(ONE.scanId(), ONE, Direction.IN, null, Verdict.INVALID), elsewhere)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
        fixture.given(REFUSED)
                .when(new RecallAttempt(ONE.scanId()), elsewhere)
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }
}
