package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.privacy.Sealed;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The owner gives a ticket to another person while its night is not over; refused with RECIPIENT_UNKNOWN if nobody is
 * known under the address.
 *
 * @param to absent if the address is nobody's
 */
public record GiveTicket(
        @TargetAggregateIdentifier @RoutingKey TicketId ticketId,
        @Nullable Recipient to) {
    /**
     * Who gets it.
     *
     * @param holder name and address, as the door and the guest list show them
     */
    public record Recipient(UserId userId, Sealed holder) {}
}
