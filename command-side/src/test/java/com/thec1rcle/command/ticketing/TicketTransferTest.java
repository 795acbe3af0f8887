package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.entry.DoorFixtures.EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.HOLDER;
import static com.thec1rcle.command.entry.DoorFixtures.NIGHT;
import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.attempt;
import static com.thec1rcle.command.entry.DoorFixtures.issued;
import static com.thec1rcle.command.entry.DoorFixtures.refusedWith;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.CodeStep;
import com.thec1rcle.kernel.ticketing.GiveTicket;
import com.thec1rcle.kernel.ticketing.GiveTicket.Recipient;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckTransfer;
import com.thec1rcle.kernel.ticketing.TicketCommand.DescribeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.RenameHolder;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket changes hands, changes its name, and changes its code. */
class TicketTransferTest {
    private static final UserId GUEST = new UserId("guest");
    private static final UserId FRIEND = new UserId("friend");
    private static final Sealed FRIENDS_NAME = new Sealed("friend", "cipher");
    private static final TransferTicket TO_FRIEND = new TransferTicket(TICKET, FRIEND, FRIENDS_NAME);
    private static final TicketTransferred TRANSFERRED =
            new TicketTransferred(TICKET, EVENT, GUEST, FRIEND, FRIENDS_NAME, 2);
    private static final TicketTransferred BACK = new TicketTransferred(TICKET, EVENT, FRIEND, GUEST, HOLDER, 3);

