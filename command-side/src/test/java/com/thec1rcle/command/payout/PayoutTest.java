package com.thec1rcle.command.payout;

import static com.thec1rcle.command.promoter.RefusedWith.refusedWith;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutCommand;
import com.thec1rcle.kernel.payout.PayoutCommand.ApprovePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.CancelPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.CompletePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.FailPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.RejectPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.StartPayout;
import com.thec1rcle.kernel.payout.PayoutEvent;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutApproved;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCancelled;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutStarted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.payout.PayoutStatus;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PayoutTest {
    private static final UserId RIYA = new UserId("riya");
    private static final UserId FATIMA = new UserId("fatima");
    private static final PromoterId PROMOTER = PromoterId.of(RIYA);
    private static final PayoutId ID = new PayoutId("payout-1");
    private static final Money AMOUNT = Money.inr(20_000);

    private static final PayoutRequested REQUESTED = new PayoutRequested(
            ID, PROMOTER, RIYA, AMOUNT, PayoutMethod.UPI, new Sealed("riya", "cipher"), "ri***@upi");
    private static final PayoutApproved APPROVED = new PayoutApproved(ID, PROMOTER, FATIMA);
    private static final PayoutStarted STARTED = new PayoutStarted(ID, PROMOTER, "utr-1");

    private static final Map<PayoutStatus, List<PayoutEvent>> HISTORIES = Map.of(
            PayoutStatus.REQUESTED, List.of(REQUESTED),
            PayoutStatus.APPROVED, List.of(REQUESTED, APPROVED),
            PayoutStatus.PROCESSING, List.of(REQUESTED, APPROVED, STARTED),
            PayoutStatus.COMPLETED,
                    List.of(REQUESTED, APPROVED, STARTED, new PayoutCompleted(ID, PROMOTER, AMOUNT, "utr-1")),
            PayoutStatus.FAILED,
                    List.of(REQUESTED, APPROVED, STARTED, new PayoutFailed(ID, PROMOTER, AMOUNT, "Account closed")),
            PayoutStatus.CANCELLED, List.of(REQUESTED, new PayoutCancelled(ID, PROMOTER, AMOUNT)),
            PayoutStatus.REJECTED, List.of(REQUESTED, new PayoutRejected(ID, PROMOTER, AMOUNT, "No")));

    private FixtureConfiguration<Payout> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(Payout.class);
    }

    /** A command, who sends it, the one state it moves from, the state it leads to, and what it says then. */
    private record Move(
            PayoutCommand command, Map<String, String> actor, PayoutStatus from, PayoutStatus to, PayoutEvent event) {}

    private static List<Move> moves() {
        return List.of(
                new Move(
                        new ApprovePayout(ID),
                        finance(FATIMA),
                        PayoutStatus.REQUESTED,
                        PayoutStatus.APPROVED,
                        APPROVED),
                new Move(
                        new RejectPayout(ID, "No"),
                        finance(FATIMA),
                        PayoutStatus.REQUESTED,
                        PayoutStatus.REJECTED,
                        new PayoutRejected(ID, PROMOTER, AMOUNT, "No")),
                new Move(
                        new CancelPayout(ID),
                        as(RIYA),
                        PayoutStatus.REQUESTED,
                        PayoutStatus.CANCELLED,
                        new PayoutCancelled(ID, PROMOTER, AMOUNT)),
                new Move(
                        new StartPayout(ID, "utr-1"),
                        finance(FATIMA),
                        PayoutStatus.APPROVED,
                        PayoutStatus.PROCESSING,
                        STARTED),
                new Move(
                        new CompletePayout(ID, null),
                        finance(FATIMA),
                        PayoutStatus.PROCESSING,
                        PayoutStatus.COMPLETED,
                        new PayoutCompleted(ID, PROMOTER, AMOUNT, "utr-1")),
                new Move(
                        new FailPayout(ID, "Account closed"),
                        finance(FATIMA),
                        PayoutStatus.PROCESSING,
                        PayoutStatus.FAILED,
                        new PayoutFailed(ID, PROMOTER, AMOUNT, "Account closed")));
    }

    static Stream<Arguments> everyStateAndCommand() {
        List<Arguments> table = new ArrayList<>();
        for (PayoutStatus status : PayoutStatus.values()) {
            moves().forEach(move -> table.add(Arguments.of(status, move)));
        }
        return table.stream();
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void everyCommandMovesFromOneStateIsHarmlessInItsOwnAndRefusedInAllOthers(PayoutStatus status, Move move) {
        var result = fixture.given(HISTORIES.get(status)).when(move.command(), move.actor());
        if (status == move.from()) {
            result.expectEvents(move.event());
        } else if (status == move.to()) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            result.expectException(refusedWith(ErrorCode.PAYOUT_STATE)).expectNoEvents();
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void nobodyElseMovesAnything(PayoutStatus status, Move move) {
        fixture.given(HISTORIES.get(status))
                .when(move.command(), as(new UserId("stranger")))
                .expectException(refusedWith(ErrorCode.FORBIDDEN))
                .expectNoEvents();
    }

    @Test
    void whoeverAskedDoesNotApproveEvenAsFinance() {
        fixture.given(REQUESTED)
                .when(new ApprovePayout(ID), finance(RIYA))
                .expectException(refusedWith(ErrorCode.PAYOUT_SELF_APPROVAL));
    }

    @Test
    void administratorsAreNotFinance() {
        fixture.given(REQUESTED)
                .when(
                        new ApprovePayout(ID),
                        ActorMetadata.of(new Actor(FATIMA, null, Set.of(PlatformRole.ADMIN), Map.of(), Set.of(), null)))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void financeDoesNotCancelForThePromoter() {
        fixture.given(REQUESTED)
                .when(new CancelPayout(ID), finance(FATIMA))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void aTransactionNamedAtTheEndIsTheOneRecorded() {
        fixture.given(REQUESTED, APPROVED, STARTED)
                .when(new CompletePayout(ID, "utr-2"), finance(FATIMA))
                .expectEvents(new PayoutCompleted(ID, PROMOTER, AMOUNT, "utr-2"));
    }

    private static Map<String, String> as(UserId user) {
        return ActorMetadata.of(Actor.user(user));
    }

    private static Map<String, String> finance(UserId user) {
        return ActorMetadata.of(new Actor(user, null, Set.of(PlatformRole.FINANCE), Map.of(), Set.of(), null));
    }
}
