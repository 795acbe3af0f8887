package com.thec1rcle.command.entry;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.BoundDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.BindDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.DescribeDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.OfferBinding;
import com.thec1rcle.kernel.entry.DeviceCommand.RevokeDevice;
import com.thec1rcle.kernel.entry.DeviceEvent.BindingOffered;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceBound;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceRevoked;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A scanning device: offered to a venue with a code, bound once by whoever has the code, revoked for good. */
@Decider
final class Device {
    private static final int LONGEST_NAME = 80;

    @AggregateIdentifier
    private @Nullable DeviceId id;

    private VenueId venueId;
    private UserId offeredBy;
    private Instant lapsesAt;
    private @Nullable BoundDevice bound;
    private @Nullable UserId boundBy;
    private boolean revoked;

    @SuppressWarnings("NullAway.Init") // The first event fills the fields.
    Device() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Instant decide(OfferBinding command, Actor actor, Clock clock, EntrySettings settings) throws Refusal {
        actor.require(Permission.MANAGE_STAFF, command.venueId());
        if (id == null) {
            Instant until = clock.instant().plus(settings.bindingLife());
            apply(new BindingOffered(command.deviceId(), command.venueId(), actor.userId(), until));
        } else {
            requireSameOffer(command, actor); // Offering twice is one offer.
        }
        return lapsesAt;
    }

    @CommandHandler
    BoundDevice decide(BindDevice command, Actor actor, Clock clock) throws Refusal {
        actor.require(Permission.SCAN_TICKETS, venueId);
        if (bound != null && isSameBinding(bound, command, actor)) {
            return bound; // Binding twice is one binding.
        }
        requireOpenOffer(clock.instant());
        String name = requireName(command.name());
        apply(new DeviceBound(command.deviceId(), venueId, name, actor.userId()));
        return new BoundDevice(command.deviceId(), venueId, name, false);
    }

    @CommandHandler
    void decide(RevokeDevice command, Actor actor) throws Refusal {
        actor.require(Permission.MANAGE_STAFF, venueId);
        if (!revoked) {
            apply(new DeviceRevoked(command.deviceId(), venueId, actor.userId()));
        }
    }

    @CommandHandler
    BoundDevice decide(DescribeDevice command) throws Refusal {
        if (bound == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "This device was never bound.");
        }
        return bound;
    }

    private void requireSameOffer(OfferBinding command, Actor actor) throws Refusal {
        if (bound != null || !venueId.equals(command.venueId()) || !offeredBy.equals(actor.userId())) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "This code was given out before; ask for another.");
        }
    }

    private boolean isSameBinding(BoundDevice known, BindDevice command, Actor actor) {
        return !known.revoked()
                && actor.userId().equals(boundBy)
                && known.name().equals(command.name().strip());
    }

    /** Lapsed is lapsed, whether or not anybody has said so. */
    private void requireOpenOffer(Instant now) throws Refusal {
        if (bound != null || revoked || !now.isBefore(lapsesAt)) {
            throw new Refusal(ErrorCode.DEVICE_CODE_INVALID, "This code is used or has lapsed; ask for another.");
        }
    }

    private static String requireName(String name) throws Refusal {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "A device has a name of 80 characters at most.");
        }
        return stripped;
    }

    @EventSourcingHandler
    void evolve(BindingOffered event) {
        id = event.deviceId();
        venueId = event.venueId();
        offeredBy = event.offeredBy();
        lapsesAt = event.lapsesAt();
    }

    @EventSourcingHandler
    void evolve(DeviceBound event) {
        bound = new BoundDevice(event.deviceId(), event.venueId(), event.name(), false);
        boundBy = event.boundBy();
    }

    @EventSourcingHandler
    void evolve(DeviceRevoked event) {
        revoked = true;
        if (bound != null) {
            bound = new BoundDevice(bound.deviceId(), bound.venueId(), bound.name(), true);
        }
    }
}
