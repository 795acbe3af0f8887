package com.thec1rcle.query.order;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.GuestlistEntry;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One ticket, in {@code tickets}; its code is never stored. */
record TicketDocument(
        @Id String id,
        String orderId,
        String eventId,
        String tierId,
        String tierName,
        EntryType entryType,
        int number,
        int admits,
        int admitted,
        boolean revoked,
        int codeGeneration,
        String ownerId,
        Sealed holder,
        Instant issuedAt,
        long version) {
    static final String COLLECTION = "tickets";

    TicketStatus status() {
        if (revoked) {
            return TicketStatus.REVOKED;
        }
        return admitted == admits ? TicketStatus.ADMITTED : TicketStatus.VALID;
    }

    TicketView toView(TicketCodes codes) {
        TicketId ticketId = new TicketId(id);
        return new TicketView(
                ticketId,
                new TierId(tierId),
                tierName,
                entryType,
                admits,
                admitted,
                status(),
                revoked ? null : codes.sign(new EventId(eventId), ticketId, admits, codeGeneration));
    }

    GuestlistEntry toGuest(@Nullable String name) {
        return new GuestlistEntry(
                new TicketId(id),
                new OrderId(orderId),
                new TierId(tierId),
                tierName,
                entryType,
                name,
                admits,
                admitted,
                status());
    }
}
