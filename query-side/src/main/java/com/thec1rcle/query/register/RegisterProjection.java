package com.thec1rcle.query.register;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.message.MessageKeys;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.EntryKind;
import com.thec1rcle.kernel.register.RegisterEvent;
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
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.register.RegisterRow.Origin;
import com.thec1rcle.query.register.RegisterRow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the registers of venues: a row for every entry, advanced by what happens to it. */
@Projection
@ProcessingGroup(RegisterProjection.GROUP)
class RegisterProjection {
    static final String GROUP = "projection-venue-registers";
    static final String ENTRIES = "venue_registers";
    static final String VENUES = "venue_register_venues";

    private final Rows<RegisterRow> entries;
    private final Rows<RegisterVenue> venues;

    RegisterProjection(@Qualifier("views") MongoTemplate mongo) {
        this.entries = new Rows<>(mongo, RegisterRow.class, ENTRIES);
        this.venues = new Rows<>(mongo, RegisterVenue.class, VENUES);
        Indexes.ensure(mongo, ENTRIES, "venueId", "date");
    }

    @EventHandler
    void on(VenueRegistered event) {
        venues.insertIfAbsent(new RegisterVenue(event.venueId().value(), event.timeZone()));
    }

    @EventHandler
    void on(
            NoteWritten event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        RegisterRow.Text text = new RegisterRow.Text(event.noteKind(), event.text(), at, by);
        enter(
                event,
                event.entryId(),
                EntryKind.NOTE,
                new RegisterRow.Note(event.noteKind(), event.text(), List.of(text)),
                version,
                at,
                by);
        entries.advance(
                rowId(event, event.entryId()),
                version,
                update("note.kind", event.noteKind())
                        .set("note.text", event.text())
                        .push("note.texts", text));
    }

    @EventHandler
    void on(
            ReminderAdded event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Reminder(
                event.text(), event.priority(), event.category(), event.dueAt(), false, null, null);
        enter(event, event.entryId(), EntryKind.REMINDER, part, version, at, by);
    }

    @EventHandler
    void on(ReminderCompleted event, @SequenceNumber long version, @Timestamp Instant at) {
        entries.advance(
                rowId(event, event.entryId()),
                version,
                update("reminder.done", true)
                        .set("reminder.doneBy", event.by().value())
                        .set("reminder.doneAt", at));
    }

    @EventHandler
    void on(
            StaffAssigned event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Assignment(
                event.staffId().value(), event.role(), event.shift(), event.from(), event.until(), false, false);
        enter(event, event.entryId(), EntryKind.STAFF_ASSIGNMENT, part, version, at, by);
    }

    @EventHandler
    void on(AssignmentConfirmed event, @SequenceNumber long version) {
        entries.advance(rowId(event, event.entryId()), version, update("assignment.confirmed", true));
    }

    @EventHandler
    void on(AssignmentRemoved event, @SequenceNumber long version) {
        entries.advance(rowId(event, event.entryId()), version, update("assignment.removed", true));
    }

    @EventHandler
    void on(
            IncidentReported event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part =
                new RegisterRow.Incident(event.type(), event.severity(), event.description(), false, null, null, null);
        enter(event, event.entryId(), EntryKind.INCIDENT, part, version, at, by);
    }

    @EventHandler
    void on(
            IncidentResolved event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        entries.advance(
                rowId(event, event.entryId()),
                version,
                update("incident.resolved", true)
                        .set("incident.resolution", event.resolution())
                        .set("incident.resolvedBy", by)
                        .set("incident.resolvedAt", at));
    }

    @EventHandler
    void on(
            InspectionRecorded event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        LocalDate followUpOn = event.followUpOn();
        Part part = new RegisterRow.Inspection(
                event.type(),
                event.passed(),
                event.deficiencies(),
                followUpOn == null ? null : followUpOn.toString(),
                event.inspector());
        enter(event, event.entryId(), EntryKind.INSPECTION, part, version, at, by);
    }

    @EventHandler
    void on(
            ExpenseRecorded event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Expense(event.category(), event.amount(), event.approvedBy(), event.description());
        enter(event, event.entryId(), EntryKind.EXPENSE, part, version, at, by);
    }

    @EventHandler
    void on(
            FootfallRecorded event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Footfall(event.expected(), event.actual());
        enter(event, event.entryId(), EntryKind.FOOTFALL, part, version, at, by);
    }

    @EventHandler
    void on(
            RefusedEntryRecorded event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Refused(event.reason(), event.count());
        enter(event, event.entryId(), EntryKind.REFUSED_ENTRY, part, version, at, by);
    }

    @EventHandler
    void on(
            DayClosed event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Closing(event.revenue(), event.actualFootfall());
        enter(event, EntryId.CLOSING, EntryKind.CLOSING, part, version, at, by);
    }

    @EventHandler
    void on(
            EntryCorrected event,
            @SequenceNumber long version,
            @Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR_ID) String by) {
        Part part = new RegisterRow.Correction(event.corrects().value(), event.text());
        enter(event, event.entryId(), EntryKind.CORRECTION, part, version, at, by);
    }

    @ResetHandler
    void reset() {
        entries.clear();
        venues.clear();
    }

    private void enter(
            RegisterEvent event, EntryId entryId, EntryKind kind, Part part, long version, Instant at, String by) {
        Origin origin = new Origin(
                event.registerId().value(), event.venueId().value(), event.date(), entryId.value(), version, at, by);
        entries.insertIfAbsent(RegisterRow.of(origin, kind, part));
    }

    private static String rowId(RegisterEvent event, EntryId entryId) {
        return RegisterRow.id(event.registerId().value(), entryId.value());
    }
}
