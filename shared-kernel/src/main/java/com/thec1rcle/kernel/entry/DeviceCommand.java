package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a scanning device. */
public sealed interface DeviceCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    DeviceId deviceId();

    /** Lets a device be bound to the venue with the code that its id is derived from; answers the Instant when that lapses. */
    record OfferBinding(DeviceId deviceId, VenueId venueId) implements DeviceCommand {}

    /** Binds the device, once; answers a BoundDevice; refused with DEVICE_CODE_INVALID when it is too late. */
    record BindDevice(DeviceId deviceId, String name) implements DeviceCommand {}

    /** Ends the binding, or the offer of one, for good. */
    record RevokeDevice(DeviceId deviceId) implements DeviceCommand {}

    /** Asks where the device scans; answers a BoundDevice; refused with NOT_FOUND if it was never bound. */
    record DescribeDevice(DeviceId deviceId) implements DeviceCommand {}
}
