package com.thec1rcle.query.register;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.EntryKind;
import com.thec1rcle.kernel.register.IncidentType;
import com.thec1rcle.kernel.register.InspectionType;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.Priority;
import com.thec1rcle.kernel.register.RegisterEntry;
import com.thec1rcle.kernel.register.ReminderCategory;
import com.thec1rcle.kernel.register.Severity;
import com.thec1rcle.kernel.register.Shift;
import com.thec1rcle.kernel.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One entry of a register; exactly one of its parts is there, as its kind says.
 *
 * @param number of the event that made it, which orders the entries of a register
 * @param version of the event that changed it last
 * @param date in ISO form, so that it sorts and no time zone can shift it
 */
record RegisterRow(
        @Id String id,
        String venueId,
        String date,
        String entryId,
        EntryKind kind,
        long number,
        long version,
        Instant at,
        String by,
        @Nullable Note note,
        @Nullable Reminder reminder,
        @Nullable Assignment assignment,
        @Nullable Incident incident,
        @Nullable Inspection inspection,
        @Nullable Expense expense,
        @Nullable Footfall footfall,
        @Nullable Refused refused,
        @Nullable Closing closing,
        @Nullable Correction correction) {
    static RegisterRow of(Origin origin, EntryKind kind, Part part) {
        return new RegisterRow(
                origin.id(),
                origin.venueId(),
                origin.date().toString(),
                origin.entryId(),
                kind,
                origin.version(),
                origin.version(),
                origin.at(),
                origin.by(),
                part instanceof Note it ? it : null,
                part instanceof Reminder it ? it : null,
                part instanceof Assignment it ? it : null,
                part instanceof Incident it ? it : null,
                part instanceof Inspection it ? it : null,
                part instanceof Expense it ? it : null,
                part instanceof Footfall it ? it : null,
                part instanceof Refused it ? it : null,
                part instanceof Closing it ? it : null,
                part instanceof Correction it ? it : null);
    }

    /** Whether it was taken back, so that nobody sees it any more. */
    boolean removed() {
        return assignment != null && assignment.removed();
    }

    RegisterEntry toView(Names names) {
        return Stream.<@Nullable Part>of(
                        note,
                        reminder,
                        assignment,
                        incident,
                        inspection,
                        expense,
                        footfall,
                        refused,
                        closing,
                        correction)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow()
                .toView(new EntryId(entryId), at, new UserId(by), names);
    }

    private static @Nullable UserId user(@Nullable String id) {
        return id == null ? null : new UserId(id);
    }

    /** Where an entry comes from. */
    record Origin(
            String registerId, String venueId, LocalDate date, String entryId, long version, Instant at, String by) {
        String id() {
            return RegisterRow.id(registerId, entryId);
        }
    }

    static String id(String registerId, String entryId) {
        return registerId + ":" + entryId;
    }

    /** Opens sealed names. */
    interface Names {
        @Nullable
        String open(Sealed name);
    }

    /** What an entry says. */
    sealed interface Part {
        RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names);
    }

    record Note(NoteKind kind, String text, List<Text> texts) implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            List<RegisterEntry.EarlierText> earlier = texts.subList(0, texts.size() - 1).stream()
                    .map(Text::toView)
                    .toList();
            return new RegisterEntry.Note(entryId, at, by, kind, text, earlier);
        }
    }

    record Text(NoteKind kind, String text, Instant at, String by) {
        RegisterEntry.EarlierText toView() {
            return new RegisterEntry.EarlierText(kind, text, at, new UserId(by));
        }
    }

    record Reminder(
            String text,
            Priority priority,
            ReminderCategory category,
            @Nullable Instant dueAt,
            boolean done,
            @Nullable String doneBy,
            @Nullable Instant doneAt)
            implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.Reminder(
                    entryId, at, by, text, priority, category, dueAt, done, user(doneBy), doneAt);
        }
    }

    record Assignment(
            String staffId,
            String role,
            Shift shift,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean confirmed,
            boolean removed)
            implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.StaffAssignment(
                    entryId, at, by, new StaffId(staffId), role, shift, from, until, confirmed);
        }
    }

    record Incident(
            IncidentType type,
            Severity severity,
            String description,
            boolean resolved,
            @Nullable String resolution,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt)
            implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.Incident(
                    entryId, at, by, type, severity, description, resolved, resolution, user(resolvedBy), resolvedAt);
        }
    }

    record Inspection(
            InspectionType type,
            boolean passed,
            @Nullable String deficiencies,
            @Nullable String followUpOn,
            Sealed inspector)
            implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            LocalDate followUp = followUpOn == null ? null : LocalDate.parse(followUpOn);
            return new RegisterEntry.Inspection(
                    entryId, at, by, type, passed, deficiencies, followUp, names.open(inspector));
        }
    }

    record Expense(
            String category,
            Money amount,
            Sealed approvedBy,
            @Nullable String description) implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.Expense(entryId, at, by, category, amount, names.open(approvedBy), description);
        }
    }

    record Footfall(@Nullable Integer expected, @Nullable Integer actual) implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.Footfall(entryId, at, by, expected, actual);
        }
    }

    record Refused(String reason, int count) implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.RefusedEntry(entryId, at, by, reason, count);
        }
    }

    record Closing(DayRevenue revenue, int actualFootfall) implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.Closing(entryId, at, by, revenue, actualFootfall);
        }
    }

    record Correction(String corrects, String text) implements Part {
        @Override
        public RegisterEntry toView(EntryId entryId, Instant at, UserId by, Names names) {
            return new RegisterEntry.Correction(entryId, at, by, new EntryId(corrects), text);
        }
    }
}
