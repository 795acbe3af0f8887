package com.thec1rcle.kernel.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of an operational register, as it stands now; the property {@code kind} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegisterEntry.Note.class, name = "NOTE"),
    @JsonSubTypes.Type(value = RegisterEntry.Reminder.class, name = "REMINDER"),
    @JsonSubTypes.Type(value = RegisterEntry.StaffAssignment.class, name = "STAFF_ASSIGNMENT"),
    @JsonSubTypes.Type(value = RegisterEntry.Incident.class, name = "INCIDENT"),
    @JsonSubTypes.Type(value = RegisterEntry.Inspection.class, name = "INSPECTION"),
    @JsonSubTypes.Type(value = RegisterEntry.Expense.class, name = "EXPENSE"),
    @JsonSubTypes.Type(value = RegisterEntry.Footfall.class, name = "FOOTFALL"),
    @JsonSubTypes.Type(value = RegisterEntry.RefusedEntry.class, name = "REFUSED_ENTRY"),
    @JsonSubTypes.Type(value = RegisterEntry.Closing.class, name = "CLOSING"),
    @JsonSubTypes.Type(value = RegisterEntry.Correction.class, name = "CORRECTION")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface RegisterEntry {
    EntryId entryId();

    /** When it was made. */
    Instant at();

    /** Who made it. */
    UserId by();

    /** A note; earlier texts oldest first. */
    record Note(EntryId entryId, Instant at, UserId by, NoteKind noteKind, String text, List<EarlierText> earlier)
            implements RegisterEntry {}

    /** What a note said before it was rewritten. */
    record EarlierText(NoteKind noteKind, String text, Instant at, UserId by) {}

    /** Something to remember; done once somebody ticked it off. */
    record Reminder(
            EntryId entryId,
            Instant at,
            UserId by,
            String text,
            Priority priority,
            ReminderCategory category,
            @Nullable Instant dueAt,
            boolean done,
            @Nullable UserId doneBy,
            @Nullable Instant doneAt)
            implements RegisterEntry {}

    /** A member of staff on a shift. */
    record StaffAssignment(
            EntryId entryId,
            Instant at,
            UserId by,
            StaffId staffId,
            String role,
            Shift shift,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean confirmed)
            implements RegisterEntry {}

    /** Something that happened; resolved once there is a resolution. */
    record Incident(
            EntryId entryId,
            Instant at,
            UserId by,
            IncidentType type,
            Severity severity,
            String description,
            boolean resolved,
            @Nullable String resolution,
            @Nullable UserId resolvedBy,
            @Nullable Instant resolvedAt)
            implements RegisterEntry {}

    /** An inspection and its outcome; the inspector's name is absent once erased. */
    record Inspection(
            EntryId entryId,
            Instant at,
            UserId by,
            InspectionType type,
            boolean passed,
            @Nullable String deficiencies,
            @Nullable LocalDate followUpOn,
            @Nullable String inspector)
            implements RegisterEntry {}

    /** Money spent; the approver's name is absent once erased. */
    record Expense(
            EntryId entryId,
            Instant at,
            UserId by,
            String category,
            Money amount,
            @Nullable String approvedBy,
            @Nullable String description)
            implements RegisterEntry {}

    /** How many were expected or came. */
    record Footfall(
            EntryId entryId,
            Instant at,
            UserId by,
            @Nullable Integer expected,
            @Nullable Integer actual) implements RegisterEntry {}

    /** People who were not let in. */
    record RefusedEntry(EntryId entryId, Instant at, UserId by, String reason, int count) implements RegisterEntry {}

    /** The day's closing; revenue is absent for those who may not see money. */
    record Closing(
            EntryId entryId,
            Instant at,
            UserId by,
            @Nullable DayRevenue revenue,
            int actualFootfall) implements RegisterEntry {}

    /** A correction of another entry. */
    record Correction(EntryId entryId, Instant at, UserId by, EntryId corrects, String text) implements RegisterEntry {}
}
