package com.thec1rcle.command.register;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.EntryKind;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.RegisterCommand;
import com.thec1rcle.kernel.register.RegisterCommand.AddReminder;
import com.thec1rcle.kernel.register.RegisterCommand.AssignStaff;
import com.thec1rcle.kernel.register.RegisterCommand.CloseDay;
import com.thec1rcle.kernel.register.RegisterCommand.CompleteReminder;
import com.thec1rcle.kernel.register.RegisterCommand.ConfirmAssignment;
import com.thec1rcle.kernel.register.RegisterCommand.CorrectEntry;
import com.thec1rcle.kernel.register.RegisterCommand.RecordExpense;
import com.thec1rcle.kernel.register.RegisterCommand.RecordFootfall;
import com.thec1rcle.kernel.register.RegisterCommand.RecordInspection;
import com.thec1rcle.kernel.register.RegisterCommand.RecordRefusedEntry;
import com.thec1rcle.kernel.register.RegisterCommand.RemoveAssignment;
import com.thec1rcle.kernel.register.RegisterCommand.ReportIncident;
import com.thec1rcle.kernel.register.RegisterCommand.ResolveIncident;
import com.thec1rcle.kernel.register.RegisterCommand.RewriteNote;
import com.thec1rcle.kernel.register.RegisterCommand.WriteNote;
import com.thec1rcle.kernel.register.RegisterEvent.AssignmentConfirmed;
import com.thec1rcle.kernel.register.RegisterEvent.AssignmentRemoved;
import com.thec1rcle.kernel.register.RegisterEvent.DayClosed;
import com.thec1rcle.kernel.register.RegisterEvent.EntryCorrected;
import com.thec1rcle.kernel.register.RegisterEvent.ExpenseRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.FootfallRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.IncidentReported;
import com.thec1rcle.kernel.register.RegisterEvent.IncidentResolved;
import com.thec1rcle.kernel.register.RegisterEvent.InspectionRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.NoteWritten;
import com.thec1rcle.kernel.register.RegisterEvent.RefusedEntryRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.ReminderAdded;
import com.thec1rcle.kernel.register.RegisterEvent.ReminderCompleted;
import com.thec1rcle.kernel.register.RegisterEvent.StaffAssigned;
import com.thec1rcle.kernel.register.RegisterId;
import com.thec1rcle.kernel.staff.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a venue writes down about one business date; once the day is closed, only corrections are added. */
@Decider
final class VenueRegister {
    /** More people than any venue holds: what is above it is a slip of the finger. */
    private static final int MOST_PEOPLE = 1_000_000;

    @AggregateIdentifier
    private @Nullable RegisterId id;

    private boolean closed;

    /** What was entered, by entry id; bounded by the settings. */
    private Map<String, Entry> entries = new LinkedHashMap<>();

