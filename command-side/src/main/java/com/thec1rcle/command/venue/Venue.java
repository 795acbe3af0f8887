package com.thec1rcle.command.venue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.slot.SlotSettings;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffCommand.ChangeStaffRole;
import com.thec1rcle.kernel.staff.StaffCommand.DeactivateStaff;
import com.thec1rcle.kernel.staff.StaffCommand.InviteStaff;
import com.thec1rcle.kernel.staff.StaffCommand.LinkStaff;
import com.thec1rcle.kernel.staff.StaffCommand.ReactivateStaff;
import com.thec1rcle.kernel.staff.StaffCommand.VerifyStaff;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookedSlot;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.BlockPeriod;
import com.thec1rcle.kernel.venue.CalendarCommand.BookCounterProposal;
import com.thec1rcle.kernel.venue.CalendarCommand.BookOwnSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.BookRequestedSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.DropSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.LiftBlock;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.ReleaseSlot;
import com.thec1rcle.kernel.venue.CalendarEvent.BlockLifted;
import com.thec1rcle.kernel.venue.CalendarEvent.PeriodBlocked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotReleased;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestDropped;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import com.thec1rcle.kernel.venue.VenueCommand.ChangeVenueDetails;
import com.thec1rcle.kernel.venue.VenueCommand.CheckVenue;
import com.thec1rcle.kernel.venue.VenueCommand.RegisterVenue;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A club or bar: it alone decides who works there and what its calendar holds. It always has somebody in charge,
 * because its owner never leaves it.
 */
@Decider
final class Venue {
    private static final Duration MAX_SLOT = Duration.ofDays(31);
    private static final Duration MAX_BLOCK = Duration.ofDays(366);

    /** Longer than any clock may lag behind another, so that forgetting never frees what is still to come. */
    private static final Duration MEMORY = Duration.ofDays(1);

    @AggregateIdentifier
    private VenueId id;

    private UserId ownerId;
    private VenueDetails details;
    private Roster roster = new Roster();
    private Calendar calendar = new Calendar();

    @SuppressWarnings("NullAway.Init") // Its events say what it is.
    Venue() {}

