package com.thec1rcle.kernel.payment;

import com.thec1rcle.kernel.money.Money;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What the gateway told. */
public sealed interface NoticeEvent {
    NoticeId noticeId();

    /** A notice of the gateway, stored once. */
    @Revision("1")
    record NoticeReceived(
            NoticeId noticeId,
            NoticeKind kind,
            @Nullable String gatewayOrderId,
            @Nullable String paymentId,
            @Nullable RefundId refundId,
            @Nullable String gatewayRefundId,
            @Nullable Money amount,
            @Nullable String reason)
            implements NoticeEvent {}
}
