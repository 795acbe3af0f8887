package com.thec1rcle.query.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.entry.ScanRecord.Undone;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One attempt at a door.
 *
 * @param version what its ticket, or the attempt itself, had said by then
 * @param returned how many of its people came back
 * @param undoneAt absent while what it did stands
 */
record Scan(
        @Id String id,
        long version,
        String eventId,
        Direction direction,
        Verdict result,
        int count,
        int returned,
        Instant at,
        String scannedBy,
        @Nullable String deviceId,
        @Nullable String ticketId,
        @Nullable String tierId,
        @Nullable String tierName,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoneReason) {
    static Scan of(
            EntryAttempt attempt,
            long version,
            Direction direction,
            Verdict result,
            int returned,
            @Nullable TicketId ticketId,
            @Nullable ScannableTicket ticket) {
        DeviceId device = attempt.deviceId();
        return new Scan(
                attempt.scanId().value(),
                version,
                attempt.eventId().value(),
                direction,
                result,
                attempt.count(),
                returned,
                attempt.at(),
                attempt.scannedBy().value(),
                device == null ? null : device.value(),
                ticketId == null ? null : ticketId.value(),
                ticket == null ? null : ticket.tierId(),
                ticket == null ? null : ticket.tierName(),
                null,
                null,
                null);
    }

    /**
     * As its history shows it.
     *
     * @param ticket the ticket it was about, if it is one of this event
     */
    ScanRecord toView(@Nullable ScannableTicket ticket, @Nullable String holder, @Nullable String gate) {
        return new ScanRecord(
                new ScanId(id),
                new EventId(eventId),
                direction,
                result.admits(),
                result,
                count,
                at,
                new UserId(scannedBy),
                deviceId == null ? null : new DeviceId(deviceId),
                gate,
                ticketId == null ? null : new TicketId(ticketId),
                ticket == null ? null : ticket.tier(),
                ticket == null ? null : ticket.tierName(),
                ticket == null ? null : ticket.entryType(),
                holder,
                undone());
    }

    private @Nullable Undone undone() {
        return undoneAt == null || undoneBy == null ? null : new Undone(undoneAt, new UserId(undoneBy), undoneReason);
    }
}
