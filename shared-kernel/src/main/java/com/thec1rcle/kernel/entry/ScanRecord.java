package com.thec1rcle.kernel.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at the door, as its history shows it.
 *
 * @param count people whom the attempt was for
 * @param ticketId absent when the code named none
 * @param holder name of the ticket's holder; absent without a ticket, or once erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanRecord(
        ScanId scanId,
        EventId eventId,
        boolean admitted,
        Verdict result,
        int count,
        Instant at,
        UserId by,
        @Nullable DeviceId deviceId,
        @Nullable TicketId ticketId,
        @Nullable TierId tierId,
        @Nullable String tierName,
        @Nullable EntryType entryType,
        @Nullable String holder) {}