    // The venue itself

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterVenue command, Actor actor) throws Refusal {
        if (id != null) {
            requireSameOwner(actor);
            return; // Registering twice is one registration.
        }
        VenueDetails registered =
                VenueDetails.of(command.name(), command.city(), command.address(), command.capacity());
        apply(new VenueRegistered(
                command.venueId(),
                actor.userId(),
                registered.name(),
                registered.city(),
                registered.address(),
                VenueDetails.zone(command.timeZone()),
                registered.capacity()));
    }

    @CommandHandler
    void decide(ChangeVenueDetails command, Actor actor) throws Refusal {
        require(Permission.EDIT_EVENTS, actor);
        VenueDetails changed = details.with(command.name(), command.city(), command.address(), command.capacity());
        if (!changed.equals(details)) {
            apply(new VenueDetailsChanged(id, changed.name(), changed.city(), changed.address(), changed.capacity()));
        }
    }

    @CommandHandler
    VenueId decide(CheckVenue command) {
        return id;
    }

    // Its staff

    @CommandHandler
    void decide(InviteStaff command, Actor actor) throws Refusal {
        require(Permission.MANAGE_STAFF, actor);
        requireAssignable(command.role());
        var invited = roster.invitedAt(command.emailFingerprint());
        if (invited.isPresent() && invited.get().staffId().equals(command.staffId())) {
            return; // Inviting twice is one invitation.
        }
        if (invited.isPresent() || roster.has(command.staffId())) {
            throw new Refusal(ErrorCode.STAFF_ALREADY_INVITED, "This person is on the venue's roster already.");
        }
        apply(new StaffInvited(id, command.staffId(), command.contact(), command.emailFingerprint(), command.role()));
    }

    @CommandHandler
    void decide(LinkStaff command, Actor actor) throws Refusal {
        Roster.Member member = roster.require(command.staffId());
        requireInvited(actor, member);
        if (member.is(actor.userId())) {
            return; // Linking twice is one link.
        }
        requireActive(member);
        apply(new StaffLinked(id, command.staffId(), actor.userId()));
    }

    @CommandHandler
    void decide(VerifyStaff command, Actor actor) throws Refusal {
        require(Permission.MANAGE_STAFF, actor);
        Roster.Member member = roster.require(command.staffId());
        if (member.verified()) {
            return; // Verifying twice is one verification.
        }
        requireActive(member);
        if (member.userId() == null) {
            throw new Refusal(ErrorCode.STAFF_NOT_LINKED, "Nobody has signed in with the invited email address yet.");
        }
        apply(new StaffVerified(id, command.staffId(), member.userId(), member.role()));
    }

    @CommandHandler
    void decide(ChangeStaffRole command, Actor actor) throws Refusal {
        require(Permission.MANAGE_STAFF, actor);
        requireAssignable(command.role());
        Roster.Member member = roster.require(command.staffId());
        requireSomebodyElse(actor, member);
        if (member.role() != command.role()) {
            apply(new StaffRoleChanged(id, command.staffId(), member.userId(), member.role(), command.role()));
        }
    }

    @CommandHandler
    void decide(DeactivateStaff command, Actor actor) throws Refusal {
        require(Permission.MANAGE_STAFF, actor);
        Roster.Member member = roster.require(command.staffId());
        requireSomebodyElse(actor, member);
        if (member.active()) {
            apply(new StaffDeactivated(id, command.staffId(), member.userId()));
        }
    }

    @CommandHandler
    void decide(ReactivateStaff command, Actor actor) throws Refusal {
        require(Permission.MANAGE_STAFF, actor);
        Roster.Member member = roster.require(command.staffId());
        if (!member.active()) {
            apply(new StaffReactivated(id, command.staffId(), member.userId()));
        }
    }

    // Its calendar

    @CommandHandler
    void decide(BlockPeriod command, Actor actor, Clock clock) throws Refusal {
        require(Permission.MANAGE_CALENDAR, actor);
        Period known = calendar.blocked(command.blockId());
        if (command.period().equals(known)) {
            return; // Blocking twice is one block.
        }
        if (known != null) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "This block closes another period.");
        }
        requireAhead(command.period(), MAX_BLOCK, clock.instant());
        if (!calendar.isFree(command.period())) {
            throw new Refusal(ErrorCode.PERIOD_TAKEN, "A booking or another block is in this period.");
        }
        apply(new PeriodBlocked(id, command.blockId(), command.period(), command.reason()));
    }

    @CommandHandler
    void decide(LiftBlock command, Actor actor) throws Refusal {
        require(Permission.MANAGE_CALENDAR, actor);
        if (calendar.blocked(command.blockId()) == null) {
            throw new Refusal(ErrorCode.BLOCK_NOT_FOUND, "There is no such block in the calendar.");
        }
        apply(new BlockLifted(id, command.blockId()));
    }

    @CommandHandler
    int decide(QueueSlotRequest command, Actor actor) throws Refusal {
        requireSystemOrHost(actor, command.hostId());
        int rank = calendar.rankOf(command.slotRequestId(), command.period());
        if (calendar.waiting(command.slotRequestId()) == null && !isBooked(command.slotRequestId())) {
            apply(new SlotRequestQueued(
                    id, command.slotRequestId(), command.hostId(), command.eventId(), command.period(), rank));
        }
        return rank;
    }

    @CommandHandler
    void decide(DropSlotRequest command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (calendar.waiting(command.slotRequestId()) != null) {
            apply(new SlotRequestDropped(id, command.slotRequestId()));
        }
    }

    @CommandHandler
    BookedSlot decide(BookRequestedSlot command, Actor actor, Clock clock, SlotSettings settings) throws Refusal {
        requireSystemOr(Permission.MANAGE_CALENDAR, actor);
        BookingId bookingId = bookingOf(command.slotRequestId());
        Calendar.Booking booked = calendar.booking(bookingId);
        if (booked != null) {
            return booked.answer(); // Booking twice is one booking.
        }
        Calendar.Waiting waiting = calendar.waiting(command.slotRequestId());
        if (waiting == null) {
            throw new Refusal(ErrorCode.SLOT_REQUEST_CLOSED, "This request does not wait for an answer any more.");
        }
        return book(
                bookingId,
                command.slotRequestId(),
                waiting.hostId(),
                waiting.eventId(),
                waiting.period(),
                clock.instant(),
                settings);
    }

    @CommandHandler
    BookedSlot decide(BookCounterProposal command, Actor actor, Clock clock, SlotSettings settings) throws Refusal {
        actor.requireSystem();
        BookingId bookingId = bookingOf(command.slotRequestId());
        Calendar.Booking booked = calendar.booking(bookingId);
        if (booked != null) {
            return booked.answer();
        }
        return book(
                bookingId,
                command.slotRequestId(),
                command.hostId(),
                command.eventId(),
                command.period(),
                clock.instant(),
                settings);
    }

    @CommandHandler
    BookedSlot decide(BookOwnSlot command, Actor actor, Clock clock, SlotSettings settings) throws Refusal {
        requireSystemOr(Permission.EDIT_EVENTS, actor);
        Calendar.Booking booked = calendar.booking(command.bookingId());
        if (booked != null && booked.period().equals(command.period())) {
            return booked.answer();
        }
        requireAhead(command.period(), MAX_SLOT, clock.instant());
        if (!calendar.isFreeBut(command.bookingId(), command.period())) {
            throw slotTaken();
        }
        if (booked != null) {
            // The draft was moved after a submission that was cut short: the period it does not want goes back.
            apply(new SlotReleased(id, booked.bookingId(), booked.eventId(), booked.period(), "MOVED"));
        }
        return book(command.bookingId(), null, null, command.eventId(), command.period(), clock.instant(), settings);
    }

    @CommandHandler
    void decide(ReleaseSlot command, Actor actor) throws Refusal {
        actor.requireSystem();
        Calendar.Booking booked = calendar.booking(command.bookingId());
        if (booked != null) {
            apply(new SlotReleased(id, command.bookingId(), booked.eventId(), booked.period(), command.reason()));
        }
    }

    private BookedSlot book(
            BookingId bookingId,
            @Nullable SlotRequestId slotRequestId,
            @Nullable HostId hostId,
            @Nullable EventId eventId,
            Period period,
            Instant now,
            SlotSettings settings)
            throws Refusal {
        requireAhead(period, MAX_SLOT, now);
        if (!calendar.isFree(period)) {
            throw slotTaken();
        }
        Instant lapsesAt = now.plus(settings.approvalLapse());
        apply(new SlotBooked(
                id,
                bookingId,
                slotRequestId,
                hostId,
                eventId,
                period,
                lapsesAt,
                calendar.rivals(period, slotRequestId)));
        return new BookedSlot(bookingId, period, lapsesAt);
    }

    // What happened

    @EventSourcingHandler
    void evolve(VenueRegistered event) {
        id = event.venueId();
        ownerId = event.ownerId();
        details = new VenueDetails(event.name(), event.city(), event.address(), event.capacity());
    }

    @EventSourcingHandler
    void evolve(VenueDetailsChanged event) {
        details = new VenueDetails(event.name(), event.city(), event.address(), event.capacity());
    }

    @EventSourcingHandler
    void evolve(StaffInvited event) {
        roster.invite(event);
    }

    @EventSourcingHandler
    void evolve(StaffLinked event) {
        roster.change(event.staffId(), member -> member.linkedTo(event.userId()));
    }

    @EventSourcingHandler
    void evolve(StaffVerified event) {
        roster.change(event.staffId(), Roster.Member::afterVerification);
    }

    @EventSourcingHandler
    void evolve(StaffRoleChanged event) {
        roster.change(event.staffId(), member -> member.as(event.to()));
    }

    @EventSourcingHandler
    void evolve(StaffDeactivated event) {
        roster.change(event.staffId(), member -> member.active(false));
    }

    @EventSourcingHandler
    void evolve(StaffReactivated event) {
        roster.change(event.staffId(), member -> member.active(true));
    }

    @EventSourcingHandler
    void evolve(PeriodBlocked event, @Timestamp Instant at) {
        calendar.forgetWhatEndedBefore(at.minus(MEMORY));
        calendar.block(event.blockId(), event.period());
    }

    @EventSourcingHandler
    void evolve(BlockLifted event) {
        calendar.lift(event.blockId());
    }

    @EventSourcingHandler
    void evolve(SlotRequestQueued event, @Timestamp Instant at) {
        calendar.forgetWhatEndedBefore(at.minus(MEMORY));
        calendar.queue(event);
    }

    @EventSourcingHandler
    void evolve(SlotRequestDropped event) {
        calendar.drop(event.slotRequestId());
    }

    @EventSourcingHandler
    void evolve(SlotBooked event, @Timestamp Instant at) {
        calendar.forgetWhatEndedBefore(at.minus(MEMORY));
        calendar.book(event);
    }

    @EventSourcingHandler
    void evolve(SlotReleased event) {
        calendar.release(event.bookingId());
    }

    // The rules

    /** The roster decides, not what the caller's token remembers of it. */
    private void require(Permission permission, Actor actor) throws Refusal {
        if (!actor.userId().equals(ownerId) && !roster.may(actor.userId(), permission)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "You may not do this at this venue.");
        }
    }

    private void requireSystemOr(Permission permission, Actor actor) throws Refusal {
        if (!actor.isSystem()) {
            require(permission, actor);
        }
    }

    private static void requireSystemOrHost(Actor actor, HostId hostId) throws Refusal {
        if (!actor.isSystem()) {
            actor.requireHost(hostId);
        }
    }

    private void requireSameOwner(Actor actor) throws Refusal {
        if (!actor.userId().equals(ownerId)) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "There is a venue of this id already.");
        }
    }

    private void requireInvited(Actor actor, Roster.Member member) throws Refusal {
        if (actor.userId().equals(ownerId)) {
            throw new Refusal(ErrorCode.STAFF_ALREADY_INVITED, "The owner of a venue is not on its roster.");
        }
        boolean linkedToAnother = member.userId() != null && !member.is(actor.userId());
        if (linkedToAnother || !member.emailFingerprint().equals(actor.emailFingerprint())) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This invitation was sent to another address.");
        }
    }

    private static void requireActive(Roster.Member member) throws Refusal {
        if (!member.active()) {
            throw new Refusal(ErrorCode.STAFF_INACTIVE, "This member has been deactivated.");
        }
    }

    private static void requireAssignable(StaffRole role) throws Refusal {
        if (role == StaffRole.OWNER) {
            throw new Refusal(
                    ErrorCode.STAFF_ROLE_INVALID, "Nobody is made an owner: that is who registered the venue.");
        }
    }

    private static void requireSomebodyElse(Actor actor, Roster.Member member) throws Refusal {
        if (member.is(actor.userId())) {
            throw new Refusal(ErrorCode.STAFF_OWN_ROLE, "Nobody changes their own standing.");
        }
    }

    private static void requireAhead(Period period, Duration longest, Instant now) throws Refusal {
        if (!now.isBefore(period.until())) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "This period is over.");
        }
        if (Duration.between(period.from(), period.until()).compareTo(longest) > 0) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "A period may last " + longest.toDays() + " days at most.");
        }
    }

    private boolean isBooked(SlotRequestId slotRequestId) {
        return calendar.booking(bookingOf(slotRequestId)) != null;
    }

    private static BookingId bookingOf(SlotRequestId slotRequestId) {
        return new BookingId(slotRequestId.value());
    }

    private static Refusal slotTaken() {
        return new Refusal(ErrorCode.SLOT_TAKEN, "Another booking or block has this period by now.");
    }
}
