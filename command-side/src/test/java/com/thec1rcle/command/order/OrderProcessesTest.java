package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.EARLY;
import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.OrderFixtures.ORDER;
import static com.thec1rcle.command.order.OrderFixtures.PRICING;
import static com.thec1rcle.command.order.OrderFixtures.TOTAL;
import static com.thec1rcle.command.order.OrderFixtures.VIP;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static com.thec1rcle.command.order.OrderFixtures.placed;
import static com.thec1rcle.command.order.OrderFixtures.placedForFree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.FinishOrder;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.Fulfilment.Step;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.ConfirmOrder;
import com.thec1rcle.kernel.order.OrderCommand.DeclineOrder;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.ExpireOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ClaimUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReleaseUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.SettleUse;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.data.mongodb.core.MongoTemplate;

class OrderProcessesTest {
    private static final AllowanceId ALLOWANCE = AllowanceId.of(EVENT, GUEST);
    private static final List<OrderLine> LINES = PRICING.price(
                    List.of(offer(EARLY, 100_000, 2), offer(VIP, 200_000, 1)), false)
            .lines();

    private static final PromoCodeId SUMMER = PromoCodeId.of(EVENT, "SUMMER");

    private final Commands commands = mock(Commands.class);

    @Nested
    class Fulfilling {
        private final Timers timers = mock(Timers.class);
        private final Errands errands = new Errands(Clock.fixed(NOW, ZoneOffset.UTC));
        private final OrderFulfilment fulfilment =
                new OrderFulfilment(commands, errands, timers, Clock.fixed(NOW, ZoneOffset.UTC));
        private final PaymentCaptured captured = new PaymentCaptured(ORDER, EVENT, "order_1", "pay_1", TOTAL);
        private final RecordCapture record = new RecordCapture(ORDER, "order_1", "pay_1", TOTAL);
        private @Nullable PromoCodeId promo;

        @Test
        void aPaidOrderClaimsEveryTierThenConfirms() throws Exception {
            says(Step.CLAIM);
            assertThat(fulfilment.carryOn(ORDER)).isTrue();
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new ClaimHold(EARLY, ORDER, 2));
            steps.verify(commands).ask(new ClaimHold(VIP, ORDER, 1));
            steps.verify(commands).ask(new ClaimAllowance(ALLOWANCE, ORDER, 3));
            steps.verify(commands).ask(new ConfirmOrder(ORDER));
        }

        @Test
        void whoeverRecordsTheMoneySeesTheOrderThrough() throws Exception {
            records(true);
            says(Step.CLAIM);
            assertThat(fulfilment.settle(record)).isEqualTo(OrderStatus.CONFIRMED);
            verify(commands).ask(new ConfirmOrder(ORDER));
            fulfilment.on(captured, NOW);
            verify(commands, times(1)).require(new CheckFulfilment(ORDER));
        }

        @Test
        void moneyThatOthersRecordedIsTheirsToCarryOn() throws Exception {
            records(false);
            doReturn(OrderStatus.PENDING_PAYMENT).when(commands).require(new DescribeOrder(ORDER));
            assertThat(fulfilment.settle(record)).isEqualTo(OrderStatus.PENDING_PAYMENT);
            verify(commands, never()).require(new CheckFulfilment(ORDER));
            fulfilment.on(captured, NOW);
            verify(timers).set("order-fulfilment:" + ORDER, NOW.plusSeconds(15), new FinishOrder(ORDER));
        }

        @Test
        void whatWasCutShortHereIsFinishedAtOnceAndWhatWasCutShortBeforeToo() throws Exception {
            records(true);
            doThrow(new Refusal(ErrorCode.TOO_BUSY, "Busy.")).when(commands).require(new CheckFulfilment(ORDER));
            assertThatThrownBy(() -> fulfilment.settle(record)).isInstanceOf(Refusal.class);
            says(Step.CLAIM);
            fulfilment.on(captured, NOW);
            verify(commands).ask(new ConfirmOrder(ORDER));
            fulfilment.on(new PaymentCaptured(ORDER, EVENT, "order_1", "pay_2", TOTAL), NOW.minusSeconds(60));
            verify(commands, times(2)).ask(new ConfirmOrder(ORDER));
            verifyNoInteractions(timers);
        }

        @Test
        void whatNobodyFinishedIsFinishedWhenItsAlarmRings() throws Exception {
            says(Step.CLAIM);
            new OrderFinish(fulfilment).handle(new FinishOrder(ORDER), Actor.SYSTEM);
            verify(commands).ask(new ConfirmOrder(ORDER));
            assertThatThrownBy(() -> new OrderFinish(fulfilment).handle(new FinishOrder(ORDER), Actor.ANONYMOUS))
                    .isInstanceOf(Refusal.class);
        }

