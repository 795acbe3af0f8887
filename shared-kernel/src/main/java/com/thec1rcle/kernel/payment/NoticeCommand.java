package com.thec1rcle.kernel.payment;

import com.thec1rcle.kernel.money.Money;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask about a notice of the gateway. */
public sealed interface NoticeCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    NoticeId noticeId();

    /** Records a notice whose signature held; the same notice again changes nothing. */
    record RecordNotice(
            NoticeId noticeId,
            NoticeKind kind,
            @Nullable String gatewayOrderId,
            @Nullable String paymentId,
            @Nullable RefundId refundId,
            @Nullable String gatewayRefundId,
            @Nullable Money amount,
            @Nullable String reason)
            implements NoticeCommand {}
}