    private AggregateTestFixture<Ticket> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Ticket.class);
        fixture.registerInjectableResource(Clock.fixed(NIGHT, ZoneOffset.UTC));
    }

    @Test
    void aTransferKillsTheCodeAndGivesTheNextToTheNewOwner() {
        when(TO_FRIEND, GUEST, issued(1)).expectEvents(TRANSFERRED);
        admit(1, null, issued(1), TRANSFERRED)
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED));
        admit(2, null, issued(1), TRANSFERRED).expectEvents(new TicketAdmitted(TICKET, attempt("one", 1), 1, 1));
    }

    @Test
    void givingItTwiceIsGivingItOnce() {
        when(TO_FRIEND, GUEST, issued(1), TRANSFERRED).expectNoEvents().expectSuccessfulHandlerExecution();
        when(new CheckTransfer(TICKET, FRIEND), GUEST, issued(1), TRANSFERRED).expectSuccessfulHandlerExecution();
    }

    @Test
    void whatCameBackCanBeGivenAgain() {
        when(TO_FRIEND, GUEST, issued(1), TRANSFERRED, BACK)
                .expectEvents(new TicketTransferred(TICKET, EVENT, GUEST, FRIEND, FRIENDS_NAME, 4));
    }

    @Test
    void onlyTheOwnerGivesItAwayOrRenamesIt() {
        UserId stranger = new UserId("stranger");
        refused(TO_FRIEND, stranger, ErrorCode.NOT_FOUND, issued(1));
        refused(new CheckTransfer(TICKET, FRIEND), stranger, ErrorCode.NOT_FOUND, issued(1));
        refused(new CheckTransfer(TICKET, null), stranger, ErrorCode.NOT_FOUND, issued(1));
        refused(new RenameHolder(TICKET, HOLDER), stranger, ErrorCode.NOT_FOUND, issued(1));
        refused(new RenameHolder(TICKET, HOLDER), GUEST, ErrorCode.NOT_FOUND, issued(1), TRANSFERRED);
        refused(new TransferTicket(TICKET, stranger, HOLDER), GUEST, ErrorCode.NOT_FOUND, issued(1), TRANSFERRED);
    }

    @Test
    void nobodyGivesATicketToThemselves() {
        refused(new TransferTicket(TICKET, GUEST, HOLDER), GUEST, ErrorCode.RECIPIENT_SELF, issued(1));
    }

    @Test
    void aDeadTicketIsNobodysPresent() {
        TicketRevoked revoked = new TicketRevoked(TICKET, EVENT, "refunded");
        refused(TO_FRIEND, GUEST, ErrorCode.TICKET_STATE, issued(1), revoked);
        refused(new CheckTransfer(TICKET, FRIEND), GUEST, ErrorCode.TICKET_STATE, issued(1), revoked);
        refused(new RenameHolder(TICKET, HOLDER), GUEST, ErrorCode.TICKET_STATE, issued(1), revoked);
    }

    @Test
    void aTicketThatSomebodyWentInOnStaysWhereItIs() {
        TicketAdmitted one = new TicketAdmitted(TICKET, attempt("one", 1), 1, 2);
        refused(TO_FRIEND, GUEST, ErrorCode.TICKET_STATE, issued(2), one);
    }

    @Test
    void aTicketDoesNotGoRoundForEver() {
        TicketTransferred last = new TicketTransferred(TICKET, EVENT, FRIEND, GUEST, HOLDER, 100);
        refused(TO_FRIEND, GUEST, ErrorCode.TICKET_STATE, issued(1), last);
    }

    @Test
    void renamingTheHolderLeavesTheCodeGood() {
        Sealed other = new Sealed("guest", "another name");
        when(new RenameHolder(TICKET, other), GUEST, issued(1)).expectEvents(new HolderRenamed(TICKET, EVENT, other));
        admit(1, null, issued(1), new HolderRenamed(TICKET, EVENT, other))
                .expectEvents(new TicketAdmitted(TICKET, attempt("one", 1), 1, 1));
    }

    @Test
    void theSystemIsToldWhoseItIs() {
        when(new DescribeTicket(TICKET), Actor.SYSTEM.userId(), issued(1), TRANSFERRED)
                .expectResultMessagePayload(new TicketState(TICKET, EVENT, FRIEND, 0, false));
        refused(new DescribeTicket(TICKET), GUEST, ErrorCode.FORBIDDEN, issued(1));
    }

    // ---- codes that change

    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 30})
    void aChangingCodeIsGoodForItsHalfMinuteAndOneOfGrace(int seconds) {
        admit(1, CodeStep.at(NIGHT.plusSeconds(seconds)), issued(1, true))
                .expectEvents(new TicketAdmitted(TICKET, attempt("one", 1), 1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, -60, 60, 3600})
    void anOlderOrLaterCodeIsStale(int seconds) {
        admit(1, CodeStep.at(NIGHT.plusSeconds(seconds)), issued(1, true))
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.STALE));
    }

    @Test
    void aCodeThatDoesNotChangeIsStaleOnATicketWhoseCodeDoes() {
        admit(1, null, issued(1, true)).expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.STALE));
    }

    @Test
    void aDeadTicketIsRevokedRatherThanStale() {
        admit(1, null, issued(1, true), new TicketRevoked(TICKET, EVENT, "refunded"))
                .expectEvents(new AdmissionRefused(TICKET, attempt("one", 1), Verdict.REVOKED));
    }

    @Test
    void aTicketWhoseCodeStaysDoesNotMindAStep() {
        admit(1, CodeStep.at(NIGHT.minusSeconds(3600)), issued(1))
                .expectEvents(new TicketAdmitted(TICKET, attempt("one", 1), 1, 1));
    }

    /** The conversation that gives a ticket away. */
    @Nested
    class Giving {
        private final Commands commands = mock();
        private final TicketTransfer transfer = new TicketTransfer(commands);
        private final Actor guest = Actor.user(GUEST);
        private final Recipient friend = new Recipient(FRIEND, FRIENDS_NAME);

        @BeforeEach
        void aTicketOfANightAhead() throws Refusal {
            doReturn(new TicketState(TICKET, EVENT, GUEST, 0, false))
                    .when(commands)
                    .require(isA(CheckTransfer.class), any());
            theNightIs(EventStatus.SCHEDULED);
        }

        @ParameterizedTest
        @EnumSource(
                value = EventStatus.class,
                names = {"SCHEDULED", "LIVE"})
        void theTicketGoesUntilTheNightIsOver(EventStatus status) throws Refusal {
            theNightIs(status);
            transfer.handle(new GiveTicket(TICKET, friend), guest);
            verify(commands).ask(TO_FRIEND, guest);
        }

        @ParameterizedTest
        @EnumSource(
                value = EventStatus.class,
                names = {"COMPLETED", "CANCELLED"})
        void thereIsNothingToGiveWhenTheNightIsOver(EventStatus status) throws Refusal {
            theNightIs(status);
            refused(new GiveTicket(TICKET, friend), ErrorCode.EVENT_STATE);
        }

        @Test
        void anAddressThatIsNobodysGetsNothing() throws Refusal {
            refused(new GiveTicket(TICKET, null), ErrorCode.RECIPIENT_UNKNOWN);
        }

        @Test
        void whoMayNotGiveItHearsNothingOfTheRecipient() throws Refusal {
            Refusal missing = new Refusal(ErrorCode.NOT_FOUND, "There is no such ticket.");
            doThrow(missing).when(commands).require(isA(CheckTransfer.class), any());
            refused(new GiveTicket(TICKET, null), ErrorCode.NOT_FOUND);
        }

        private void refused(GiveTicket command, ErrorCode code) throws Refusal {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> transfer.handle(command, guest));
            assertThat(refusal.code()).isEqualTo(code);
            verify(commands, never()).ask(isA(TransferTicket.class), any());
        }

        private void theNightIs(EventStatus status) throws Refusal {
            DoorTerms door = new DoorTerms(EVENT, status, null, null, null, false, false);
            doReturn(door).when(commands).require(isA(DescribeDoor.class));
        }
    }

    private ResultValidator<Ticket> when(Object command, UserId user, TicketEvent... history) {
        return fixture.given((Object[]) history).when(command, ActorMetadata.of(Actor.user(user)));
    }

    private void refused(Object command, UserId user, ErrorCode code, TicketEvent... history) {
        when(command, user, history).expectNoEvents().expectException(refusedWith(code));
    }

    private ResultValidator<Ticket> admit(int generation, @Nullable CodeStep step, TicketEvent... history) {
        return fixture.given((Object[]) history)
                .when(
                        new Admit(TICKET, attempt("one", 1), generation, step, null, false),
                        Map.copyOf(ActorMetadata.of(staff(StaffRole.SECURITY))));
    }
}
