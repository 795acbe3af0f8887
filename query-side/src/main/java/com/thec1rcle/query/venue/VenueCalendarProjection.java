package com.thec1rcle.query.venue;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.venue.CalendarEntryKind;
import com.thec1rcle.kernel.venue.CalendarEvent.BlockLifted;
import com.thec1rcle.kernel.venue.CalendarEvent.PeriodBlocked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotReleased;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestDropped;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the calendars: a row for each booking, block and request, which stays when it is over. */
@Projection
@ProcessingGroup(VenueCalendarProjection.GROUP)
final class VenueCalendarProjection {
    static final String GROUP = "projection-venue-calendar";
    static final String COLLECTION = "venue_calendar";

    private final Rows<CalendarDocument> entries;

    VenueCalendarProjection(@Qualifier("views") MongoTemplate mongo) {
        entries = new Rows<>(mongo, CalendarDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "venueId");
    }

    @EventHandler
    void on(PeriodBlocked event, @SequenceNumber long version) {
        enter(new CalendarDocument(
                CalendarDocument.id(CalendarEntryKind.BLOCK, event.blockId().value()),
                event.blockId().value(),
                event.venueId().value(),
                CalendarEntryKind.BLOCK,
                event.period().from(),
                event.period().until(),
                null,
                null,
                event.reason(),
                true,
                version,
                version));
    }

    @EventHandler
    void on(BlockLifted event, @SequenceNumber long version) {
        leave(CalendarEntryKind.BLOCK, event.blockId().value(), version);
    }

    @EventHandler
    void on(SlotRequestQueued event, @SequenceNumber long version) {
        enter(new CalendarDocument(
                CalendarDocument.id(
                        CalendarEntryKind.REQUEST, event.slotRequestId().value()),
                event.slotRequestId().value(),
                event.venueId().value(),
                CalendarEntryKind.REQUEST,
                event.period().from(),
                event.period().until(),
                event.eventId() == null ? null : event.eventId().value(),
                event.hostId().value(),
                null,
                true,
                version,
                version));
    }

    @EventHandler
    void on(SlotRequestDropped event, @SequenceNumber long version) {
        leave(CalendarEntryKind.REQUEST, event.slotRequestId().value(), version);
    }

    @EventHandler
    void on(SlotBooked event, @SequenceNumber long version) {
        enter(new CalendarDocument(
                CalendarDocument.id(CalendarEntryKind.BOOKING, event.bookingId().value()),
                event.bookingId().value(),
                event.venueId().value(),
                CalendarEntryKind.BOOKING,
                event.period().from(),
                event.period().until(),
                event.eventId() == null ? null : event.eventId().value(),
                event.hostId() == null ? null : event.hostId().value(),
                null,
                true,
                version,
                version));
        if (event.slotRequestId() != null) {
            leave(CalendarEntryKind.REQUEST, event.slotRequestId().value(), version);
        }
        for (SlotRequestId rival : event.rivals()) {
            leave(CalendarEntryKind.REQUEST, rival.value(), version);
        }
    }

    @EventHandler
    void on(SlotReleased event, @SequenceNumber long version) {
        leave(CalendarEntryKind.BOOKING, event.bookingId().value(), version);
    }

    @ResetHandler
    void reset() {
        entries.clear();
    }

    /** A booking that was given back, or a request that was dropped, may come again under the same id. */
    private void enter(CalendarDocument entry) {
        entries.insertIfAbsent(entry);
        entries.advance(
                entry.id(),
                entry.version(),
                update("from", entry.from())
                        .set("until", entry.until())
                        .set("eventId", entry.eventId())
                        .set("hostId", entry.hostId())
                        .set("live", true)
                        .set("arrival", entry.arrival()));
    }

    private void leave(CalendarEntryKind kind, String entryId, long version) {
        entries.advance(CalendarDocument.id(kind, entryId), version, update("live", false));
    }
}
