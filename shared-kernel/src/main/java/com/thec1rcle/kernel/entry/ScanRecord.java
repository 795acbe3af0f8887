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
 * @param admitted whether the gate opened; in either direction
 * @param count people whom the attempt was for
 * @param gate name of the device, if it was ever bound
 * @param ticketId absent when the code named none
 * @param holder name of the ticket's holder; absent without a ticket, or once erased
 * @param undone absent while what it did stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanRecord(
        ScanId scanId,
        EventId eventId,
        Direction direction,
        boolean admitted,
        Verdict result,
        int count,
        Instant at,
        UserId by,
        @Nullable DeviceId deviceId,
        @Nullable String gate,
        @Nullable TicketId ticketId,
        @Nullable TierId tierId,
        @Nullable String tierName,
        @Nullable EntryType entryType,
        @Nullable String holder,
        @Nullable Undone undone) {
    /** When and by whom it was taken back, and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Undone(Instant at, UserId by, @Nullable String reason) {}
}
