package com.thec1rcle.command.slot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.SlotCommand.CheckApprovable;
import com.thec1rcle.kernel.slot.SlotCommand.CheckCounterAcceptable;
import com.thec1rcle.kernel.slot.SlotCommand.CounterProposeSlot;
import com.thec1rcle.kernel.slot.SlotCommand.DescribeSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.ExpireSlotRequest;
import com.thec1rcle.kernel.slot.SlotCommand.RecordSlotApproval;
import com.thec1rcle.kernel.slot.SlotCommand.RejectSlot;
import com.thec1rcle.kernel.slot.SlotCommand.WithdrawSlot;
import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterAccepted;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterProposed;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequestExpired;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotEvent.SlotWithdrawn;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestSummary;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A host's request for a period at a venue; open until the venue answers or the time for it has passed. */
@Decider
public final class SlotRequest {
    /** The reason given to a request whose period went to a rival. */
    static final String TAKEN = ErrorCode.SLOT_TAKEN.name();

    @AggregateIdentifier
    private SlotRequestId id;

    private VenueId venueId;
    private HostId hostId;
    private @Nullable EventId eventId;
    private Period period;
    private @Nullable Period counterProposal;
    private SlotRequestStatus status;
    private Instant expiresAt;
    private boolean displaced;

    @SuppressWarnings("NullAway.Init") // Its events say what it is.
    SlotRequest() {}

    @SuppressWarnings("NullAway.Init") // As above.
    private SlotRequest(SlotRequested requested) {
        apply(requested);
    }

    /** Opens a request; only an active partnership does, in its own unit of work. */
    public static void open(SlotRequested requested) {
        try {
            createNew(SlotRequest.class, () -> new SlotRequest(requested));
        } catch (Exception broken) {
            throw new IllegalStateException("The request could not be opened.", broken);
        }
    }

    @CommandHandler
    SlotRequestSummary decide(DescribeSlotRequest command, Actor actor) throws Refusal {
        requireParty(actor);
        return summary(period);
    }

    @CommandHandler
    SlotRequestSummary decide(CheckApprovable command, Actor actor, Clock clock) throws Refusal {
        actor.require(Permission.MANAGE_CALENDAR, venueId);
        if (status != SlotRequestStatus.APPROVED) {
            requirePending(clock.instant());
        }
        return summary(period);
    }

    @CommandHandler
    SlotRequestSummary decide(CheckCounterAcceptable command, Actor actor, Clock clock) throws Refusal {
        actor.requireHost(hostId);
        if (status == SlotRequestStatus.APPROVED) {
            return summary(period);
        }
        if (counterProposal == null || status != SlotRequestStatus.COUNTER_PROPOSED || hasLapsed(clock.instant())) {
            throw new Refusal(ErrorCode.SLOT_REQUEST_CLOSED, "The venue offers no other period for this request.");
        }
        return summary(counterProposal);
    }

    @CommandHandler
    void decide(RecordSlotApproval command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (status == SlotRequestStatus.APPROVED) {
            return; // Approving twice is one approval.
        }
        // Not the clock but the calendar decides here: what it booked in time stays booked.
        requireOpen();
        if (status == SlotRequestStatus.COUNTER_PROPOSED && command.period().equals(counterProposal)) {
            apply(new SlotCounterAccepted(id, venueId, hostId, eventId, command.period()));
        }
        apply(new SlotApproved(id, venueId, hostId, eventId, command.period(), command.lapsesAt()));
    }

    @CommandHandler
    void decide(RejectSlot command, Actor actor, Clock clock) throws Refusal {
        if (!actor.isSystem()) {
            actor.require(Permission.MANAGE_CALENDAR, venueId);
        }
        if (status == SlotRequestStatus.REJECTED) {
            return; // Rejecting twice is one rejection.
        }
        requireOpen();
        if (!actor.isSystem()) {
            requireInTime(clock.instant());
        }
        apply(new SlotRejected(id, venueId, hostId, eventId, command.reason()));
    }

