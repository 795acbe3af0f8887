package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A guest wants money back; answers an AskedRefund, the same one when it is asked again.
 *
 * @param ticketIds which tickets to give back; absent for all that are left
 */
public record AskRefund(
        @TargetAggregateIdentifier @RoutingKey OrderId orderId,
        RefundId refundId,
        @Nullable List<TicketId> ticketIds,
        String reason) {}
