package com.thec1rcle.command.refund;

import static com.thec1rcle.command.order.Refusals.refusedWith;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.refund.AskedRefund;
import com.thec1rcle.kernel.refund.RefundCommand.ApproveRefund;
import com.thec1rcle.kernel.refund.RefundCommand.DropRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RecallRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RejectRefund;
import com.thec1rcle.kernel.refund.RefundEvent.RefundApproved;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.refund.RefundStatus;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundTest {
    private static final RefundId REFUND = new RefundId("refund-1");
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final EventId EVENT = new EventId("event-1");
    private static final UserId GUEST = new UserId("gita");
    private static final List<TicketId> TICKETS = List.of(TicketId.of(ORDER, 1), TicketId.of(ORDER, 2));
    private static final HostId HOST = new HostId("host-1");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final Actor HANA = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final Actor FRED = with(PlatformRole.FINANCE, "fred");
    private static final Actor ADA = with(PlatformRole.ADMIN, "ada");

    private AggregateTestFixture<Refund> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Refund.class);
    }

    @Test
    void aSmallAmountIsGrantedAtOnce() {
        fixture.given(asked(0), granted(false))
                .when(new RecallRefund(REFUND), by(Actor.user(GUEST)))
                .expectNoEvents()
                .expectResultMessagePayload(new AskedRefund(REFUND, RefundStatus.APPROVED));
    }

    @Test
    void onePersonSaysYesToALargerOne() {
        for (Actor judge : List.of(HANA, FRED)) {
            prepare();
            fixture.given(asked(1))
                    .when(new ApproveRefund(REFUND), by(judge))
                    .expectEvents(new RefundApproved(REFUND, judge.userId(), false), granted(false));
        }
    }

    @Test
    void twoDifferentPeopleSayYesToALargeOne() {
        fixture.given(asked(2))
                .when(new ApproveRefund(REFUND), by(HANA))
                .expectEvents(new RefundApproved(REFUND, HANA.userId(), false));
        prepare();
        fixture.given(asked(2), new RefundApproved(REFUND, HANA.userId(), false))
                .when(new ApproveRefund(REFUND), by(HANA))
                .expectNoEvents();
        prepare();
        fixture.given(asked(2), new RefundApproved(REFUND, HANA.userId(), false))
                .when(new ApproveRefund(REFUND), by(FRED))
                .expectEvents(new RefundApproved(REFUND, FRED.userId(), false), granted(false));
    }

    @Test
    void anAdministratorsYesHoldsForUsedTicketsToo() {
        fixture.given(asked(1))
                .when(new ApproveRefund(REFUND), by(ADA))
                .expectEvents(new RefundApproved(REFUND, ADA.userId(), true), granted(true));
    }

    @Test
    void whoAskedOrIsPaidDoesNotDecide() {
        Actor guestWhoOwnsTheHost = new Actor(GUEST, null, Set.of(), Map.of(), Set.of(HOST), null);
        fixture.given(asked(1))
                .when(new ApproveRefund(REFUND), by(guestWhoOwnsTheHost))
                .expectException(refusedWith(ErrorCode.REFUND_SELF_APPROVAL));
        prepare();
        fixture.given(asked(1, ADA.userId()))
                .when(new ApproveRefund(REFUND), by(ADA))
                .expectException(refusedWith(ErrorCode.REFUND_SELF_APPROVAL));
        prepare();
        fixture.given(asked(1, ADA.userId()))
                .when(new RejectRefund(REFUND, "No"), by(guestWhoOwnsTheHost))
                .expectException(refusedWith(ErrorCode.REFUND_SELF_APPROVAL));
    }

    @Test
    void onlyThoseWhoSeeTheMoneyDecide() {
        Actor manager = new Actor(new UserId("mia"), null, Set.of(), Map.of(VENUE, StaffRole.MANAGER), Set.of(), null);
        for (Actor stranger : List.of(Actor.user(new UserId("sam")), manager, Actor.user(GUEST))) {
            prepare();
            fixture.given(asked(1))
                    .when(new ApproveRefund(REFUND), by(stranger))
                    .expectException(refusedWith(ErrorCode.FORBIDDEN));
        }
        prepare();
        fixture.given(askedOf(EventCreator.venue(VENUE)))
                .when(new RejectRefund(REFUND, "No"), by(manager))
                .expectEvents(rejected(manager.userId(), "No"));
    }

    @Test
    void noIsNoOnce() {
        fixture.given(asked(1))
                .when(new RejectRefund(REFUND, "The night has begun."), by(HANA))
                .expectEvents(rejected(HANA.userId(), "The night has begun."));
        prepare();
        fixture.given(asked(1), rejected(HANA.userId(), "No"))
                .when(new RejectRefund(REFUND, "No"), by(HANA))
                .expectNoEvents();
        prepare();
        fixture.given(asked(1), rejected(HANA.userId(), "No"))
                .when(new ApproveRefund(REFUND), by(FRED))
                .expectException(refusedWith(ErrorCode.REFUND_STATE));
        prepare();
        fixture.given(asked(0), granted(false))
                .when(new RejectRefund(REFUND, "No"), by(HANA))
                .expectException(refusedWith(ErrorCode.REFUND_STATE));
    }

    @Test
    void whatCannotBeCarriedOutIsDroppedOnceAndByTheSystemOnly() {
        fixture.given(asked(0), granted(false))
                .when(new DropRefund(REFUND, "Used."), by(Actor.SYSTEM))
                .expectEvents(rejected(null, "Used."));
        prepare();
        fixture.given(asked(0), granted(false), rejected(null, "Used."))
                .when(new DropRefund(REFUND, "Used."), by(Actor.SYSTEM))
                .expectNoEvents();
        prepare();
        fixture.given(asked(1))
                .when(new DropRefund(REFUND, "Used."), by(ADA))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void nobodyElseFindsTheRefundAndNoRefundIsFoundBeforeItIsAsked() {
        fixture.given(asked(1))
                .when(new RecallRefund(REFUND), by(HANA))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
        prepare();
        fixture.givenNoPriorActivity()
                .when(new RecallRefund(REFUND), by(Actor.user(GUEST)))
                .expectNoEvents();
    }

    private static RefundAsked asked(int approvals) {
        return asked(approvals, GUEST);
    }

    private static RefundAsked asked(int approvals, UserId by) {
        return asked(approvals, by, EventCreator.host(HOST));
    }

    private static RefundAsked askedOf(EventCreator creator) {
        return asked(1, GUEST, creator);
    }

    private static RefundAsked asked(int approvals, UserId by, EventCreator creator) {
        return new RefundAsked(
                REFUND, ORDER, EVENT, creator, GUEST, by, false, TICKETS, Money.inr(60_000), "Cannot come", approvals);
    }

    private static RefundGranted granted(boolean evenIfUsed) {
        return new RefundGranted(REFUND, ORDER, GUEST, TICKETS, evenIfUsed);
    }

    private static RefundRejected rejected(UserId by, String reason) {
        return new RefundRejected(REFUND, ORDER, EVENT, TICKETS, by, reason);
    }

    private static Map<String, String> by(Actor actor) {
        return ActorMetadata.of(actor);
    }

    private static Actor with(PlatformRole role, String name) {
        return new Actor(new UserId(name), null, Set.of(role), Map.of(), Set.of(), null);
    }
}
