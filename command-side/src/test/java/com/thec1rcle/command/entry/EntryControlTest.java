package com.thec1rcle.command.entry;

import static com.thec1rcle.command.entry.DoorFixtures.EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.NIGHT;
import static com.thec1rcle.command.entry.DoorFixtures.ORDER;
import static com.thec1rcle.command.entry.DoorFixtures.OTHER_EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.VENUE;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.entry.AttemptCommand.RecallAttempt;
import com.thec1rcle.kernel.entry.AttemptCommand.RecordAttempt;
import com.thec1rcle.kernel.entry.BoundDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.DescribeDevice;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryCommand.UndoScan;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventLifecycleCommand.NoteStrayCode;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.LetOut;
import com.thec1rcle.kernel.ticketing.TicketCommand.TakeBackScan;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;

class EntryControlTest {
    private static final Actor GUARD = staff(StaffRole.SECURITY);
    private static final String SECRET = "a secret that is long enough for keys";
    private static final DeviceId GATE = new DeviceId("gate-1");
    private static final ScanId SCAN = new ScanId("scan");
    private static final EntryVerdict ADMITTED = new EntryVerdict(SCAN, Direction.IN, Verdict.VALID, null, null, null);
    private static final Refusal MISSING = new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this id.");

    private final Commands commands = mock();
    private final TicketCodes codes = new TicketCodes(new TicketKeys("k1", Map.of("k1", SECRET)));
    private final String genuine = codes.sign(EVENT, TICKET, 2, 3);
    private final String elsewhere = codes.sign(OTHER_EVENT, TICKET, 2, 1);
    private final EntryControl control = new EntryControl(
            commands,
            codes,
            new EntrySettings(false, Duration.ofMinutes(10), Duration.ofHours(6)),
            Clock.fixed(NIGHT, ZoneOffset.UTC));

    @BeforeEach
    void aNightWithOneTicket() throws Refusal {
        theDoorIs(EventStatus.LIVE, VENUE);
        lenient().doThrow(MISSING).when(commands).require(isA(RecallAttempt.class), any());
        lenient().doReturn(ADMITTED).when(commands).require(isA(Admit.class), any());
        lenient()
                .doAnswer(call -> call.getArgument(0, RecordAttempt.class).verdict())
                .when(commands)
                .require(isA(RecordAttempt.class), any());
    }

    @Test
    void theTicketDecides() throws Refusal {
        assertThat(present(genuine)).isEqualTo(ADMITTED);
        verify(commands).require(new Admit(TICKET, attempt(2), 3, null, null, false), GUARD);
    }

    @Test
    void onlyThoseWhoScanAtThatVenueGetAnAnswer() throws Refusal {
        refused(staff(StaffRole.VIEWER), ErrorCode.FORBIDDEN);
        refused(staff(StaffRole.OWNER, new VenueId("red-room")), ErrorCode.FORBIDDEN);
        refused(Actor.ANONYMOUS, ErrorCode.FORBIDDEN);
        verify(commands, never()).require(isA(RecordAttempt.class), any());
    }

    @Test
    void nobodyScansWhereThereIsNoVenueYet() throws Refusal {
        theDoorIs(EventStatus.DRAFT, null);
        refused(GUARD, ErrorCode.FORBIDDEN);
    }

    @Test
    void anUnknownEventHasNoDoor() throws Refusal {
        lenient().doThrow(MISSING).when(commands).require(isA(DescribeDoor.class));
        refused(GUARD, ErrorCode.NOT_FOUND);
    }

    @Test
    void aForgedCodeIsInvalidAndRecorded() throws Refusal {
        assertThat(present("forged").verdict()).isEqualTo(Verdict.INVALID);
        verify(commands).require(new RecordAttempt(SCAN, attempt(2), Direction.IN, null, Verdict.INVALID), GUARD);
    }

