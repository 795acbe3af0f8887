package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.entry.DoorFixtures.EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.HOLDER;
import static com.thec1rcle.command.entry.DoorFixtures.NIGHT;
import static com.thec1rcle.command.entry.DoorFixtures.OTHER_EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.VENUE;
import static com.thec1rcle.command.entry.DoorFixtures.attempt;
import static com.thec1rcle.command.entry.DoorFixtures.issued;
import static com.thec1rcle.command.entry.DoorFixtures.refusedWith;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckReturnable;
import com.thec1rcle.kernel.ticketing.TicketCommand.LetOut;
import com.thec1rcle.kernel.ticketing.TicketCommand.LockTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.TakeBackScan;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.UnlockTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ExitRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketExited;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketLocked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketUnlocked;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {
    private static final Map<String, String> DOOR = ActorMetadata.of(staff(StaffRole.SECURITY));
    private static final Map<String, String> MANAGER = ActorMetadata.of(staff(StaffRole.MANAGER));
    private static final Map<String, String> SYSTEM = ActorMetadata.of(Actor.SYSTEM);

    private static final RefundId REFUND = new RefundId("refund-1");
    private static final UserId BUYER = new UserId("guest");

    private AggregateTestFixture<Ticket> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Ticket.class);
        fixture.registerInjectableResource(Clock.fixed(NIGHT, ZoneOffset.UTC));
    }

    @Test
    void aTicketOpensTheDoor() {
        fixture.given(issued(1))
                .when(admit(attempt("one", 1)), DOOR)
                .expectEvents(new TicketAdmitted(TICKET, attempt("one", 1), 1, 1))
                .expectResultMessagePayload(verdict("one", Verdict.VALID, 1, 1, null));
    }

    @Test
    void aUsedTicketOpensNothingAndNamesTheFirstAdmission() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(admit(attempt("two", 1)), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("two", 1), Verdict.ALREADY_SCANNED))
                .expectResultMessagePayload(verdict("two", Verdict.ALREADY_SCANNED, 1, 1, attempt("one", 1)));
    }

    @Test
    void theSameAttemptAgainGetsTheFirstAnswerAndNoSecondRecord() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(admit(attempt("one", 1)), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(verdict("one", Verdict.VALID, 1, 1, null));
    }

    @Test
    void theFirstAnswerStaysWhateverHasHappenedSince() {
        fixture.given(
                        issued(2),
                        admitted("one", 1, 1, 2),
                        admitted("two", 1, 2, 2),
                        new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(admit(attempt("one", 1)), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(verdict("one", Verdict.VALID, 1, 2, null));
    }

    @Test
    void aRefusedAttemptAgainIsOneRefusal() {
        fixture.given(
                        issued(1),
                        admitted("one", 1, 1, 1),
                        new AdmissionRefused(TICKET, attempt("two", 1), Verdict.ALREADY_SCANNED))
                .when(admit(attempt("two", 1)), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(verdict("two", Verdict.ALREADY_SCANNED, 1, 1, attempt("one", 1)));
    }

    @Test
    void aTicketForTwoAdmitsThemOneAfterTheOther() {
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(admit(attempt("two", 1)), DOOR)
                .expectEvents(new TicketAdmitted(TICKET, attempt("two", 1), 2, 2))
                .expectResultMessagePayload(verdict("two", Verdict.VALID, 2, 2, null));
    }

    @Test
    void aTicketForTwoAdmitsThemTogether() {
        fixture.given(issued(2))
                .when(admit(attempt("both", 2)), DOOR)
                .expectEvents(new TicketAdmitted(TICKET, attempt("both", 2), 2, 2));
    }

    @Test
    void moreThanAreLeftAreNotAdmittedAtAll() {
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(admit(attempt("two", 2)), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("two", 2), Verdict.ALREADY_SCANNED))
                .expectResultMessagePayload(verdict("two", Verdict.ALREADY_SCANNED, 1, 2, attempt("one", 1)));
    }

    @Test
    void moreThanItAdmitsNamesNoFirstAdmissionWhenThereIsNone() {
        fixture.given(issued(2))
                .when(admit(attempt("three", 3)), DOOR)
                .expectResultMessagePayload(verdict("three", Verdict.ALREADY_SCANNED, 0, 2, null));
    }

    @Test
    void anEnormousCountAdmitsNobody() {
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(admit(attempt("all", Integer.MAX_VALUE)), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("all", Integer.MAX_VALUE), Verdict.ALREADY_SCANNED));
    }

    @Test
    void nobodyIsNotAdmitted() {
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(admit(attempt("none", 0)), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.VALIDATION_FAILED));
    }

    @Test
    void aRevokedTicketOpensNothing() {
        fixture.given(issued(1), new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(admit(attempt("one", 1)), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED))
                .expectResultMessagePayload(verdict("one", Verdict.REVOKED, 0, 1, null));
    }

    @Test
    void aTicketOfACancelledNightOpensNothing() {
        fixture.given(issued(1))
                .when(new Admit(TICKET, attempt("one", 1), 1, null, Verdict.REVOKED, false), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED));
    }

    @Test
    void anOldCodeOpensNothing() {
        fixture.given(issued(1))
                .when(new Admit(TICKET, attempt("one", 1), 0, null, null, false), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED));
    }

    @Test
    void aTicketOfAnotherNightOpensNothingAndSaysNothingOfItsHolder() {
        EntryAttempt elsewhere = attempt("one", OTHER_EVENT, 1);
        fixture.given(issued(1))
                .when(admit(elsewhere), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, elsewhere, Verdict.WRONG_EVENT))
                .expectResultMessagePayload(
                        new EntryVerdict(elsewhere.scanId(), Direction.IN, Verdict.WRONG_EVENT, null, null, null));
    }

    @Test
    void onlyThoseWhoScanAtThatVenueAdmit() {
        fixture.given(issued(1))
                .when(admit(attempt("one", 1)), ActorMetadata.of(staff(StaffRole.FINANCE)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void aLockedTicketOpensNothingUntilItIsUnlocked() {
        fixture.given(issued(1), locked())
                .when(admit(attempt("one", 1)), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED));
        prepare();
        fixture.given(issued(1), locked(), unlocked())
                .when(admit(attempt("one", 1)), DOOR)
                .expectEvents(new TicketAdmitted(TICKET, attempt("one", 1), 1, 1));
    }

    @Test
    void aLockedTicketIsNotGivenAway() {
        fixture.given(issued(1), locked())
                .when(new TransferTicket(TICKET, new UserId("friend"), HOLDER), ActorMetadata.of(Actor.user(BUYER)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.TICKET_STATE));
    }

    @Test
    void lockingIsForOneRefundAndOnce() {
        fixture.given(issued(1)).when(lock(REFUND, false), SYSTEM).expectEvents(locked());
        prepare();
        fixture.given(issued(1), locked()).when(lock(REFUND, false), SYSTEM).expectNoEvents();
        prepare();
        fixture.given(issued(1), locked())
                .when(lock(new RefundId("refund-2"), false), SYSTEM)
                .expectException(refusedWith(ErrorCode.TICKET_REFUNDED));
    }

    @Test
    void aUsedTicketIsLockedOnlyWhereThatWasSaid() {
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(lock(REFUND, false), SYSTEM)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.TICKET_USED));
        prepare();
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(lock(REFUND, true), SYSTEM)
                .expectEvents(locked());
    }

    @Test
    void whatCannotBeGivenBackIsNotLocked() {
        fixture.given(issued(1), new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(lock(REFUND, true), SYSTEM)
                .expectException(refusedWith(ErrorCode.TICKET_REFUNDED));
        prepare();
        fixture.given(issued(1))
                .when(new LockTicket(TICKET, REFUND, new UserId("somebody-else"), true), SYSTEM)
                .expectException(refusedWith(ErrorCode.TICKET_TRANSFERRED));
        prepare();
        fixture.given(issued(1))
                .when(new CheckReturnable(TICKET, BUYER, false), SYSTEM)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        prepare();
        fixture.given(issued(1))
                .when(lock(REFUND, false), ActorMetadata.of(staff(StaffRole.OWNER)))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void onlyTheRefundThatLockedUnlocksAndNothingRevives() {
        fixture.given(issued(1), locked())
                .when(new UnlockTicket(TICKET, REFUND), SYSTEM)
                .expectEvents(unlocked());
        prepare();
        fixture.given(issued(1), locked())
                .when(new UnlockTicket(TICKET, new RefundId("refund-2")), SYSTEM)
                .expectNoEvents();
        prepare();
        fixture.given(issued(1), locked(), new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(new UnlockTicket(TICKET, REFUND), SYSTEM)
                .expectNoEvents();
    }

    private static LockTicket lock(RefundId refund, boolean evenIfUsed) {
        return new LockTicket(TICKET, refund, BUYER, evenIfUsed);
    }

    private static TicketLocked locked() {
        return new TicketLocked(TICKET, EVENT, REFUND);
    }

    private static TicketUnlocked unlocked() {
        return new TicketUnlocked(TICKET, EVENT, REFUND);
    }

    @Test
    void revokingTwiceIsRevoking() {
        fixture.given(issued(1))
                .when(new RevokeTicket(TICKET, "refunded"), SYSTEM)
                .expectEvents(new TicketRevoked(TICKET, EVENT, "refunded"));
        fixture.given(issued(1), new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(new RevokeTicket(TICKET, "refunded"), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void onlyTheSystemRevokes() {
        fixture.given(issued(1))
                .when(new RevokeTicket(TICKET, "spite"), ActorMetadata.of(staff(StaffRole.OWNER)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    // ---- the door's objections ---------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"TOO_EARLY", "EVENT_OVER"})
    void aClosedDoorIsRecordedAndUsesNothingUp(Verdict closed) {
        fixture.given(issued(1))
                .when(new Admit(TICKET, attempt("one", 1), 1, null, closed, false), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), closed))
                .expectResultMessagePayload(verdict("one", closed, 0, 1, null));
        fixture.given(issued(1), new AdmissionRefused(TICKET, attempt("one", 1), closed))
                .when(admit(attempt("two", 1)), DOOR)
                .expectEvents(new TicketAdmitted(TICKET, attempt("two", 1), 1, 1));
    }

    @Test
    void aClosedDoorStaysClosedForTheSameAttempt() {
        fixture.given(issued(1), new AdmissionRefused(TICKET, attempt("one", 1), Verdict.TOO_EARLY))
                .when(admit(attempt("one", 1)), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(verdict("one", Verdict.TOO_EARLY, 0, 1, null));
    }

    @Test
    void aDeadTicketIsDeadBeforeTheDoorsOpen() {
        fixture.given(issued(1), new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(new Admit(TICKET, attempt("one", 1), 1, null, Verdict.TOO_EARLY, false), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED));
    }

    @Test
    void aStrangeDeviceOpensNothingAndLearnsNothing() {
        EntryVerdict stranger =
                new EntryVerdict(attempt("one", 1).scanId(), Direction.IN, Verdict.DEVICE_INVALID, null, null, null);
        fixture.given(issued(1))
                .when(new Admit(TICKET, attempt("one", 1), 1, null, Verdict.DEVICE_INVALID, false), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.DEVICE_INVALID))
                .expectResultMessagePayload(stranger);
    }

    @Test
    void anAnswerThatADeviceGotStaysWhenTheDeviceIsRevoked() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(new Admit(TICKET, attempt("one", 1), 1, null, Verdict.DEVICE_INVALID, false), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(verdict("one", Verdict.VALID, 1, 1, null));
    }

    // ---- out and in again --------------------------------------------------------------------------------------

    @Test
    void whoIsInsideMayLeave() {
        fixture.given(issued(2), admitted("both", 2, 2, 2))
                .when(letOut("exit", 1, false), DOOR)
                .expectEvents(new TicketExited(TICKET, attempt("exit", 1), 1))
                .expectResultMessagePayload(verdict("exit", Direction.OUT, Verdict.VALID, 2, 2, 1, 0, null));
    }

    @Test
    void leavingIsNotedOnceForTheSameAttempt() {
        fixture.given(issued(2), admitted("both", 2, 2, 2), new TicketExited(TICKET, attempt("exit", 1), 1))
                .when(letOut("exit", 1, false), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(verdict("exit", Direction.OUT, Verdict.VALID, 2, 2, 1, 0, null));
    }

    @Test
    void nobodyLeavesWhoIsNotInside() {
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(letOut("exit", 2, false), DOOR)
                .expectEvents(new ExitRefused(TICKET, attempt("exit", 2), Verdict.NOT_INSIDE))
                .expectResultMessagePayload(verdict("exit", Direction.OUT, Verdict.NOT_INSIDE, 2, 1, 1, 1, null));
    }

    @Test
    void whoIsInsideMayLeaveOnARevokedTicket() {
        fixture.given(issued(1), admitted("one", 1, 1, 1), new TicketRevoked(TICKET, EVENT, "refunded"))
                .when(letOut("exit", 1, false), DOOR)
                .expectEvents(new TicketExited(TICKET, attempt("exit", 1), 1));
    }

    @Test
    void aStrangeDeviceLetsNobodyOut() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(new LetOut(TICKET, attempt("exit", 1), Verdict.DEVICE_INVALID, false), DOOR)
                .expectEvents(new ExitRefused(TICKET, attempt("exit", 1), Verdict.DEVICE_INVALID));
    }

    @Test
    void nobodyLeavesAnotherNight() {
        EntryAttempt elsewhere = attempt("exit", OTHER_EVENT, 1);
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(new LetOut(TICKET, elsewhere, null, false), DOOR)
                .expectEvents(new ExitRefused(TICKET, elsewhere, Verdict.WRONG_EVENT));
    }

    @Test
    void onlyThoseWhoScanAtThatVenueLetOut() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(letOut("exit", 1, false), ActorMetadata.of(staff(StaffRole.FINANCE)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void whoHasLeftDoesNotComeBackUnlessTheEventLetsThem() {
        fixture.given(issued(1), admitted("one", 1, 1, 1), new TicketExited(TICKET, attempt("exit", 1), 1))
                .when(admit(attempt("again", 1)), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("again", 1), Verdict.ALREADY_SCANNED));
    }

    @Test
    void whoHasLeftComesBackWhereTheEventLetsThem() {
        fixture.given(issued(1), admitted("one", 1, 1, 1), new TicketExited(TICKET, attempt("exit", 1), 1))
                .when(reEnter("again", 1), DOOR)
                .expectEvents(new TicketReadmitted(TICKET, attempt("again", 1), 1, 1, 0))
                .expectResultMessagePayload(verdict("again", Direction.IN, Verdict.VALID, 1, 1, 1, 0, null));
    }

    @Test
    void whoIsInsideDoesNotComeBackTwice() {
        fixture.given(
                        issued(1),
                        admitted("one", 1, 1, 1),
                        new TicketExited(TICKET, attempt("exit", 1), 1),
                        new TicketReadmitted(TICKET, attempt("again", 1), 1, 1, 0))
                .when(reEnter("twice", 1), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("twice", 1), Verdict.ALREADY_SCANNED));
    }

    @Test
    void oneComesBackWithOneWhoComesForTheFirstTime() {
        fixture.given(issued(2), admitted("one", 1, 1, 2), new TicketExited(TICKET, attempt("exit", 1), 1))
                .when(reEnter("both", 2), DOOR)
                .expectEvents(new TicketReadmitted(TICKET, attempt("both", 2), 1, 2, 0));
    }

    // ---- undoing -----------------------------------------------------------------------------------------------

    @Test
    void anUndoneAdmissionMayBeAdmittedAgain() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(undo("one"), MANAGER)
                .expectEvents(undone("one", 0, 0))
                .expectResultMessagePayload(new UndoneScan(attempt("one", 1).scanId(), TICKET, 1, 0, 0));
        fixture.given(issued(1), admitted("one", 1, 1, 1), undone("one", 0, 0))
                .when(admit(attempt("two", 1)), DOOR)
                .expectEvents(new TicketAdmitted(TICKET, attempt("two", 1), 1, 1));
    }

    @Test
    void undoneTwiceIsUndoneOnce() {
        fixture.given(issued(1), admitted("one", 1, 1, 1), undone("one", 0, 0), admitted("two", 1, 1, 1))
                .when(undo("one"), MANAGER)
                .expectNoEvents()
                .expectResultMessagePayload(new UndoneScan(attempt("one", 1).scanId(), TICKET, 1, 1, 1));
    }

    @Test
    void anUndoneAdmissionIsNotTheFirstAnyMore() {
        fixture.given(issued(2), admitted("one", 1, 1, 2), admitted("two", 1, 2, 2), undone("one", 1, 0))
                .when(admit(attempt("all", 2)), DOOR)
                .expectResultMessagePayload(verdict("all", Verdict.ALREADY_SCANNED, 1, 2, attempt("two", 1)));
    }

    @Test
    void anUndoneExitLeavesEverybodyInside() {
        fixture.given(issued(2), admitted("both", 2, 2, 2), new TicketExited(TICKET, attempt("exit", 1), 1))
                .when(undo("exit"), MANAGER)
                .expectEvents(undone("exit", 2, 0));
    }

    @Test
    void anUndoneReturnIsOutsideAgain() {
        fixture.given(
                        issued(2),
                        admitted("one", 1, 1, 2),
                        new TicketExited(TICKET, attempt("exit", 1), 1),
                        new TicketReadmitted(TICKET, attempt("both", 2), 1, 2, 0))
                .when(undo("both"), MANAGER)
                .expectEvents(undone("both", 1, 1));
    }

    @Test
    void aRefusedScanIsNotUndone() {
        fixture.given(
                        issued(1),
                        admitted("one", 1, 1, 1),
                        new AdmissionRefused(TICKET, attempt("two", 1), Verdict.ALREADY_SCANNED))
                .when(undo("two"), MANAGER)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.SCAN_NOT_UNDOABLE));
    }

    @Test
    void anAdmissionIsNotUndoneOnceItsPeopleHaveLeft() {
        fixture.given(issued(1), admitted("one", 1, 1, 1), new TicketExited(TICKET, attempt("exit", 1), 1))
                .when(undo("one"), MANAGER)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.SCAN_NOT_UNDOABLE));
    }

    @Test
    void anExitIsNotUndoneOnceItsPeopleAreBack() {
        fixture.given(
                        issued(1),
                        admitted("one", 1, 1, 1),
                        new TicketExited(TICKET, attempt("exit", 1), 1),
                        new TicketReadmitted(TICKET, attempt("again", 1), 1, 1, 0))
                .when(undo("exit"), MANAGER)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.SCAN_NOT_UNDOABLE));
    }

    @Test
    void whenTheNightIsOverWhatWasScannedStands() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(new TakeBackScan(TICKET, attempt("one", 1).scanId(), VENUE, NIGHT, null), MANAGER)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.SCAN_NOT_UNDOABLE));
    }

    @Test
    void onlyAManagerOfThatVenueUndoes() {
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(undo("one"), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
        VenueId elsewhere = new VenueId("red-room");
        fixture.given(issued(1), admitted("one", 1, 1, 1))
                .when(
                        new TakeBackScan(TICKET, attempt("one", 1).scanId(), elsewhere, NIGHT.plusSeconds(60), null),
                        ActorMetadata.of(staff(StaffRole.MANAGER, elsewhere)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.SCAN_NOT_UNDOABLE));
    }

    // ---- what it remembers -------------------------------------------------------------------------------------

    @Test
    void anEndlessSmokerDoesNotMakeItGrow() {
        List<Object> history = new ArrayList<>(List.of(issued(1), admitted("one", 1, 1, 1)));
        for (int i = 0; i < 500; i++) {
            history.add(new TicketExited(TICKET, attempt("exit-" + i, 1), 1));
            history.add(new TicketReadmitted(TICKET, attempt("again-" + i, 1), 1, 1, 0));
        }
        fixture.given(history)
                .when(reEnter("last", 1), DOOR)
                .expectEvents(new AdmissionRefused(TICKET, attempt("last", 1), Verdict.ALREADY_SCANNED))
                .expectState(ticket -> assertThat(Jackson3Serializer.builder()
                                .build()
                                .serialize(ticket, String.class)
                                .getData())
                        .hasSizeLessThan(40_000));
    }

    @Test
    void aHundredRefusalsDoNotMakeItGrow() {
        List<Object> history = new ArrayList<>(List.of(issued(1), admitted("one", 1, 1, 1)));
        IntStream.range(0, 100)
                .mapToObj(i -> new AdmissionRefused(TICKET, attempt("refused-" + i, 1), Verdict.ALREADY_SCANNED))
                .forEach(history::add);

        fixture.given(history)
                .when(admit(attempt("one", 1)), DOOR)
                .expectState(ticket -> assertThat(Jackson3Serializer.builder()
                                .build()
                                .serialize(ticket, String.class)
                                .getData())
                        .hasSizeLessThan(8_000));
    }

    @Test
    void aSnapshotIsTheTicket() {
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        fixture.given(issued(2), admitted("one", 1, 1, 2))
                .when(admit(attempt("two", 2)), DOOR)
                .expectState(ticket -> {
                    String written = json.serialize(ticket, String.class).getData();
                    Ticket read = json.deserialize(
                            new SimpleSerializedObject<>(written, String.class, json.typeForClass(Ticket.class)));
                    assertThat(read).usingRecursiveComparison().isEqualTo(ticket);
                });
    }

    private static LetOut letOut(String scanId, int count, boolean reEntry) {
        return new LetOut(TICKET, attempt(scanId, count), null, reEntry);
    }

    private static Admit reEnter(String scanId, int count) {
        return new Admit(TICKET, attempt(scanId, count), 1, null, null, true);
    }

    private static TakeBackScan undo(String scanId) {
        return new TakeBackScan(TICKET, attempt(scanId, 1).scanId(), VENUE, NIGHT.plusSeconds(60), "wrong guest");
    }

    private static ScanUndone undone(String scanId, int admitted, int outside) {
        return new ScanUndone(
                TICKET,
                EVENT,
                attempt(scanId, 1).scanId(),
                staff(StaffRole.MANAGER).userId(),
                "wrong guest",
                admitted,
                outside);
    }

    private static Admit admit(EntryAttempt attempt) {
        return new Admit(TICKET, attempt, 1, null, null, false);
    }

    private static TicketAdmitted admitted(String scanId, int count, int admitted, int admits) {
        return new TicketAdmitted(TICKET, attempt(scanId, count), admitted, admits);
    }

    private static EntryVerdict verdict(
            String scanId, Verdict verdict, int admitted, int admits, @Nullable EntryAttempt previous) {
        return verdict(scanId, Direction.IN, verdict, admits, admitted, admitted, admits - admitted, previous);
    }

    private static EntryVerdict verdict(
            String scanId,
            Direction direction,
            Verdict verdict,
            int admits,
            int admitted,
            int inside,
            int left,
            @Nullable EntryAttempt previous) {
        return new EntryVerdict(
                attempt(scanId, 1).scanId(),
                direction,
                verdict,
                new AdmittedTicket(TICKET, "Couple", EntryType.COUPLE, admits, admitted, inside, left, HOLDER),
                previous,
                null);
    }
}
