package com.thec1rcle.command.partnership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.slot.SlotRequest;
import com.thec1rcle.command.slot.SlotSettings;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipCommand.ApprovePartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.BlockPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.EndPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RejectPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestSlot;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipApproved;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipBlocked;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipEnded;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRejected;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.partnership.PartnershipEvent.SlotAsked;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** A host's standing with a venue; only an active one lets the host ask for slots. */
@Decider
final class Partnership {
    private static final Duration MAX_SLOT = Duration.ofDays(31);

    @AggregateIdentifier
    private PartnershipId id;

    private HostId hostId;
    private VenueId venueId;
    private PartnershipStatus status;

    /** Requests that may still be open, and when each of them has lapsed at the latest. */
    private Map<String, Instant> opened = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init") // Its events say what it is.
    Partnership() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RequestPartnership command, Actor actor) throws Refusal {
        actor.requireHost(command.hostId());
        requireItsPair(command);
        if (status == PartnershipStatus.BLOCKED) {
            throw new Refusal(ErrorCode.PARTNERSHIP_BLOCKED, "This venue takes no more requests from this host.");
        }
        if (status == PartnershipStatus.REQUESTED || status == PartnershipStatus.ACTIVE) {
            return; // Asking twice is one request.
        }
        apply(new PartnershipRequested(
                command.partnershipId(), command.hostId(), command.venueId(), actor.userId(), command.message()));
    }

    @CommandHandler
    void decide(ApprovePartnership command, Actor actor) throws Refusal {
        actor.require(Permission.MANAGE_CALENDAR, venueId);
        if (status == PartnershipStatus.ACTIVE) {
            return; // Approving twice is one approval.
        }
        require(PartnershipStatus.REQUESTED);
        apply(new PartnershipApproved(command.partnershipId(), hostId, venueId));
    }

    @CommandHandler
    void decide(RejectPartnership command, Actor actor) throws Refusal {
        actor.require(Permission.MANAGE_CALENDAR, venueId);
        if (status == PartnershipStatus.REJECTED) {
            return; // Rejecting twice is one rejection.
        }
        require(PartnershipStatus.REQUESTED);
        apply(new PartnershipRejected(command.partnershipId(), hostId, venueId, command.reason()));
    }

    @CommandHandler
    void decide(BlockPartnership command, Actor actor) throws Refusal {
        actor.require(Permission.MANAGE_CALENDAR, venueId);
        if (status != PartnershipStatus.BLOCKED) {
            apply(new PartnershipBlocked(command.partnershipId(), hostId, venueId, command.reason()));
        }
    }

    @CommandHandler
    void decide(EndPartnership command, Actor actor) throws Refusal {
        if (!actor.owns(hostId)) {
            actor.require(Permission.MANAGE_CALENDAR, venueId);
        }
        if (status == PartnershipStatus.ENDED) {
            return; // Ending twice is one end.
        }
        require(PartnershipStatus.ACTIVE);
        apply(new PartnershipEnded(command.partnershipId(), hostId, venueId, actor.userId(), command.reason()));
    }

    /** Asked of a partnership that nobody ever requested, it refuses like any other that is not active. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RequestSlot command, Actor actor, Clock clock, SlotSettings settings) throws Refusal {
        if (status != PartnershipStatus.ACTIVE) {
            throw new Refusal(
                    ErrorCode.PARTNERSHIP_REQUIRED, "Only an active partnership opens this venue's calendar.");
        }
        if (!actor.isSystem()) {
            actor.requireHost(hostId);
        }
        if (opened.containsKey(command.slotRequestId().value())) {
            return; // Asking twice is one request.
        }
        Instant now = clock.instant();
        requireAhead(command.period(), now);
        Instant expiresAt = expiry(command.period(), now.plus(settings.requestExpiry()));
        apply(new SlotAsked(command.partnershipId(), command.slotRequestId(), expiresAt));
        SlotRequest.open(new SlotRequested(
                command.slotRequestId(),
                command.partnershipId(),
                venueId,
                hostId,
                command.eventId(),
                command.period(),
                command.notes(),
                expiresAt));
    }

    @EventSourcingHandler
    void evolve(PartnershipRequested event) {
        id = event.partnershipId();
        hostId = event.hostId();
        venueId = event.venueId();
        status = PartnershipStatus.REQUESTED;
    }

    @EventSourcingHandler
    void evolve(PartnershipApproved event) {
        status = PartnershipStatus.ACTIVE;
    }

    @EventSourcingHandler
    void evolve(PartnershipRejected event) {
        status = PartnershipStatus.REJECTED;
    }

    @EventSourcingHandler
    void evolve(PartnershipBlocked event) {
        status = PartnershipStatus.BLOCKED;
    }

    @EventSourcingHandler
    void evolve(PartnershipEnded event) {
        status = PartnershipStatus.ENDED;
    }

    @EventSourcingHandler
    void evolve(SlotAsked event, @Timestamp Instant at) {
        opened.values().removeIf(expiresAt -> expiresAt.isBefore(at));
        opened.put(event.slotRequestId().value(), event.expiresAt());
    }

    /** Nobody waits for an answer to a night that has begun. */
    private static Instant expiry(Period period, Instant latest) {
        return period.from().isBefore(latest) ? period.from() : latest;
    }

    private void require(PartnershipStatus required) throws Refusal {
        if (status != required) {
            throw new Refusal(ErrorCode.PARTNERSHIP_STATE, "This needs a partnership that is " + required + ".");
        }
    }

    private static void requireItsPair(RequestPartnership command) throws Refusal {
        if (!command.partnershipId().equals(PartnershipId.of(command.hostId(), command.venueId()))) {
            throw new Refusal(ErrorCode.PARTNERSHIP_STATE, "This is the partnership of another host and venue.");
        }
    }

    private static void requireAhead(Period period, Instant now) throws Refusal {
        if (!now.isBefore(period.from())) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "This period has begun already.");
        }
        if (Duration.between(period.from(), period.until()).compareTo(MAX_SLOT) > 0) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "A slot may last " + MAX_SLOT.toDays() + " days at most.");
        }
    }
}