    @Test
    void aCodeSignedWithAnotherKeyIsInvalid() throws Refusal {
        TicketCodes others = new TicketCodes(new TicketKeys("k1", Map.of("k1", SECRET + "!")));
        assertThat(present(others.sign(EVENT, TICKET, 2, 3)).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aCodeOfAnotherNightIsRecordedWithoutAskingItsTicket() throws Refusal {
        assertThat(present(elsewhere).verdict()).isEqualTo(Verdict.WRONG_EVENT);
        verify(commands).require(new RecordAttempt(SCAN, attempt(2), Direction.IN, TICKET, Verdict.WRONG_EVENT), GUARD);
        verify(commands, never()).require(isA(Admit.class), any());
    }

    @Test
    void theTicketOfACancelledNightIsToldSo() throws Refusal {
        theDoorIs(EventStatus.CANCELLED, VENUE);
        present(genuine);
        verify(commands).require(new Admit(TICKET, attempt(2), 3, null, Verdict.REVOKED, false), GUARD);
    }

    @Test
    void aCodeWithoutTicketIsRevokedWhenTheNightWasCancelled() throws Refusal {
        theDoorIs(EventStatus.CANCELLED, VENUE);
        thereIsNoTicket();
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"PENDING_PAYMENT", "EXPIRED", "CANCELLED"})
    void aCodeOfAnOrderThatWasNeverConfirmedIsNotConfirmed(OrderStatus status) throws Refusal {
        thereIsNoTicket();
        lenient().doReturn(status).when(commands).require(new DescribeOrder(ORDER), Actor.SYSTEM);
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
        verify(commands)
                .require(new RecordAttempt(SCAN, attempt(2), Direction.IN, TICKET, Verdict.NOT_CONFIRMED), GUARD);
    }

    @Test
    void aCodeThatNamesNoTicketOfItsOrderIsNotFound() throws Refusal {
        thereIsNoTicket();
        lenient().doReturn(OrderStatus.CONFIRMED).when(commands).require(new DescribeOrder(ORDER), Actor.SYSTEM);
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void aCodeWithoutTicketAndOrderIsNotFound() throws Refusal {
        thereIsNoTicket();
        lenient().doThrow(MISSING).when(commands).require(isA(DescribeOrder.class), any());
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void anAttemptThatFoundNoTicketKeepsItsAnswerWhenThereIsOneLater() throws Refusal {
        lenient()
                .doReturn(new DoorTerms(EVENT, EventStatus.LIVE, VENUE, null, null, false, true))
                .when(commands)
                .require(eq(new DescribeDoor(EVENT)));
        lenient().doReturn(Verdict.NOT_CONFIRMED).when(commands).require(new RecallAttempt(SCAN), GUARD);
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
        verify(commands, never()).require(isA(Admit.class), any());
    }

    @Test
    void aTicketThatCannotAnswerIsNotSaidToBeMissing() throws Refusal {
        Refusal busy = new Refusal(ErrorCode.TOO_BUSY, "Too many requests are waiting.");
        lenient().doThrow(busy).when(commands).require(isA(Admit.class), any());
        refused(GUARD, ErrorCode.TOO_BUSY);
        verify(commands, never()).require(isA(RecordAttempt.class), any());
    }

    @Test
    void attemptsAreNotLookedUpWhereNoStrayCodeWasEverShown() throws Refusal {
        present(genuine);
        verify(commands, never()).require(isA(RecallAttempt.class), any());
    }

    @Test
    void theEventIsToldOfAStrayCodeBeforeTheAttemptIsAnswered() throws Refusal {
        thereIsNoTicket();
        lenient().doThrow(MISSING).when(commands).require(isA(DescribeOrder.class), any());
        present(genuine);
        InOrder inOrder = inOrder(commands);
        inOrder.verify(commands).ask(new NoteStrayCode(EVENT));
        inOrder.verify(commands).require(isA(RecordAttempt.class), any());
    }

    @ParameterizedTest
    @CsvSource({"-1, TOO_EARLY", "0, ", "3599, ", "3600, EVENT_OVER", "9999, EVENT_OVER"})
    void theDoorIsOpenFromDoorsToTheSlotsEnd(int seconds, @Nullable Verdict objection) throws Refusal {
        Instant doors = NIGHT.minusSeconds(seconds);
        Period slot = new Period(doors.minusSeconds(60), doors.plusSeconds(3600));
        lenient()
                .doReturn(new DoorTerms(EVENT, EventStatus.LIVE, VENUE, slot, doors, true, false))
                .when(commands)
                .require(eq(new DescribeDoor(EVENT)));
        present(genuine);
        verify(commands).require(new Admit(TICKET, attempt(2), 3, null, objection, true), GUARD);
    }

    @Test
    void aNightThatEndedEarlyIsOver() throws Refusal {
        theDoorIs(EventStatus.COMPLETED, VENUE);
        present(genuine);
        verify(commands).require(new Admit(TICKET, attempt(2), 3, null, Verdict.EVENT_OVER, false), GUARD);
    }

    @Test
    void peopleLeaveWheneverTheyWant() throws Refusal {
        theDoorIs(EventStatus.COMPLETED, VENUE);
        lenient().doReturn(ADMITTED).when(commands).require(isA(LetOut.class), any());
        control.handle(new PresentCode(EVENT, SCAN, genuine, 2, null, Direction.OUT), GUARD);
        verify(commands).require(new LetOut(TICKET, attempt(2), null, false), GUARD);
    }

    @Test
    void aForgedCodeLetsNobodyOutAndIsRecordedAsAnExit() throws Refusal {
        EntryVerdict verdict = control.handle(new PresentCode(EVENT, SCAN, "forged", 2, null, Direction.OUT), GUARD);
        assertThat(verdict.direction()).isEqualTo(Direction.OUT);
        verify(commands).require(new RecordAttempt(SCAN, attempt(2), Direction.OUT, null, Verdict.INVALID), GUARD);
    }

    // ---- devices -----------------------------------------------------------------------------------------------

    @Test
    void aBoundDeviceScans() throws Refusal {
        theDeviceIs(new BoundDevice(GATE, VENUE, "Front gate", false));
        presentAt(genuine);
        verify(commands).require(new Admit(TICKET, attemptAt(), 3, null, null, false), GUARD);
    }

    @Test
    void aDeviceOfAnotherVenueScansNothing() throws Refusal {
        theDeviceIs(new BoundDevice(GATE, new VenueId("red-room"), "Front gate", false));
        presentAt(genuine);
        verify(commands).require(new Admit(TICKET, attemptAt(), 3, null, Verdict.DEVICE_INVALID, false), GUARD);
    }

    @Test
    void aRevokedDeviceScansNothing() throws Refusal {
        theDeviceIs(new BoundDevice(GATE, VENUE, "Front gate", true));
        presentAt(genuine);
        verify(commands).require(new Admit(TICKET, attemptAt(), 3, null, Verdict.DEVICE_INVALID, false), GUARD);
    }

    @Test
    void anUnknownDeviceLearnsNothingOfACode() throws Refusal {
        lenient().doThrow(MISSING).when(commands).require(isA(DescribeDevice.class), any());
        assertThat(presentAt("forged").verdict()).isEqualTo(Verdict.DEVICE_INVALID);
        assertThat(presentAt(elsewhere).verdict()).isEqualTo(Verdict.DEVICE_INVALID);
        thereIsNoTicket();
        assertThat(presentAt(genuine).verdict()).isEqualTo(Verdict.DEVICE_INVALID);
    }

    @Test
    void whereDevicesAreRequiredNobodyScansWithout() throws Refusal {
        EntryControl strict = new EntryControl(
                commands,
                codes,
                new EntrySettings(true, Duration.ofMinutes(10), Duration.ofHours(6)),
                Clock.fixed(NIGHT, ZoneOffset.UTC));
        strict.handle(new PresentCode(EVENT, SCAN, genuine, 2, null, Direction.IN), GUARD);
        verify(commands).require(new Admit(TICKET, attempt(2), 3, null, Verdict.DEVICE_INVALID, false), GUARD);
    }

    @Test
    void theFirstAdmissionIsNamedByItsGate() throws Refusal {
        theDeviceIs(new BoundDevice(GATE, VENUE, "Front gate", true));
        EntryVerdict used = new EntryVerdict(SCAN, Direction.IN, Verdict.ALREADY_SCANNED, null, attemptAt(), null);
        lenient().doReturn(used).when(commands).require(isA(Admit.class), any());
        assertThat(present(genuine).previousGate()).isEqualTo("Front gate");
    }

    // ---- undoing -----------------------------------------------------------------------------------------------

    @Test
    void aManagerUndoesUntilSomeHoursAfterTheNight() throws Refusal {
        Period slot = new Period(NIGHT, NIGHT.plusSeconds(3600));
        lenient()
                .doReturn(new DoorTerms(EVENT, EventStatus.LIVE, VENUE, slot, NIGHT, false, false))
                .when(commands)
                .require(eq(new DescribeDoor(EVENT)));
        Actor manager = staff(StaffRole.MANAGER);
        TakeBackScan taken = new TakeBackScan(TICKET, SCAN, VENUE, slot.until().plus(Duration.ofHours(6)), "why");
        UndoneScan undone = new UndoneScan(SCAN, TICKET, 1, 0, 0);
        lenient().doReturn(undone).when(commands).require(taken, manager);

        assertThat(control.handle(new UndoScan(EVENT, SCAN, TICKET, "why"), manager))
                .isEqualTo(undone);
        notUndone(TICKET, GUARD, ErrorCode.FORBIDDEN);
        notUndone(null, manager, ErrorCode.SCAN_NOT_UNDOABLE);
    }

    private void notUndone(@Nullable TicketId ticket, Actor actor, ErrorCode code) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> control.handle(new UndoScan(EVENT, SCAN, ticket, "why"), actor));
        assertThat(refusal.code()).isEqualTo(code);
    }

    private void theDeviceIs(BoundDevice device) throws Refusal {
        lenient().doReturn(device).when(commands).require(new DescribeDevice(GATE), Actor.SYSTEM);
    }

    private EntryVerdict presentAt(String code) throws Refusal {
        return control.handle(new PresentCode(EVENT, SCAN, code, 2, GATE, Direction.IN), GUARD);
    }

    private static EntryAttempt attemptAt() {
        return new EntryAttempt(SCAN, EVENT, VENUE, GUARD.userId(), GATE, 2, NIGHT);
    }

    private EntryVerdict present(String code) throws Refusal {
        return control.handle(new PresentCode(EVENT, SCAN, code, 2, null, Direction.IN), GUARD);
    }

    private void refused(Actor actor, ErrorCode code) {
        PresentCode command = new PresentCode(EVENT, SCAN, genuine, 2, null, Direction.IN);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> control.handle(command, actor));
        assertThat(refusal.code()).isEqualTo(code);
    }

    private void theDoorIs(EventStatus status, @Nullable VenueId venue) throws Refusal {
        DoorTerms door = new DoorTerms(EVENT, status, venue, null, null, false, false);
        lenient().doReturn(door).when(commands).require(eq(new DescribeDoor(EVENT)));
    }

    private void thereIsNoTicket() throws Refusal {
        lenient().doThrow(MISSING).when(commands).require(isA(Admit.class), any());
    }

    private static EntryAttempt attempt(int count) {
        EventId event = EVENT;
        return new EntryAttempt(SCAN, event, VENUE, GUARD.userId(), null, count, NIGHT);
    }
}
