package com.thec1rcle.kernel.slot;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** What a slot request says of itself; the answer to {@link SlotCommand.DescribeSlotRequest}. */
public record SlotRequestSummary(
        SlotRequestId slotRequestId,
        VenueId venueId,
        HostId hostId,
        @Nullable EventId eventId,
        Period period,
        SlotRequestStatus status) {}
