package com.thec1rcle.kernel.register;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What was entered in a venue's register of one date. */
public sealed interface RegisterEvent {
    RegisterId registerId();

    VenueId venueId();

    LocalDate date();

    /** A note was written, or given another text. */
    @Revision("1")
    record NoteWritten(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, NoteKind noteKind, String text)
            implements RegisterEvent {}

    /** Something to remember was added. */
    @Revision("1")
    record ReminderAdded(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            String text,
            Priority priority,
            ReminderCategory category,
            @Nullable Instant dueAt)
            implements RegisterEvent {}

    /** A reminder was ticked off. */
    @Revision("1")
    record ReminderCompleted(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, UserId by)
            implements RegisterEvent {}

    /** A member of staff was put on a shift. */
    @Revision("1")
    record StaffAssigned(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            StaffId staffId,
            String role,
            Shift shift,
            @Nullable Instant from,
            @Nullable Instant until)
            implements RegisterEvent {}

    /** A shift was confirmed. */
    @Revision("1")
    record AssignmentConfirmed(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId)
            implements RegisterEvent {}

    /** A member of staff was taken off a shift. */
    @Revision("1")
    record AssignmentRemoved(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId)
            implements RegisterEvent {}

    /** Something happened. */
    @Revision("1")
    record IncidentReported(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            IncidentType type,
            Severity severity,
            String description)
            implements RegisterEvent {}

    /** An incident ended. */
    @Revision("1")
    record IncidentResolved(RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, String resolution)
            implements RegisterEvent {}

    /** An inspection took place. */
    @Revision("1")
    record InspectionRecorded(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            InspectionType type,
            boolean passed,
            @Nullable String deficiencies,
            @Nullable LocalDate followUpOn,
            Sealed inspector)
            implements RegisterEvent {}

    /** Money was spent. */
    @Revision("1")
    record ExpenseRecorded(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            String category,
            Money amount,
            Sealed approvedBy,
            @Nullable String description)
            implements RegisterEvent {}

    /** People were expected or came. */
    @Revision("1")
    record FootfallRecorded(
            RegisterId registerId,
            VenueId venueId,
            LocalDate date,
            EntryId entryId,
            @Nullable Integer expected,
            @Nullable Integer actual)
            implements RegisterEvent {}

    /** People were not let in. */
    @Revision("1")
    record RefusedEntryRecorded(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, String reason, int count)
            implements RegisterEvent {}

    /** The day was closed. */
    @Revision("1")
    record DayClosed(RegisterId registerId, VenueId venueId, LocalDate date, DayRevenue revenue, int actualFootfall)
            implements RegisterEvent {}

    /** An entry was corrected. */
    @Revision("1")
    record EntryCorrected(
            RegisterId registerId, VenueId venueId, LocalDate date, EntryId entryId, EntryId corrects, String text)
            implements RegisterEvent {}
}
