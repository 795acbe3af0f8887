package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a scanning device. */
public sealed interface DeviceEvent {
    DeviceId deviceId();

    /** Somebody may bind a device with a code, for a while. */
    @Revision("1")
    record BindingOffered(DeviceId deviceId, VenueId venueId, UserId offeredBy, Instant lapsesAt)
            implements DeviceEvent {}

    /** It scans for the venue. */
    @Revision("1")
    record DeviceBound(DeviceId deviceId, VenueId venueId, String name, UserId boundBy) implements DeviceEvent {}

    /** It scans for nobody any more. */
    @Revision("1")
    record DeviceRevoked(DeviceId deviceId, VenueId venueId, UserId revokedBy) implements DeviceEvent {}
}
