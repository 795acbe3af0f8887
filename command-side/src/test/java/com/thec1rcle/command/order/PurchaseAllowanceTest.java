package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.Refusals.refusedWith;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.CloseRestoration;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.RestoreAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.TakeAllowance;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceClaimed;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceKept;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceRestored;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceReturned;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceTaken;
import com.thec1rcle.kernel.order.AllowanceEvent.RestorationClosed;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PurchaseAllowanceTest {
    private static final RefundId REFUND = new RefundId("refund-1");
    private static final AllowanceId ID = AllowanceId.of(EVENT, GUEST);
    private static final OrderId FIRST = new OrderId("order-1");
    private static final OrderId SECOND = new OrderId("order-2");
    private static final Map<String, String> SYSTEM = ActorMetadata.of(Actor.SYSTEM);

    @Test
    void anOrderTakesItsPart() {
        at(NOW).givenNoPriorActivity().when(take(FIRST, 4), SYSTEM).expectEvents(taken(FIRST, 4));
    }

    @Test
    void takingTwiceIsTakingOnce() {
        at(NOW).given(taken(FIRST, 4)).when(take(FIRST, 4), SYSTEM).expectNoEvents();
    }

    @Test
    void theSameOrderWithAnotherNumberOfTicketsIsAnother() {
        at(NOW).given(taken(FIRST, 1))
                .when(take(FIRST, 10), SYSTEM)
                .expectException(refusedWith(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void aClaimOfMoreThanWasTakenIsHeldToTheLimit() {
        at(NOW).given(taken(FIRST, 1), taken(SECOND, 4))
                .when(new ClaimAllowance(ID, FIRST, 7), SYSTEM)
                .expectException(refusedWith(ErrorCode.LIMIT_EXCEEDED));
        at(NOW).given(taken(FIRST, 1), taken(SECOND, 4))
                .when(new ClaimAllowance(ID, FIRST, 6), SYSTEM)
                .expectEvents(new AllowanceClaimed(ID, FIRST, 6, false));
    }

    @Test
    void moreThanTheLimitIsRefused() {
        at(NOW).given(taken(FIRST, 7))
                .when(take(SECOND, 4), SYSTEM)
                .expectException(refusedWith(ErrorCode.LIMIT_EXCEEDED));
    }

    @Test
    void whatLapsedIsFreeEvenIfNobodySaidSo() {
        at(HELD_UNTIL).given(taken(FIRST, 10)).when(take(SECOND, 10), SYSTEM).expectSuccessfulHandlerExecution();
    }

    @Test
    void whatWasKeptStaysTaken() {
        at(NOW).given(taken(FIRST, 6), new AllowanceClaimed(ID, FIRST, 6, false), new AllowanceKept(ID, FIRST, 6))
                .when(take(SECOND, 5), SYSTEM)
                .expectException(refusedWith(ErrorCode.LIMIT_EXCEEDED));
    }

    @Test
    void whatWasReturnedIsFree() {
        at(NOW).given(taken(FIRST, 10), new AllowanceReturned(ID, FIRST, 10))
                .when(take(SECOND, 10), SYSTEM)
                .expectEvents(taken(SECOND, 10));
    }

    @Test
    void whatIsClaimedLapsesNoMore() {
        at(HELD_UNTIL.plus(Duration.ofDays(1)))
                .given(taken(FIRST, 6), new AllowanceClaimed(ID, FIRST, 6, false))
                .when(take(SECOND, 5), SYSTEM)
                .expectException(refusedWith(ErrorCode.LIMIT_EXCEEDED));
    }

    @Test
    void claimingTwiceIsClaimingOnce() {
        at(NOW).given(taken(FIRST, 6), new AllowanceClaimed(ID, FIRST, 6, false))
                .when(new ClaimAllowance(ID, FIRST, 6), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void aLateClaimAsksTheLimitAgain() {
        at(HELD_UNTIL)
                .given(taken(FIRST, 6))
                .when(new ClaimAllowance(ID, FIRST, 6), SYSTEM)
                .expectEvents(new AllowanceClaimed(ID, FIRST, 6, true));
        Instant later = HELD_UNTIL.plus(Duration.ofMinutes(10));
        at(HELD_UNTIL)
                .given(taken(FIRST, 6), new AllowanceTaken(ID, SECOND, 6, 10, later))
                .when(new ClaimAllowance(ID, FIRST, 6), SYSTEM)
                .expectException(refusedWith(ErrorCode.LIMIT_EXCEEDED));
    }

    @Test
    void keepingTwiceCountsOnce() {
        at(NOW).given(taken(FIRST, 6), new AllowanceClaimed(ID, FIRST, 6, false), new AllowanceKept(ID, FIRST, 6))
                .when(new KeepAllowance(ID, FIRST), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void whatWasGivenBackMayBeBoughtAgainOnce() {
        Object[] bought = {
            taken(FIRST, 10), new AllowanceClaimed(ID, FIRST, 10, false), new AllowanceKept(ID, FIRST, 10)
        };
        AllowanceRestored restored = new AllowanceRestored(ID, FIRST, REFUND, 3);
        RestorationClosed closed = new RestorationClosed(ID, REFUND);
        at(NOW).given(bought).when(restore(3), SYSTEM).expectEvents(restored);
        at(NOW).given(bought).andGiven(restored).when(restore(3), SYSTEM).expectNoEvents();
        at(NOW).given(bought)
                .andGiven(restored, closed)
                .when(restore(3), SYSTEM)
                .expectNoEvents();
        at(NOW).given(bought)
                .andGiven(restored)
                .when(new CloseRestoration(ID, REFUND), SYSTEM)
                .expectEvents(closed);
        at(NOW).given(bought).andGiven(restored).when(take(SECOND, 3), SYSTEM).expectEvents(taken(SECOND, 3));
        at(NOW).given(bought)
                .andGiven(restored)
                .when(take(SECOND, 4), SYSTEM)
                .expectException(refusedWith(ErrorCode.LIMIT_EXCEEDED));
        at(NOW).given(bought).when(restore(11), SYSTEM).expectException(refusedWith(ErrorCode.ORDER_STATE));
    }

    private static RestoreAllowance restore(int quantity) {
        return new RestoreAllowance(ID, FIRST, REFUND, quantity);
    }

    @Test
    void returningTwiceIsReturningOnce() {
        at(NOW).given(taken(FIRST, 6), new AllowanceReturned(ID, FIRST, 6))
                .when(new ReturnAllowance(ID, FIRST), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void nobodyButTheSystemTakes() {
        at(NOW).givenNoPriorActivity()
                .when(take(FIRST, 1), ActorMetadata.of(Actor.user(GUEST)))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    private static AggregateTestFixture<PurchaseAllowance> at(Instant now) {
        AggregateTestFixture<PurchaseAllowance> fixture = new AggregateTestFixture<>(PurchaseAllowance.class);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        fixture.givenCurrentTime(NOW);
        return fixture;
    }

    private static TakeAllowance take(OrderId order, int quantity) {
        return new TakeAllowance(ID, order, quantity, 10, HELD_UNTIL);
    }

    private static AllowanceTaken taken(OrderId order, int quantity) {
        return new AllowanceTaken(ID, order, quantity, 10, HELD_UNTIL);
    }
}
