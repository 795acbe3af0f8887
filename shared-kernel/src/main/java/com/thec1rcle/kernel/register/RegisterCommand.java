package com.thec1rcle.kernel.register;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a venue's register of one date. */
public sealed interface RegisterCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    RegisterId registerId();

    VenueId venueId();

    LocalDate date();

    /** Writes a note; the same entry again is one note. */
    record WriteNote(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, NoteKind noteKind, String text)
            implements RegisterCommand {}

    /** Gives a note another text; the last writer wins. */
    record RewriteNote(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, NoteKind noteKind, String text)
            implements RegisterCommand {}

    /** Adds something to remember. */
    record AddReminder(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            String text,
            Priority priority,
            ReminderCategory category,
            @Nullable Instant dueAt)
            implements RegisterCommand {}

    /** Ticks a reminder off. */
    record CompleteReminder(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId)
            implements RegisterCommand {}

    /** Puts a member of staff on a shift. */
    record AssignStaff(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            StaffId staffId,
            String role,
            Shift shift,
            @Nullable Instant from,
            @Nullable Instant until)
            implements RegisterCommand {}

    /** Confirms a shift. */
    record ConfirmAssignment(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId)
            implements RegisterCommand {}

    /** Takes a member of staff off a shift. */
    record RemoveAssignment(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId)
            implements RegisterCommand {}

    /** Reports that something happened. */
    record ReportIncident(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            IncidentType type,
            Severity severity,
            String description)
            implements RegisterCommand {}

    /** Says how an incident ended. */
    record ResolveIncident(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, String resolution)
            implements RegisterCommand {}

    /** Records an inspection: passed, or deficiencies and the day of the follow-up; the inspector is a sealed name. */
    record RecordInspection(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            InspectionType type,
            boolean passed,
            @Nullable String deficiencies,
            @Nullable LocalDate followUpOn,
            Sealed inspector)
            implements RegisterCommand {}

    /** Records money spent; who approved it is a sealed name. */
    record RecordExpense(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            String category,
            Money amount,
            Sealed approvedBy,
            @Nullable String description)
            implements RegisterCommand {}

    /** Records how many are expected or came. */
    record RecordFootfall(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            @Nullable Integer expected,
            @Nullable Integer actual)
            implements RegisterCommand {}

    /** Records people who were not let in. */
    record RecordRefusedEntry(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, String reason, int count)
            implements RegisterCommand {}

    /** Closes the day; only corrections after that. */
    record CloseDay(RegisterId registerId, VenueId venueId, LocalDate date, DayRevenue revenue, int actualFootfall)
            implements RegisterCommand {}

    /** Corrects an entry, naming it; {@link EntryId#CLOSING} names the day's closing. Allowed after closing, too. */
    record CorrectEntry(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, EntryId corrects, String text)
            implements RegisterCommand {}
}
