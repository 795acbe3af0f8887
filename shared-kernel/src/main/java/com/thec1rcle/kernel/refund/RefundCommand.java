package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.payment.RefundId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a refund that a guest asked for. */
public sealed interface RefundCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    RefundId refundId();

    /** Asks for the refund under this id if there is one; answers an AskedRefund. */
    record RecallRefund(RefundId refundId) implements RefundCommand {}

    /** Somebody who may says yes; refused with REFUND_SELF_APPROVAL to the one who asked or is paid. */
    record ApproveRefund(RefundId refundId) implements RefundCommand {}

    /** Somebody who may says no. */
    record RejectRefund(RefundId refundId, String reason) implements RefundCommand {}

    /** It can no longer be carried out. */
    record DropRefund(RefundId refundId, String reason) implements RefundCommand {}
}
