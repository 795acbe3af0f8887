package com.thec1rcle.command.payment;

import static com.thec1rcle.command.order.Refusals.refusedWith;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.NoticeCommand.RecordNotice;
import com.thec1rcle.kernel.payment.NoticeEvent.NoticeReceived;
import com.thec1rcle.kernel.payment.NoticeId;
import com.thec1rcle.kernel.payment.NoticeKind;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class GatewayNoticeTest {
    private static final NoticeId ID = NoticeId.of("evt_1");
    private static final RecordNotice RECORD =
            new RecordNotice(ID, NoticeKind.PAYMENT_CAPTURED, "order_1", "pay_1", null, null, Money.inr(100), null);
    private static final NoticeReceived RECEIVED =
            new NoticeReceived(ID, NoticeKind.PAYMENT_CAPTURED, "order_1", "pay_1", null, null, Money.inr(100), null);

    private final AggregateTestFixture<GatewayNotice> fixture = new AggregateTestFixture<>(GatewayNotice.class);

    @Test
    void aNoticeIsStored() {
        fixture.givenNoPriorActivity()
                .when(RECORD, ActorMetadata.of(Actor.SYSTEM))
                .expectEvents(RECEIVED);
    }

    @Test
    void theSameNoticeAgainChangesNothing() {
        fixture.given(RECEIVED).when(RECORD, ActorMetadata.of(Actor.SYSTEM)).expectNoEvents();
    }

    @Test
    void onlyTheSystemStoresNotices() {
        fixture.givenNoPriorActivity()
                .when(RECORD, ActorMetadata.of(Actor.ANONYMOUS))
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }
}
