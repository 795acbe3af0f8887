package com.thec1rcle.kernel.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in its owner's wallet, with the night it is for.
 *
 * @param holder absent once the person's data were erased
 * @param received whether somebody else bought it
 * @param code what the door reads; absent once the ticket opens nothing any more
 * @param codeChangesAt when the code must be asked for anew; absent for a code that stays
 * @param night absent only while the views are being rebuilt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WalletTicket(
        TicketId ticketId,
        OrderId orderId,
        TierId tierId,
        String tierName,
        EntryType entryType,
        int admits,
        int admitted,
        TicketStatus status,
        boolean received,
        @Nullable Contact holder,
        @Nullable String code,
        @Nullable Instant codeChangesAt,
        @Nullable Night night) {
    /** Whether its code changes with time, so that it cannot be printed. */
    public boolean changes() {
        return codeChangesAt != null;
    }

    /**
     * When and where.
     *
     * @param timeZone of the venue
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Night(
            EventId eventId,
            String title,
            Instant from,
            Instant until,
            Instant doorsAt,
            boolean cancelled,
            VenueId venueId,
            @Nullable String venueName,
            @Nullable String address,
            @Nullable String city,
            @Nullable String timeZone) {}
}