    @CommandHandler
    void decide(WithdrawSlot command, Actor actor) throws Refusal {
        if (!actor.isSystem()) {
            actor.requireHost(hostId);
        }
        if (status == SlotRequestStatus.WITHDRAWN) {
            return; // Withdrawing twice is one withdrawal.
        }
        if (!mayGiveBackApproval(actor)) {
            requireOpen();
        }
        apply(new SlotWithdrawn(id, venueId, hostId, eventId));
    }

    @CommandHandler
    void decide(CounterProposeSlot command, Actor actor, Clock clock) throws Refusal {
        actor.require(Permission.MANAGE_CALENDAR, venueId);
        Instant now = clock.instant();
        requireOpen();
        requireInTime(now);
        if (command.period().equals(counterProposal)) {
            return; // Proposing the same twice is one proposal.
        }
        if (!now.isBefore(command.period().from())) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "The other period has begun already.");
        }
        apply(new SlotCounterProposed(id, venueId, hostId, eventId, command.period(), command.note()));
    }

    @CommandHandler
    void decide(ExpireSlotRequest command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        if (isOpen() && hasLapsed(clock.instant())) {
            apply(new SlotRequestExpired(id, venueId, hostId, eventId));
        }
    }

    @EventSourcingHandler
    void evolve(SlotRequested event) {
        id = event.slotRequestId();
        venueId = event.venueId();
        hostId = event.hostId();
        eventId = event.eventId();
        period = event.period();
        status = SlotRequestStatus.PENDING;
        expiresAt = event.expiresAt();
    }

    @EventSourcingHandler
    void evolve(SlotApproved event) {
        status = SlotRequestStatus.APPROVED;
        period = event.period();
    }

    @EventSourcingHandler
    void evolve(SlotRejected event) {
        status = SlotRequestStatus.REJECTED;
        displaced = event.reason().equals(TAKEN);
    }

    @EventSourcingHandler
    void evolve(SlotCounterProposed event) {
        status = SlotRequestStatus.COUNTER_PROPOSED;
        counterProposal = event.period();
    }

    @EventSourcingHandler
    void evolve(SlotCounterAccepted event) {
        period = event.period();
    }

    @EventSourcingHandler
    void evolve(SlotWithdrawn event) {
        status = SlotRequestStatus.WITHDRAWN;
    }

    @EventSourcingHandler
    void evolve(SlotRequestExpired event) {
        status = SlotRequestStatus.EXPIRED;
    }

    private SlotRequestSummary summary(Period asked) {
        return new SlotRequestSummary(id, venueId, hostId, eventId, asked, status);
    }

    private boolean isOpen() {
        return status == SlotRequestStatus.PENDING || status == SlotRequestStatus.COUNTER_PROPOSED;
    }

    /** Lapsed is lapsed, whether or not a timer has said so yet. */
    private boolean hasLapsed(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** A slot that an event relies on goes back with the event only. */
    private boolean mayGiveBackApproval(Actor actor) {
        return status == SlotRequestStatus.APPROVED && (actor.isSystem() || eventId == null);
    }

    private void requirePending(Instant now) throws Refusal {
        if (displaced) {
            throw new Refusal(ErrorCode.SLOT_TAKEN, "This period has gone to another request.");
        }
        if (status != SlotRequestStatus.PENDING) {
            throw closed();
        }
        requireInTime(now);
    }

    private void requireOpen() throws Refusal {
        if (!isOpen()) {
            throw closed();
        }
    }

    private void requireInTime(Instant now) throws Refusal {
        if (hasLapsed(now)) {
            throw closed();
        }
    }

    private void requireParty(Actor actor) throws Refusal {
        boolean party = actor.isSystem() || actor.owns(hostId) || actor.venues().containsKey(venueId);
        if (!party) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only the host and the venue know of this request.");
        }
    }

    private static Refusal closed() {
        return new Refusal(ErrorCode.SLOT_REQUEST_CLOSED, "This request is no longer open.");
    }
}
