package com.thec1rcle.query.slot;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestView;
import com.thec1rcle.kernel.slot.SlotRequestView.CounterProposal;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A slot request in the views. */
record SlotRequestDocument(
        @Id String id,
        String venueId,
        String hostId,
        @Nullable String eventId,
        Instant from,
        Instant until,
        String notes,
        SlotRequestStatus status,
        @Nullable String reason,
        @Nullable CounterProposal counterProposal,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant lapsesAt,
        long version) {

    SlotRequestView toView(@Nullable Integer rank) {
        return new SlotRequestView(
                new SlotRequestId(id),
                new VenueId(venueId),
                new HostId(hostId),
                eventId == null ? null : new EventId(eventId),
                from,
                until,
                notes,
                status,
                rank,
                reason,
                counterProposal,
                requestedAt,
                expiresAt,
                lapsesAt);
    }
}
