package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try at the door: where, when, by whom, with which device. */
public record EntryAttempt(
        ScanId scanId,
        EventId eventId,
        VenueId venueId,
        UserId scannedBy,
        @Nullable DeviceId deviceId,
        int count,
        Instant at) {}
