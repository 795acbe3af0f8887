package com.thec1rcle.query.order;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.GuestlistEntry;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.CodeStep;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One ticket, in {@code tickets}; its code is never stored.
 *
 * @param acquiredAt when it became its owner's
 * @param from when its night begins; a copy, so that tickets can be listed by it
 */
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
        boolean rotatingCode,
        int codeGeneration,
        String buyerId,
        String ownerId,
        Sealed holder,
        Instant issuedAt,
        Instant acquiredAt,
        @Nullable Instant from,
        @Nullable Instant until,
        long version) {
    static final String COLLECTION = "tickets";

    TicketStatus status() {
        if (revoked) {
            return TicketStatus.REVOKED;
        }
        return admitted == admits ? TicketStatus.ADMITTED : TicketStatus.VALID;
    }

    boolean isOf(UserId person) {
        return ownerId.equals(person.value());
    }

    /** As its buyer sees it in the order: what was given away is another's, and its code none of the buyer's business. */
    TicketView toBuyer(TicketCodes codes, Instant now) {
        boolean givenAway = !ownerId.equals(buyerId) && !revoked;
        return givenAway ? view(TicketStatus.TRANSFERRED, null, null) : toView(codes, now);
    }

    TicketView toView(TicketCodes codes, Instant now) {
        return view(status(), code(codes, now), codeChangesAt(now));
    }

    WalletTicket toWallet(TicketCodes codes, Instant now, @Nullable Contact contact, @Nullable Night night) {
        boolean calledOff = night != null && night.cancelled();
        return new WalletTicket(
                new TicketId(id),
                new OrderId(orderId),
                new TierId(tierId),
                tierName,
                entryType,
                admits,
                admitted,
                calledOff ? TicketStatus.REVOKED : status(),
                !ownerId.equals(buyerId),
                contact,
                calledOff ? null : code(codes, now),
                calledOff ? null : codeChangesAt(now),
                night);
    }

    private TicketView view(TicketStatus status, @Nullable String code, @Nullable Instant changesAt) {
        return new TicketView(
                new TicketId(id), new TierId(tierId), tierName, entryType, admits, admitted, status, code, changesAt);
    }

    private @Nullable String code(TicketCodes codes, Instant now) {
        if (revoked) {
            return null;
        }
        EventId event = new EventId(eventId);
        TicketId ticket = new TicketId(id);
        return rotatingCode
                ? codes.signAt(now, event, ticket, admits, codeGeneration)
                : codes.sign(event, ticket, admits, codeGeneration);
    }

    private @Nullable Instant codeChangesAt(Instant now) {
        return rotatingCode && !revoked ? CodeStep.endOf(now) : null;
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
