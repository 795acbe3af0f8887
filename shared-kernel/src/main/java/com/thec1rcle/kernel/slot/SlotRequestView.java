package com.thec1rcle.kernel.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request for a slot as its host and its venue see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotRequestView(
        SlotRequestId slotRequestId,
        VenueId venueId,
        HostId hostId,
        @Nullable EventId eventId,
        Instant from,
        Instant until,
        String notes,
        SlotRequestStatus status,
        @Nullable Integer rank,
        @Nullable String reason,
        @Nullable CounterProposal counterProposal,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Instant lapsesAt) {

    /** The other period that the venue named. */
    public record CounterProposal(Instant from, Instant until, String note) {
        public static CounterProposal of(Period period, String note) {
            return new CounterProposal(period.from(), period.until(), note);
        }
    }
}
