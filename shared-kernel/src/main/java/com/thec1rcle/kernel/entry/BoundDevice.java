package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.venue.VenueId;

/**
 * A scanning device and the venue it is, or was, bound to.
 *
 * @param name what its people call it; the gate where it stands, as a rule
 * @param revoked whether it may not scan any more
 */
public record BoundDevice(DeviceId deviceId, VenueId venueId, String name, boolean revoked) {}
