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
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.entry.AttemptCommand.RecallAttempt;
import com.thec1rcle.kernel.entry.AttemptCommand.RecordAttempt;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryControlTest {
    private static final Actor GUARD = staff(StaffRole.SECURITY);
    private static final String SECRET = "a secret that is long enough for keys";
    private static final ScanId SCAN = new ScanId("scan");
    private static final EntryVerdict ADMITTED = new EntryVerdict(SCAN, Verdict.VALID, null, null);
    private static final Refusal MISSING = new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this id.");

    private final Commands commands = mock();
    private final TicketCodes codes = new TicketCodes(new TicketKeys("k1", Map.of("k1", SECRET)));
    private final String genuine = codes.sign(EVENT, TICKET, 2, 3);
    private final String elsewhere = codes.sign(OTHER_EVENT, TICKET, 2, 1);
    private final EntryControl control = new EntryControl(commands, codes, Clock.fixed(NIGHT, ZoneOffset.UTC));

    @BeforeEach
    void aNightWithOneTicket() throws Refusal {
        theDoorIs(EventStatus.LIVE, VENUE);
        lenient().doThrow(MISSING).when(commands).ask(isA(RecallAttempt.class), any());
        lenient().doReturn(ADMITTED).when(commands).ask(isA(Admit.class), any());
        lenient()
                .doAnswer(call -> call.getArgument(0, RecordAttempt.class).verdict())
                .when(commands)
                .ask(isA(RecordAttempt.class), any());
    }

    @Test
    void theTicketDecides() throws Refusal {
        assertThat(present(genuine)).isEqualTo(ADMITTED);
        verify(commands).ask(new Admit(TICKET, attempt(2), 3, null, false), GUARD);
    }

    @Test
    void onlyThoseWhoScanAtThatVenueGetAnAnswer() throws Refusal {
        refused(staff(StaffRole.VIEWER), ErrorCode.FORBIDDEN);
        refused(staff(StaffRole.OWNER, new VenueId("red-room")), ErrorCode.FORBIDDEN);
        refused(Actor.ANONYMOUS, ErrorCode.FORBIDDEN);
        verify(commands, never()).ask(isA(RecordAttempt.class), any());
    }

    @Test
    void nobodyScansWhereThereIsNoVenueYet() throws Refusal {
        theDoorIs(EventStatus.DRAFT, null);
        refused(GUARD, ErrorCode.FORBIDDEN);
    }

    @Test
    void anUnknownEventHasNoDoor() throws Refusal {
        lenient().doThrow(MISSING).when(commands).ask(isA(DescribeDoor.class));
        refused(GUARD, ErrorCode.NOT_FOUND);
    }

    @Test
    void aForgedCodeIsInvalidAndRecorded() throws Refusal {
        assertThat(present("forged").verdict()).isEqualTo(Verdict.INVALID);
        verify(commands).ask(new RecordAttempt(SCAN, attempt(2), null, Verdict.INVALID), GUARD);
    }

    @Test
    void aCodeSignedWithAnotherKeyIsInvalid() throws Refusal {
        TicketCodes others = new TicketCodes(new TicketKeys("k1", Map.of("k1", SECRET + "!")));
        assertThat(present(others.sign(EVENT, TICKET, 2, 3)).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aCodeOfAnotherNightIsRecordedWithoutAskingItsTicket() throws Refusal {
        assertThat(present(elsewhere).verdict()).isEqualTo(Verdict.WRONG_EVENT);
        verify(commands).ask(new RecordAttempt(SCAN, attempt(2), TICKET, Verdict.WRONG_EVENT), GUARD);
        verify(commands, never()).ask(isA(Admit.class), any());
    }

    @Test
    void theTicketOfACancelledNightIsToldSo() throws Refusal {
        theDoorIs(EventStatus.CANCELLED, VENUE);
        present(genuine);
        verify(commands).ask(new Admit(TICKET, attempt(2), 3, null, true), GUARD);
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
        lenient().doReturn(status).when(commands).ask(new DescribeOrder(ORDER), Actor.SYSTEM);
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
        verify(commands).ask(new RecordAttempt(SCAN, attempt(2), TICKET, Verdict.NOT_CONFIRMED), GUARD);
    }

    @Test
    void aCodeThatNamesNoTicketOfItsOrderIsNotFound() throws Refusal {
        thereIsNoTicket();
        lenient().doReturn(OrderStatus.CONFIRMED).when(commands).ask(new DescribeOrder(ORDER), Actor.SYSTEM);
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void aCodeWithoutTicketAndOrderIsNotFound() throws Refusal {
        thereIsNoTicket();
        lenient().doThrow(MISSING).when(commands).ask(isA(DescribeOrder.class), any());
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Test
    void anAttemptThatFoundNoTicketKeepsItsAnswerWhenThereIsOneLater() throws Refusal {
        lenient().doReturn(Verdict.NOT_CONFIRMED).when(commands).ask(new RecallAttempt(SCAN), GUARD);
        assertThat(present(genuine).verdict()).isEqualTo(Verdict.NOT_CONFIRMED);
        verify(commands, never()).ask(isA(Admit.class), any());
    }

    @Test
    void aTicketThatCannotAnswerIsNotSaidToBeMissing() throws Refusal {
        Refusal busy = new Refusal(ErrorCode.TOO_BUSY, "Too many requests are waiting.");
        lenient().doThrow(busy).when(commands).ask(isA(Admit.class), any());
        refused(GUARD, ErrorCode.TOO_BUSY);
        verify(commands, never()).ask(isA(RecordAttempt.class), any());
    }

    private EntryVerdict present(String code) throws Refusal {
        return control.handle(new PresentCode(EVENT, SCAN, code, 2, null), GUARD);
    }

    private void refused(Actor actor, ErrorCode code) {
        PresentCode command = new PresentCode(EVENT, SCAN, genuine, 2, null);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> control.handle(command, actor));
        assertThat(refusal.code()).isEqualTo(code);
    }

    private void theDoorIs(EventStatus status, @Nullable VenueId venue) throws Refusal {
        DoorTerms door = new DoorTerms(EVENT, status, venue, null, null);
        lenient().doReturn(door).when(commands).ask(eq(new DescribeDoor(EVENT)));
    }

    private void thereIsNoTicket() throws Refusal {
        lenient().doThrow(MISSING).when(commands).ask(isA(Admit.class), any());
    }

    private static EntryAttempt attempt(int count) {
        EventId event = EVENT;
        return new EntryAttempt(SCAN, event, VENUE, GUARD.userId(), null, count, NIGHT);
    }
}
