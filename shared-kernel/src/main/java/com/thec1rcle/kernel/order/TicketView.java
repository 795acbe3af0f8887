package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its owner sees it.
 *
 * @param code what the door reads; absent once the ticket opens nothing any more, or is another person's
 * @param codeChangesAt when the code must be asked for anew; absent for a code that stays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketView(
        TicketId ticketId,
        TierId tierId,
        String tierName,
        EntryType entryType,
        int admits,
        int admitted,
        TicketStatus status,
        @Nullable String code,
        @Nullable Instant codeChangesAt) {}