        /** The other way round, an order confirmed by somebody else meanwhile would have lost its stock. */
        @Test
        void whenOneTierIsSoldOutTheOrderIsDeclinedAndOnlyThenAllIsGivenBack() throws Exception {
            says(Step.CLAIM, Step.ABANDON);
            doThrow(new Refusal(ErrorCode.SOLD_OUT, "Sold out.")).when(commands).ask(new ClaimHold(VIP, ORDER, 1));
            assertThat(fulfilment.carryOn(ORDER)).isFalse();
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new DeclineOrder(ORDER, "Sold out."));
            steps.verify(commands).ask(new AbandonClaim(EARLY, ORDER));
            verify(commands).ask(new ReturnAllowance(ALLOWANCE, ORDER));
            verify(commands, never()).ask(new ConfirmOrder(ORDER));
        }

        @Test
        void whenTheEventIsCalledOffMeanwhileTheStockIsGivenBack() throws Exception {
            says(Step.CLAIM, Step.ABANDON);
            doThrow(new Refusal(ErrorCode.ORDER_STATE, "Not any more."))
                    .when(commands)
                    .ask(new ConfirmOrder(ORDER));
            fulfilment.carryOn(ORDER);
            verify(commands).ask(new AbandonClaim(EARLY, ORDER));
            verify(commands).ask(new AbandonClaim(VIP, ORDER));
        }

        @Test
        void whatMayHealIsTriedAgainLater() throws Exception {
            says(Step.CLAIM);
            doThrow(new Refusal(ErrorCode.TOO_BUSY, "Busy.")).when(commands).ask(new ClaimHold(EARLY, ORDER, 2));
            assertThatThrownBy(() -> fulfilment.carryOn(ORDER)).isInstanceOf(Refusal.class);
            verify(commands, never()).ask(new DeclineOrder(ORDER, "Busy."));
        }

        @Test
        void aConfirmedOrderSettlesEveryTierAndKeepsItsPart() throws Exception {
            says(Step.SETTLE);
            fulfilment.carryOn(ORDER);
            verify(commands).ask(new SettleHold(EARLY, ORDER));
            verify(commands).ask(new SettleHold(VIP, ORDER));
            verify(commands).ask(new KeepAllowance(ALLOWANCE, ORDER));
            verify(commands, never()).ask(new ClaimHold(EARLY, ORDER, 2));
        }

        @Test
        void anOrderThatLapsedUnpaidReleasesWhatItHeldAndNoClaim() throws Exception {
            says(Step.RELEASE);
            fulfilment.on(new OrderExpired(ORDER, EVENT, LINES));
            verify(commands).ask(new ReleaseHold(EARLY, ORDER));
            verify(commands).ask(new ReleaseHold(VIP, ORDER));
            verify(commands, never()).ask(new AbandonClaim(EARLY, ORDER));
        }

        @Test
        void anOrderThatCameToNothingGivesEverythingBack() throws Exception {
            says(Step.ABANDON);
            fulfilment.on(new OrderCancelled(ORDER, EVENT, LINES, "Changed plans"));
            verify(commands).ask(new AbandonClaim(EARLY, ORDER));
            verify(commands).ask(new AbandonClaim(VIP, ORDER));
            verify(commands).ask(new ReturnAllowance(ALLOWANCE, ORDER));
        }

        @Test
        void aPaymentThatDoesNotPayForTheOrderMovesNothing() throws Exception {
            says(Step.WAIT);
            fulfilment.carryOn(ORDER);
            verify(commands).require(new CheckFulfilment(ORDER));
            verifyNoMoreInteractions(commands);
        }

        @Test
        void onlyAFreeOrderIsFulfilledWhenPlaced() throws Exception {
            fulfilment.on(placed());
            verifyNoInteractions(commands);
            says(Step.CLAIM);
            fulfilment.on(placedForFree());
            verify(commands).ask(new ConfirmOrder(ORDER));
        }

        @Test
        void aPromoCodeIsClaimedSettledOrGivenBackWithItsOrder() throws Exception {
            promo = SUMMER;
            says(Step.CLAIM);
            fulfilment.carryOn(ORDER);
            InOrder steps = inOrder(commands);
            steps.verify(commands).ask(new ClaimUse(SUMMER, ORDER));
            steps.verify(commands).ask(new ConfirmOrder(ORDER));
            says(Step.SETTLE);
            fulfilment.carryOn(ORDER);
            verify(commands).ask(new SettleUse(SUMMER, ORDER));
            says(Step.RELEASE);
            fulfilment.carryOn(ORDER);
            verify(commands).ask(new ReleaseUse(SUMMER, ORDER));
            says(Step.ABANDON);
            fulfilment.carryOn(ORDER);
            verify(commands).ask(new ReturnUse(SUMMER, ORDER));
        }

        @Test
        void aLatePaymentWhosePromoCodeIsUsedUpGoesBack() throws Exception {
            promo = SUMMER;
            says(Step.CLAIM, Step.ABANDON);
            doThrow(new Refusal(ErrorCode.PROMO_CODE_USED_UP, "Used up."))
                    .when(commands)
                    .ask(new ClaimUse(SUMMER, ORDER));
            fulfilment.carryOn(ORDER);
            verify(commands).ask(new AbandonClaim(EARLY, ORDER));
            verify(commands).ask(new ReturnAllowance(ALLOWANCE, ORDER));
            verify(commands).ask(new DeclineOrder(ORDER, "Used up."));
        }

        private void records(boolean news) throws Refusal {
            doReturn(news).when(commands).require(record);
        }

        private void says(Step first, Step... further) throws Refusal {
            doReturn(
                            fulfilment(first),
                            Arrays.stream(further).map(this::fulfilment).toArray())
                    .when(commands)
                    .require(new CheckFulfilment(ORDER));
        }

        private Fulfilment fulfilment(Step step) {
            return new Fulfilment(ORDER, EVENT, GUEST, LINES, promo, step);
        }
    }

    @Nested
    class Expiring {
        private final Timers timers = mock(Timers.class);
        private final OrderExpiry expiry = new OrderExpiry(timers);

        @Test
        void anOrderExpiresWithItsHold() {
            expiry.on(placed());
            verify(timers).set("order-expiry:" + ORDER, HELD_UNTIL, new ExpireOrder(ORDER));
        }

        @Test
        void aFreeOrderDoesNot() {
            expiry.on(placedForFree());
            verifyNoInteractions(timers);
        }

        @Test
        void aCancelledOneNeedsNoAlarm() {
            expiry.on(new OrderCancelled(ORDER, EVENT, LINES, "Changed plans"));
            verify(timers).cancel("order-expiry:" + ORDER);
        }
    }

    @Nested
    class CallingOff {
        private final MongoServer server = new MongoServer(new MemoryBackend());
        private MongoClient client;
        private EventOrders orders;
        private EventCancellation cancellation;

        @BeforeEach
        void start() {
            client = MongoClients.create(server.bindAndGetConnectionString());
            orders = new EventOrders(new MongoTemplate(client, "vault"));
            cancellation = new EventCancellation(orders, commands);
        }

        @AfterEach
        void stop() {
            client.close();
            server.shutdown();
        }

        @Test
        void everyOrderOfTheEventIsCalledOff() throws Exception {
            cancellation.on(placed());
            verifyNoInteractions(commands);
            cancellation.on(cancelled());
            verify(commands).ask(new CancelForEvent(ORDER));
        }

        @Test
        void anOrderSeenAfterTheCancellationIsCalledOffToo() throws Exception {
            cancellation.on(cancelled());
            cancellation.on(placed());
            verify(commands).ask(new CancelForEvent(ORDER));
        }

        @Test
        void oneOrderThatCannotBeCalledOffNowDoesNotKeepTheOthersWaiting() throws Exception {
            cancellation.on(placed());
            OrderId other = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b009");
            orders.remember(EVENT, other);
            doThrow(new Refusal(ErrorCode.TOO_BUSY, "Busy.")).when(commands).ask(new CancelForEvent(ORDER));
            assertThatThrownBy(() -> cancellation.on(cancelled())).isInstanceOf(Refusal.class);
            verify(commands).ask(new CancelForEvent(other));
        }

        @Test
        void whatIsOverIsForgotten() throws Exception {
            cancellation.on(placed());
            cancellation.on(placed());
            assertThat(orders.of(EVENT)).containsExactly(ORDER);
            cancellation.on(new EventCompleted(EVENT, false));
            assertThat(orders.of(EVENT)).isEmpty();
        }

        private EventCancelled cancelled() {
            return new EventCancelled(
                    EVENT,
                    OrderFixtures.CREATOR,
                    OrderFixtures.VENUE,
                    null,
                    null,
                    List.of(EARLY),
                    EventStatus.SCHEDULED,
                    "Rain");
        }
    }

    @Test
    void theTicketsOfARefundedOrderDie() throws Exception {
        new TicketRevocation(commands)
                .on(new OrderRefunded(
                        ORDER,
                        EVENT,
                        OrderFixtures.VENUE,
                        OrderFixtures.CREATOR,
                        LINES,
                        placed().amounts(),
                        null,
                        List.of(new IssuedTicket(TicketId.of(ORDER, 1), EARLY)),
                        RefundReason.EVENT_CANCELLED));
        verify(commands).ask(new RevokeTicket(TicketId.of(ORDER, 1), "EVENT_CANCELLED"));
    }
}
