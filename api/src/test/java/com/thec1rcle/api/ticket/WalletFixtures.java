package com.thec1rcle.api.ticket;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.Map;

/** A ticket in a wallet, and its night. */
final class WalletFixtures {
    static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    static final TicketId TICKET = TicketId.of(ORDER, 1);
    static final EventId EVENT = new EventId("7e9f0a44-90e5-4f22-8d5f-11a3b7a6c002");
    static final TicketCodes CODES =
            new TicketCodes(new TicketKeys("k1", Map.of("k1", "0123456789abcdef0123456789abcdef")));
    static final String CODE = CODES.sign(EVENT, TICKET, 2, 1);

    private WalletFixtures() {}

    static WalletTicket ticket(String holder) {
        return ticket(holder, "Couple");
    }

    static WalletTicket ticket(String holder, String tierName) {
        return new WalletTicket(
                TICKET,
                ORDER,
                new TierId("tier-1"),
                tierName,
                EntryType.COUPLE,
                2,
                0,
                TicketStatus.VALID,
                false,
                new Contact(holder, "asha@example.com", null),
                CODE,
                null,
                night("Monsoon Nights"));
    }

    static Night night(String title) {
        return new Night(
                EVENT,
                title,
                Instant.parse("2026-12-04T15:30:00Z"),
                Instant.parse("2026-12-04T22:30:00Z"),
                Instant.parse("2026-12-04T12:30:00Z"),
                false,
                new VenueId("venue-1"),
                "Blue Room",
                "1 Harbour Road; 2nd floor",
                "Mumbai",
                "Asia/Kolkata");
    }
}
