package com.thec1rcle.query.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One attempt at a door. */
record Scan(
        @Id String id,
        String eventId,
        Verdict result,
        int count,
        Instant at,
        String scannedBy,
        @Nullable String deviceId,
        @Nullable String ticketId) {
    static Scan of(EntryAttempt attempt, Verdict result, @Nullable TicketId ticketId) {
        DeviceId device = attempt.deviceId();
        return new Scan(
                attempt.scanId().value(),
                attempt.eventId().value(),
                result,
                attempt.count(),
                attempt.at(),
                attempt.scannedBy().value(),
                device == null ? null : device.value(),
                ticketId == null ? null : ticketId.value());
    }

    /**
     * As its history shows it.
     *
     * @param ticket the ticket it was about, if it is one of this event
     */
    ScanRecord toView(@Nullable ScannableTicket ticket, @Nullable String holder) {
        return new ScanRecord(
                new ScanId(id),
                new EventId(eventId),
                result.admits(),
                result,
                count,
                at,
                new UserId(scannedBy),
                deviceId == null ? null : new DeviceId(deviceId),
                ticketId == null ? null : new TicketId(ticketId),
                ticket == null ? null : ticket.tier(),
                ticket == null ? null : ticket.tierName(),
                ticket == null ? null : ticket.entryType(),
                holder);
    }
}
