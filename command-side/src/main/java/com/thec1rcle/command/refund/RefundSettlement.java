package com.thec1rcle.command.refund;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.OrderCommand.CheckRefund;
import com.thec1rcle.kernel.order.OrderCommand.RefundTickets;
import com.thec1rcle.kernel.order.OrderCommand.ReleaseRefund;
import com.thec1rcle.kernel.order.OrderEvent.RefundClaimReleased;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.refund.RefundClaim;
import com.thec1rcle.kernel.refund.RefundCommand.DropRefund;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.ticketing.TicketCommand.LockTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.UnlockTicket;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Carries out a granted refund: first every ticket is locked, so that none of them opens a door any more, and only then
 * the order gives the money back. If one ticket cannot be locked the refund comes to nothing and all are as they were.
 */
@Process
@ProcessingGroup(RefundSettlement.GROUP)
class RefundSettlement {
    static final String GROUP = "process-refund-settlement";

    private static final String CALLED_OFF = "Everything goes back, because the event was called off.";

    /** Answers that asking again cannot better. */
    private static final Set<ErrorCode> FINAL =
            Set.of(ErrorCode.TICKET_USED, ErrorCode.TICKET_TRANSFERRED, ErrorCode.TICKET_REFUNDED);

    private final Commands commands;

    RefundSettlement(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(RefundGranted event) throws Refusal {
        RefundClaim claim = commands.ask(new CheckRefund(event.orderId(), event.refundId()));
        if (claim == RefundClaim.CARRIED_OUT) {
            return; // Done before.
        }
        try {
            if (claim == RefundClaim.OPEN) {
                lock(event);
                commands.ask(new RefundTickets(event.orderId(), event.refundId()));
                return;
            }
        } catch (Refusal refusal) {
            if (FINAL.contains(refusal.code())) {
                commands.ask(new DropRefund(event.refundId(), refusal.details().message()));
                return;
            }
            if (refusal.code() != ErrorCode.REFUND_STATE) {
                throw refusal;
            }
            // The event was called off between the two questions.
        }
        unlock(event.refundId(), event.ticketIds()); // An earlier run, cut short, may have locked some.
        commands.ask(new DropRefund(event.refundId(), CALLED_OFF));
    }

    @EventHandler
    void on(RefundRejected event) throws Refusal {
        unlock(event.refundId(), event.ticketIds());
        commands.ask(new ReleaseRefund(event.orderId(), event.refundId()));
    }

    /** The order let the claim go by itself; a refund that was rejected before knows. */
    @EventHandler
    void on(RefundClaimReleased event) throws Refusal {
        commands.ask(new DropRefund(event.refundId(), CALLED_OFF));
    }

    private void lock(RefundGranted event) throws Refusal {
        for (TicketId ticketId : event.ticketIds()) {
            commands.ask(new LockTicket(ticketId, event.refundId(), event.accountId(), event.evenIfUsed()));
        }
    }

    private void unlock(RefundId refundId, List<TicketId> ticketIds) throws Refusal {
        for (TicketId ticketId : ticketIds) {
            commands.ask(new UnlockTicket(ticketId, refundId));
        }
    }
}
