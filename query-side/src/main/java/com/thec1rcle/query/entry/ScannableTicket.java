package com.thec1rcle.query.entry;

import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierId;
import org.springframework.data.annotation.Id;

/** What the history shows of a ticket that was scanned. */
record ScannableTicket(
        @Id String id,
        String eventId,
        String tierId,
        String tierName,
        EntryType entryType,
        Sealed holder,
        long version) {
    TierId tier() {
        return new TierId(tierId);
    }
}
