package com.thec1rcle.command.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.DoorTerms;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeDoor;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.AllowanceCommand.CloseRestoration;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.RestoreAllowance;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckRefund;
import com.thec1rcle.kernel.order.OrderCommand.CheckReturn;
import com.thec1rcle.kernel.order.OrderCommand.ClaimRefund;
import com.thec1rcle.kernel.order.OrderCommand.QuoteRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordReturn;
import com.thec1rcle.kernel.order.OrderCommand.RefundTickets;
import com.thec1rcle.kernel.order.OrderCommand.ReleaseRefund;
import com.thec1rcle.kernel.order.OrderEvent.RefundClaimReleased;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.refund.AskRefund;
import com.thec1rcle.kernel.refund.AskedRefund;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundClaim;
import com.thec1rcle.kernel.refund.RefundCommand.DropRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RecallRefund;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.refund.RefundQuote;
import com.thec1rcle.kernel.refund.RefundStatus;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.CheckReturnable;
import com.thec1rcle.kernel.ticketing.TicketCommand.LockTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.UnlockTicket;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseReturn;
import com.thec1rcle.kernel.ticketing.TierCommand.ReturnStock;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class RefundProcessesTest {
    private static final RefundId REFUND = new RefundId("refund-1");
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final EventId EVENT = new EventId("event-1");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final UserId GUEST = new UserId("gita");
    private static final TierId TIER = new TierId("tier-1");
    private static final TicketId FIRST = TicketId.of(ORDER, 1);
    private static final TicketId SECOND = TicketId.of(ORDER, 2);
    private static final RefundGranted GRANTED = new RefundGranted(REFUND, ORDER, GUEST, List.of(FIRST, SECOND), false);

    private final Commands commands = mock(Commands.class);

    @Nested
    class Asking {
        private final RefundDesk desk = new RefundDesk(commands);
        private final Actor guest = Actor.user(GUEST);
        private final AskRefund ask = new AskRefund(ORDER, REFUND, null, "Cannot come");
        private final AskedRefund asked = new AskedRefund(REFUND, RefundStatus.REQUESTED);

        @Test
        void theOrderSaysWhatTheTicketsWhetherAndTheOrderKeepsThem() throws Exception {
            doReturn(asked).when(commands).require(new RecallRefund(REFUND), guest);
            quotes(guest);
            at(EventStatus.SCHEDULED);
            assertThat(desk.handle(ask, guest)).isEqualTo(asked);
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new CheckReturnable(FIRST, GUEST, false));
            steps.verify(commands).ask(new CheckReturnable(SECOND, GUEST, false));
            steps.verify(commands)
                    .ask(new ClaimRefund(ORDER, REFUND, List.of(FIRST, SECOND), "Cannot come", false), guest);
        }

        @Test
        void askedAgainItIsTheSameRefund() throws Exception {
            doReturn(asked).when(commands).ask(new RecallRefund(REFUND), guest);
            assertThat(desk.handle(ask, guest)).isEqualTo(asked);
            verify(commands, never()).require(isA(QuoteRefund.class), any());
        }

        @Test
        void aUsedTicketIsRefusedAtOnceAndNothingIsKept() throws Exception {
            doReturn(null).when(commands).ask(new RecallRefund(REFUND), guest);
            quotes(guest);
            doThrow(new Refusal(ErrorCode.TICKET_USED, "Used."))
                    .when(commands)
                    .ask(new CheckReturnable(SECOND, GUEST, false));
            assertThatThrownBy(() -> desk.handle(ask, guest)).isInstanceOf(Refusal.class);
            verify(commands, never()).ask(isA(ClaimRefund.class), any());
        }

        @Test
        void anAdministratorMayAskForAUsedOneAndAfterTheNightSomebodyMustSayYes() throws Exception {
            Actor ada = new Actor(new UserId("ada"), null, Set.of(PlatformRole.ADMIN), Map.of(), Set.of(), null);
            doReturn(asked).when(commands).require(new RecallRefund(REFUND), ada);
            quotes(ada);
            at(EventStatus.COMPLETED);
            desk.handle(ask, ada);
            verify(commands).ask(new CheckReturnable(FIRST, GUEST, true));
            verify(commands).ask(new ClaimRefund(ORDER, REFUND, List.of(FIRST, SECOND), "Cannot come", true), ada);
        }

        private void quotes(Actor actor) throws Refusal {
            doReturn(new RefundQuote(
                            ORDER, EVENT, GUEST, List.of(FIRST, SECOND), RefundAmounts.ofNet(Money.inr(40_000))))
                    .when(commands)
                    .require(new QuoteRefund(ORDER, null), actor);
        }

        private void at(EventStatus status) throws Refusal {
            doReturn(new DoorTerms(EVENT, status, VENUE, null, null, false, false))
                    .when(commands)
                    .require(new DescribeDoor(EVENT));
        }
    }

    @Nested
    class Settling {
        private final RefundSettlement settlement = new RefundSettlement(commands);

        @Test
        void everyTicketIsLockedBeforeAnyMoneyMoves() throws Exception {
            says(RefundClaim.OPEN);
            settlement.on(GRANTED);
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new LockTicket(FIRST, REFUND, GUEST, false));
            steps.verify(commands).ask(new LockTicket(SECOND, REFUND, GUEST, false));
            steps.verify(commands).ask(new RefundTickets(ORDER, REFUND));
        }

        @Test
        void aTicketUsedMeanwhileDropsTheRefundAndNoMoneyMoves() throws Exception {
            says(RefundClaim.OPEN);
            doThrow(new Refusal(ErrorCode.TICKET_USED, "Used."))
                    .when(commands)
                    .ask(new LockTicket(SECOND, REFUND, GUEST, false));
            settlement.on(GRANTED);
            verify(commands).ask(new DropRefund(REFUND, "Used."));
            verify(commands, never()).ask(new RefundTickets(ORDER, REFUND));
        }

        @Test
        void whatMayHealIsTriedAgainLater() throws Exception {
            says(RefundClaim.OPEN);
            doThrow(new Refusal(ErrorCode.TOO_BUSY, "Busy."))
                    .when(commands)
                    .ask(new LockTicket(FIRST, REFUND, GUEST, false));
            assertThatThrownBy(() -> settlement.on(GRANTED)).isInstanceOf(Refusal.class);
            verify(commands, never()).ask(isA(DropRefund.class));
        }

        @Test
        void anOrderThatLetTheClaimGoGivesNothingAndTheTicketsAreAsTheyWere() throws Exception {
            says(RefundClaim.OPEN);
            doThrow(new Refusal(ErrorCode.REFUND_STATE, "Gone.")).when(commands).ask(new RefundTickets(ORDER, REFUND));
            settlement.on(GRANTED);
            verify(commands).ask(new UnlockTicket(FIRST, REFUND));
            verify(commands).ask(new UnlockTicket(SECOND, REFUND));
            verify(commands).ask(isA(DropRefund.class));
        }

        @Test
        void carriedOutOnceItIsNotCarriedOutAgain() throws Exception {
            says(RefundClaim.CARRIED_OUT);
            settlement.on(GRANTED);
            verify(commands, never()).ask(isA(LockTicket.class));
            verify(commands, never()).ask(new RefundTickets(ORDER, REFUND));
        }

        @Test
        void aRejectedRefundLeavesTicketsAndOrderAsTheyWere() throws Exception {
            settlement.on(new RefundRejected(REFUND, ORDER, EVENT, List.of(FIRST, SECOND), null, "No."));
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new UnlockTicket(FIRST, REFUND));
            steps.verify(commands).ask(new UnlockTicket(SECOND, REFUND));
            steps.verify(commands).ask(new ReleaseRefund(ORDER, REFUND));
        }

        @Test
        void aClaimThatTheOrderLetGoDropsTheRefund() throws Exception {
            settlement.on(new RefundClaimReleased(ORDER, EVENT, REFUND));
            verify(commands).ask(isA(DropRefund.class));
        }

        private void says(RefundClaim claim) throws Refusal {
            doReturn(claim).when(commands).ask(new CheckRefund(ORDER, REFUND));
        }
    }

    @Nested
    class Returning {
        private final RefundReturns returns = new RefundReturns(commands);
        private final AllowanceId allowance = AllowanceId.of(EVENT, GUEST);
        private final TicketsRefunded event = new TicketsRefunded(
                ORDER,
                EVENT,
                VENUE,
                EventCreator.venue(VENUE),
                GUEST,
                REFUND,
                List.of(
                        new RefundedTicket(FIRST, TIER, Money.inr(100), Money.inr(0)),
                        new RefundedTicket(SECOND, TIER, Money.inr(100), Money.inr(0))),
                RefundAmounts.ofNet(Money.inr(200)),
                null,
                RefundReason.GUEST_REQUEST,
                true);

        @Test
        void soldFirstThenReturnedThenKnownThenForgotten() throws Exception {
            says(true);
            returns.on(event);
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new SettleHold(TIER, ORDER));
            steps.verify(commands).ask(new ReturnStock(TIER, ORDER, REFUND, 2));
            steps.verify(commands).ask(new KeepAllowance(allowance, ORDER));
            steps.verify(commands).ask(new RestoreAllowance(allowance, ORDER, REFUND, 2));
            steps.verify(commands).ask(new RecordReturn(ORDER, REFUND));
            steps.verify(commands).ask(new CloseReturn(TIER, REFUND));
            steps.verify(commands).ask(new CloseRestoration(allowance, REFUND));
        }

        @Test
        void whatTheOrderKnowsOfIsOnlyForgottenAgain() throws Exception {
            says(false);
            returns.on(event);
            verify(commands, never()).ask(isA(ReturnStock.class));
            verify(commands, never()).ask(isA(RestoreAllowance.class));
            verify(commands).ask(new CloseReturn(TIER, REFUND));
        }

        private void says(boolean due) throws Refusal {
            doReturn(new Fulfilment(ORDER, EVENT, GUEST, List.of(), null, Fulfilment.Step.SETTLE))
                    .when(commands)
                    .require(new CheckFulfilment(ORDER));
            doReturn(due).when(commands).require(new CheckReturn(ORDER, REFUND));
        }
    }
}
