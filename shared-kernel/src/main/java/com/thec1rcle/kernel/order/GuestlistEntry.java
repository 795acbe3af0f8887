package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import org.jspecify.annotations.Nullable;

/**
 * One ticket on an event's guest list, as the door's people see it.
 *
 * @param name absent once the person's data were erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuestlistEntry(
        TicketId ticketId,
        OrderId orderId,
        TierId tierId,
        String tierName,
        EntryType entryType,
        @Nullable String name,
        int admits,
        int admitted,
        TicketStatus status) {}