    VenueRegister() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WriteNote command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToEdit(command, actor);
        if (isEntered(command.entryId(), EntryKind.NOTE)) {
            return; // Writing the same note twice is one note.
        }
        requireRoom(settings);
        requireText("text", command.text(), settings);
        apply(new NoteWritten(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.noteKind(),
                command.text()));
    }

    @CommandHandler
    void decide(RewriteNote command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToEdit(command, actor);
        Entry note = requireEntry(command.entryId(), EntryKind.NOTE);
        requireOpenDay();
        requireText("text", command.text(), settings);
        if (fingerprint(command.noteKind(), command.text()).equals(note.text())) {
            return; // It says so already.
        }
        apply(new NoteWritten(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.noteKind(),
                command.text()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AddReminder command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToEdit(command, actor);
        if (isEntered(command.entryId(), EntryKind.REMINDER)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireText("text", command.text(), settings);
        apply(new ReminderAdded(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.text(),
                command.priority(),
                command.category(),
                command.dueAt()));
    }

    @CommandHandler
    void decide(CompleteReminder command, Actor actor) throws Refusal {
        requireToEdit(command, actor);
        if (requireEntry(command.entryId(), EntryKind.REMINDER).settled()) {
            return; // Ticked off is ticked off.
        }
        requireOpenDay();
        apply(new ReminderCompleted(
                command.registerId(), command.venueId(), command.date(), command.entryId(), actor.userId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AssignStaff command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToEdit(command, actor);
        if (isEntered(command.entryId(), EntryKind.STAFF_ASSIGNMENT)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireText("role", command.role(), settings);
        requireTimes(command);
        apply(new StaffAssigned(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.staffId(),
                command.role(),
                command.shift(),
                command.from(),
                command.until()));
    }

    @CommandHandler
    void decide(ConfirmAssignment command, Actor actor) throws Refusal {
        requireToEdit(command, actor);
        Entry assignment = requireEntry(command.entryId(), EntryKind.STAFF_ASSIGNMENT);
        if (assignment.state() == State.REMOVED) {
            throw new Refusal(ErrorCode.REGISTER_ENTRY_STATE, "This assignment was removed; assign the shift again.");
        }
        if (assignment.settled()) {
            return; // Confirming twice is confirming.
        }
        requireOpenDay();
        apply(new AssignmentConfirmed(command.registerId(), command.venueId(), command.date(), command.entryId()));
    }

    @CommandHandler
    void decide(RemoveAssignment command, Actor actor) throws Refusal {
        requireToEdit(command, actor);
        if (requireEntry(command.entryId(), EntryKind.STAFF_ASSIGNMENT).state() == State.REMOVED) {
            return; // Gone is gone.
        }
        requireOpenDay();
        apply(new AssignmentRemoved(command.registerId(), command.venueId(), command.date(), command.entryId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReportIncident command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToRecord(EntryKind.INCIDENT, command, actor);
        if (isEntered(command.entryId(), EntryKind.INCIDENT)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireText("description", command.description(), settings);
        apply(new IncidentReported(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.type(),
                command.severity(),
                command.description()));
    }

    @CommandHandler
    void decide(ResolveIncident command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToEdit(command, actor);
        if (requireEntry(command.entryId(), EntryKind.INCIDENT).settled()) {
            throw new Refusal(ErrorCode.REGISTER_ENTRY_STATE, "This incident is resolved; correct the entry instead.");
        }
        requireOpenDay();
        requireText("resolution", command.resolution(), settings);
        apply(new IncidentResolved(
                command.registerId(), command.venueId(), command.date(), command.entryId(), command.resolution()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordInspection command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToRecord(EntryKind.INSPECTION, command, actor);
        if (isEntered(command.entryId(), EntryKind.INSPECTION)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireOutcome(command, settings);
        apply(new InspectionRecorded(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.type(),
                command.passed(),
                command.deficiencies(),
                command.followUpOn(),
                command.inspector()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordExpense command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToRecord(EntryKind.EXPENSE, command, actor);
        if (isEntered(command.entryId(), EntryKind.EXPENSE)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireText("category", command.category(), settings);
        requireSpent(command.amount());
        if (command.description() != null) {
            requireText("description", command.description(), settings);
        }
        apply(new ExpenseRecorded(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.category(),
                command.amount(),
                command.approvedBy(),
                command.description()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordFootfall command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToRecord(EntryKind.FOOTFALL, command, actor);
        if (isEntered(command.entryId(), EntryKind.FOOTFALL)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireFootfall(command);
        apply(new FootfallRecorded(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.expected(),
                command.actual()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordRefusedEntry command, Actor actor, RegisterSettings settings) throws Refusal {
        requireToRecord(EntryKind.REFUSED_ENTRY, command, actor);
        if (isEntered(command.entryId(), EntryKind.REFUSED_ENTRY)) {
            return; // Entered twice is one entry.
        }
        requireRoom(settings);
        requireText("reason", command.reason(), settings);
        requirePeople("count", command.count(), 1);
        apply(new RefusedEntryRecorded(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.reason(),
                command.count()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CloseDay command, Actor actor) throws Refusal {
        requireToRecord(EntryKind.CLOSING, command, actor);
        requireOpenDay();
        requireRevenue(command.revenue());
        requirePeople("actualFootfall", command.actualFootfall(), 0);
        apply(new DayClosed(
                command.registerId(), command.venueId(), command.date(), command.revenue(), command.actualFootfall()));
    }

    @CommandHandler
    void decide(CorrectEntry command, Actor actor, RegisterSettings settings) throws Refusal {
        requireOwnRegister(command);
        Entry corrected = requireEntry(command.corrects());
        requirePermission(corrected.kind(), command, actor);
        if (isEntered(command.entryId(), EntryKind.CORRECTION)) {
            return; // Correcting twice with one correction is one correction.
        }
        requireText("text", command.text(), settings);
        // A closed and full register still takes corrections, up to as many again.
        requireRoomFor(2 * settings.maxEntries());
        apply(new EntryCorrected(
                command.registerId(),
                command.venueId(),
                command.date(),
                command.entryId(),
                command.corrects(),
                command.text()));
    }

    private void requireToEdit(RegisterCommand command, Actor actor) throws Refusal {
        requireToRecord(EntryKind.NOTE, command, actor);
    }

    private void requireToRecord(EntryKind kind, RegisterCommand command, Actor actor) throws Refusal {
        requireOwnRegister(command);
        requirePermission(kind, command, actor);
    }

    /** The permission is held at a venue, so the venue must be the one whose register this is. */
    private static void requireOwnRegister(RegisterCommand command) throws Refusal {
        if (!command.registerId().equals(RegisterId.of(command.venueId(), command.date()))) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This is not the register of that venue and date.");
        }
    }

    private static void requirePermission(EntryKind kind, RegisterCommand command, Actor actor) throws Refusal {
        switch (kind) {
            case EXPENSE, CLOSING -> actor.require(Permission.VIEW_FINANCE, command.venueId());
            case INCIDENT, REFUSED_ENTRY, FOOTFALL -> {
                if (!actor.may(Permission.SCAN_TICKETS, command.venueId())) {
                    actor.require(Permission.EDIT_EVENTS, command.venueId());
                }
            }
            case NOTE, REMINDER, STAFF_ASSIGNMENT, INSPECTION, CORRECTION ->
                actor.require(Permission.EDIT_EVENTS, command.venueId());
        }
    }

    private void requireOpenDay() throws Refusal {
        if (closed) {
            throw new Refusal(
                    ErrorCode.REGISTER_CLOSED, "The register of this date is closed; correct an entry instead.");
        }
    }

    private void requireRoom(RegisterSettings settings) throws Refusal {
        requireOpenDay();
        requireRoomFor(settings.maxEntries());
    }

    private void requireRoomFor(int most) throws Refusal {
        if (entries.size() >= most) {
            throw invalid("entryId", "The register of this date is full.");
        }
    }

    /** Whether the entry is there already; refused if it is there as something else. */
    private boolean isEntered(EntryId entryId, EntryKind kind) throws Refusal {
        Entry entry = entries.get(entryId.value());
        if (entry != null && entry.kind() != kind) {
            throw new Refusal(ErrorCode.ALREADY_EXISTS, "There is another entry under this id.");
        }
        return entry != null;
    }

    private Entry requireEntry(EntryId entryId, EntryKind kind) throws Refusal {
        Entry entry = requireEntry(entryId);
        if (entry.kind() != kind) {
            throw new Refusal(ErrorCode.REGISTER_ENTRY_STATE, "This entry is of another kind: " + entry.kind() + ".");
        }
        return entry;
    }

    private Entry requireEntry(EntryId entryId) throws Refusal {
        Entry entry = entries.get(entryId.value());
        if (entry == null) {
            throw new Refusal(ErrorCode.REGISTER_ENTRY_NOT_FOUND, "The register of this date has no such entry.");
        }
        return entry;
    }

    private static void requireText(String field, String text, RegisterSettings settings) throws Refusal {
        if (text.isBlank() || text.length() > settings.maxTextLength()) {
            throw invalid(field, "The " + field + " has 1 to " + settings.maxTextLength() + " characters.");
        }
    }

    private static void requireTimes(AssignStaff command) throws Refusal {
        if (command.from() == null && command.until() == null) {
            return; // The shift alone says when.
        }
        if (command.from() == null || command.until() == null || !command.from().isBefore(command.until())) {
            throw invalid("until", "A shift with times has both, and ends after it begins.");
        }
    }

    private static void requireOutcome(RecordInspection command, RegisterSettings settings) throws Refusal {
        String deficiencies = command.deficiencies();
        if (command.passed()) {
            if (deficiencies != null) {
                throw invalid("deficiencies", "An inspection that was passed found no deficiencies.");
            }
            return;
        }
        if (deficiencies == null) {
            throw invalid("deficiencies", "An inspection that was not passed says what was wrong.");
        }
        requireText("deficiencies", deficiencies, settings);
        if (command.followUpOn() == null || command.followUpOn().isBefore(command.date())) {
            throw invalid("followUpOn", "An inspection that was not passed says when it is looked at again.");
        }
    }

    private static void requireSpent(Money amount) throws Refusal {
        if (amount.isNegative() || amount.isZero()) {
            throw invalid("amount", "An expense is more than nothing.");
        }
    }

    private static void requireFootfall(RecordFootfall command) throws Refusal {
        if (command.expected() == null && command.actual() == null) {
            throw invalid("actual", "Say how many were expected, or how many came.");
        }
        if (command.expected() != null) {
            requirePeople("expected", command.expected(), 0);
        }
        if (command.actual() != null) {
            requirePeople("actual", command.actual(), 0);
        }
    }

    private static void requirePeople(String field, int people, int least) throws Refusal {
        if (people < least || people > MOST_PEOPLE) {
            throw invalid(field, "The " + field + " is " + least + " to " + MOST_PEOPLE + " people.");
        }
    }

    private static void requireRevenue(DayRevenue revenue) throws Refusal {
        String currency = revenue.cover().currency();
        boolean mixed = Stream.of(revenue.drinks(), revenue.food(), revenue.vip(), revenue.other())
                .anyMatch(part -> !part.currency().equals(currency));
        if (mixed) {
            throw invalid("revenue", "A day's revenue is in one currency.");
        }
        boolean negative = Stream.of(revenue.cover(), revenue.drinks(), revenue.food(), revenue.vip(), revenue.other())
                .anyMatch(Money::isNegative);
        if (negative) {
            throw invalid("revenue", "No source took less than nothing.");
        }
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal(ErrorCode.REGISTER_ENTRY_INVALID, message, Map.of("field", field));
    }

    @EventSourcingHandler
    void evolve(NoteWritten event) {
        id = event.registerId();
        String text = fingerprint(event.noteKind(), event.text());
        entries.put(event.entryId().value(), new Entry(EntryKind.NOTE, State.OPEN, text));
    }

    @EventSourcingHandler
    void evolve(ReminderAdded event) {
        enter(event.registerId(), event.entryId(), EntryKind.REMINDER);
    }

    @EventSourcingHandler
    void evolve(ReminderCompleted event) {
        settle(event.entryId(), EntryKind.REMINDER, State.SETTLED);
    }

    @EventSourcingHandler
    void evolve(StaffAssigned event) {
        enter(event.registerId(), event.entryId(), EntryKind.STAFF_ASSIGNMENT);
    }

    @EventSourcingHandler
    void evolve(AssignmentConfirmed event) {
        settle(event.entryId(), EntryKind.STAFF_ASSIGNMENT, State.SETTLED);
    }

    @EventSourcingHandler
    void evolve(AssignmentRemoved event) {
        settle(event.entryId(), EntryKind.STAFF_ASSIGNMENT, State.REMOVED);
    }

    @EventSourcingHandler
    void evolve(IncidentReported event) {
        enter(event.registerId(), event.entryId(), EntryKind.INCIDENT);
    }

    @EventSourcingHandler
    void evolve(IncidentResolved event) {
        settle(event.entryId(), EntryKind.INCIDENT, State.SETTLED);
    }

    @EventSourcingHandler
    void evolve(InspectionRecorded event) {
        enter(event.registerId(), event.entryId(), EntryKind.INSPECTION);
    }

    @EventSourcingHandler
    void evolve(ExpenseRecorded event) {
        enter(event.registerId(), event.entryId(), EntryKind.EXPENSE);
    }

    @EventSourcingHandler
    void evolve(FootfallRecorded event) {
        enter(event.registerId(), event.entryId(), EntryKind.FOOTFALL);
    }

    @EventSourcingHandler
    void evolve(RefusedEntryRecorded event) {
        enter(event.registerId(), event.entryId(), EntryKind.REFUSED_ENTRY);
    }

    @EventSourcingHandler
    void evolve(DayClosed event) {
        enter(event.registerId(), EntryId.CLOSING, EntryKind.CLOSING);
        closed = true;
    }

    @EventSourcingHandler
    void evolve(EntryCorrected event) {
        enter(event.registerId(), event.entryId(), EntryKind.CORRECTION);
    }

    private void enter(RegisterId registerId, EntryId entryId, EntryKind kind) {
        id = registerId;
        entries.put(entryId.value(), new Entry(kind, State.OPEN, null));
    }

    private void settle(EntryId entryId, EntryKind kind, State state) {
        entries.put(entryId.value(), new Entry(kind, state, null));
    }

    private static String fingerprint(NoteKind kind, String text) {
        return Identifier.derive("note", kind.name(), text);
    }

    /** How far an entry has come: a reminder done, a shift confirmed or taken back, an incident resolved. */
    enum State {
        OPEN,
        SETTLED,
        REMOVED
    }

    /**
     * What must be known of an entry to decide what comes next.
     *
     * @param text fingerprint of what a note says; absent for other kinds
     */
    record Entry(EntryKind kind, State state, @Nullable String text) {
        boolean settled() {
            return state == State.SETTLED;
        }
    }
}
