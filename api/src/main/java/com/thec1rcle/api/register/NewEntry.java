package com.thec1rcle.api.register;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.IncidentType;
import com.thec1rcle.kernel.register.InspectionType;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.Priority;
import com.thec1rcle.kernel.register.RegisterCommand;
import com.thec1rcle.kernel.register.RegisterCommand.AddReminder;
import com.thec1rcle.kernel.register.RegisterCommand.AssignStaff;
import com.thec1rcle.kernel.register.RegisterCommand.RecordExpense;
import com.thec1rcle.kernel.register.RegisterCommand.RecordFootfall;
import com.thec1rcle.kernel.register.RegisterCommand.RecordInspection;
import com.thec1rcle.kernel.register.RegisterCommand.RecordRefusedEntry;
import com.thec1rcle.kernel.register.RegisterCommand.ReportIncident;
import com.thec1rcle.kernel.register.RegisterCommand.WriteNote;
import com.thec1rcle.kernel.register.RegisterId;
import com.thec1rcle.kernel.register.ReminderCategory;
import com.thec1rcle.kernel.register.Severity;
import com.thec1rcle.kernel.register.Shift;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be entered in a register; the property {@code kind} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NewEntry.Note.class, name = "NOTE"),
    @JsonSubTypes.Type(value = NewEntry.Reminder.class, name = "REMINDER"),
    @JsonSubTypes.Type(value = NewEntry.StaffAssignment.class, name = "STAFF_ASSIGNMENT"),
    @JsonSubTypes.Type(value = NewEntry.Incident.class, name = "INCIDENT"),
    @JsonSubTypes.Type(value = NewEntry.Inspection.class, name = "INSPECTION"),
    @JsonSubTypes.Type(value = NewEntry.Expense.class, name = "EXPENSE"),
    @JsonSubTypes.Type(value = NewEntry.Footfall.class, name = "FOOTFALL"),
    @JsonSubTypes.Type(value = NewEntry.RefusedEntry.class, name = "REFUSED_ENTRY")
})
@Schema(example = """
        {"kind": "NOTE", "venueId": "0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10", "date": "2026-12-04",
         "text": "Sound check at 19:00"}""")
sealed interface NewEntry {
    /** Longest text that is read at all; the register has its own, shorter limit. */
    int MAX_TEXT = 10_000;

    VenueId venueId();

    LocalDate date();

    RegisterCommand toCommand(EntryId entryId, SealedNames names);

    default RegisterId registerId() {
        return RegisterId.of(venueId(), date());
    }

    @Schema(name = "RegisterNote")
    record Note(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @Nullable NoteKind noteKind,

            @NotBlank @Size(max = MAX_TEXT) @Schema(example = "Sound check at 19:00")
            String text)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            NoteKind kind = noteKind == null ? NoteKind.INTERNAL : noteKind;
            return new WriteNote(registerId(), venueId, date, entryId, kind, text);
        }
    }

    @Schema(name = "RegisterReminder")
    record Reminder(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,

            @NotBlank @Size(max = MAX_TEXT) @Schema(example = "Order ice")
            String text,

            @Nullable Priority priority,
            @Nullable ReminderCategory category,
            @Nullable Instant dueAt)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new AddReminder(
                    registerId(),
                    venueId,
                    date,
                    entryId,
                    text,
                    priority == null ? Priority.NORMAL : priority,
                    category == null ? ReminderCategory.GENERAL : category,
                    dueAt);
        }
    }

    @Schema(name = "RegisterStaffAssignment")
    record StaffAssignment(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull StaffId staffId,

            @NotBlank @Size(max = MAX_TEXT) @Schema(example = "Door")
            String role,

            @NotNull Shift shift,
            @Nullable Instant from,
            @Nullable Instant until)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new AssignStaff(registerId(), venueId, date, entryId, staffId, role, shift, from, until);
        }
    }

    @Schema(name = "RegisterIncident")
    record Incident(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull IncidentType type,
            @NotNull Severity severity,

            @NotBlank @Size(max = MAX_TEXT) @Schema(example = "A glass broke at the bar")
            String description)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new ReportIncident(registerId(), venueId, date, entryId, type, severity, description);
        }
    }

    @Schema(name = "RegisterInspection")
    record Inspection(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull InspectionType type,
            @NotNull Boolean passed,
            @Size(min = 1, max = MAX_TEXT) @Nullable String deficiencies,
            @Nullable LocalDate followUpOn,

            @NotBlank @Size(max = 200) @Schema(example = "R. Mehta, fire brigade")
            String inspector)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new RecordInspection(
                    registerId(),
                    venueId,
                    date,
                    entryId,
                    type,
                    passed,
                    deficiencies,
                    followUpOn,
                    names.seal(entryId, inspector));
        }
    }

    @Schema(name = "RegisterExpense")
    record Expense(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,

            @NotBlank @Size(max = MAX_TEXT) @Schema(example = "Supplies")
            String category,

            @NotNull Money amount,

            @NotBlank @Size(max = 200) @Schema(example = "Nina Shah")
            String approvedBy,

            @Size(min = 1, max = MAX_TEXT) @Nullable String description)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new RecordExpense(
                    registerId(),
                    venueId,
                    date,
                    entryId,
                    category,
                    amount,
                    names.seal(entryId, approvedBy),
                    description);
        }
    }

    @Schema(name = "RegisterFootfall")
    record Footfall(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @Min(0) @Nullable Integer expected,
            @Min(0) @Nullable Integer actual)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new RecordFootfall(registerId(), venueId, date, entryId, expected, actual);
        }
    }

    @Schema(name = "RegisterRefusedEntry")
    record RefusedEntry(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,

            @NotBlank @Size(max = MAX_TEXT) @Schema(example = "Under age")
            String reason,

            @NotNull @Positive @Schema(example = "2") Integer count)
            implements NewEntry {
        @Override
        public RegisterCommand toCommand(EntryId entryId, SealedNames names) {
            return new RecordRefusedEntry(registerId(), venueId, date, entryId, reason, count);
        }
    }
}
