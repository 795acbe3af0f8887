package com.thec1rcle.query.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.entry.AttemptEvent.AttemptRefused;
import com.thec1rcle.kernel.entry.AttemptEvent.ExitAttemptRefused;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceBound;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceRevoked;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventScheduled;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ExitRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketExited;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Derives the history of the door: a row for every attempt, whether it opened or not. What the door counts is a sum
 * over these rows. Beside them are copies of what rows are shown with: tickets, events, venues and devices.
 */
@Projection
@ProcessingGroup(ScanProjection.GROUP)
class ScanProjection {
    static final String GROUP = "projection-ticket-scans";
    static final String SCANS = "ticket_scans";
    static final String TICKETS = "ticket_scan_tickets";
    static final String EVENTS = "ticket_scan_events";
    static final String VENUES = "ticket_scan_venues";
    static final String DEVICES = "venue_devices";

    private final Rows<Scan> scans;
    private final Rows<ScannableTicket> tickets;
    private final Rows<ScannedEvent> events;
    private final Rows<DoorVenue> venues;
    private final Rows<DeviceDocument> devices;

    ScanProjection(@Qualifier("views") MongoTemplate mongo) {
        this.scans = new Rows<>(mongo, Scan.class, SCANS);
        this.tickets = new Rows<>(mongo, ScannableTicket.class, TICKETS);
        this.events = new Rows<>(mongo, ScannedEvent.class, EVENTS);
        this.venues = new Rows<>(mongo, DoorVenue.class, VENUES);
        this.devices = new Rows<>(mongo, DeviceDocument.class, DEVICES);
        Indexes.ensure(mongo, SCANS, "eventId", "at");
        Indexes.ensure(mongo, DEVICES, "venueId");
    }

    @EventHandler
    void on(TicketAdmitted event, @SequenceNumber long version) {
        passed(event.attempt(), version, Direction.IN, 0, event.ticketId());
    }

    @EventHandler
    void on(TicketReadmitted event, @SequenceNumber long version) {
        passed(event.attempt(), version, Direction.IN, event.returned(), event.ticketId());
    }

    @EventHandler
    void on(TicketExited event, @SequenceNumber long version) {
        passed(event.attempt(), version, Direction.OUT, 0, event.ticketId());
    }

    @EventHandler
    void on(AdmissionRefused event, @SequenceNumber long version) {
        refused(event.attempt(), version, Direction.IN, event.verdict(), event.ticketId());
    }

    @EventHandler
    void on(ExitRefused event, @SequenceNumber long version) {
        refused(event.attempt(), version, Direction.OUT, event.verdict(), event.ticketId());
    }

    @EventHandler
    void on(AttemptRefused event, @SequenceNumber long version) {
        refused(event.attempt(), version, Direction.IN, event.verdict(), event.ticketId());
    }

    @EventHandler
    void on(ExitAttemptRefused event, @SequenceNumber long version) {
        refused(event.attempt(), version, Direction.OUT, event.verdict(), event.ticketId());
    }

    @EventHandler
    void on(ScanUndone event, @SequenceNumber long version, @Timestamp Instant at) {
        Update undone = update("undoneAt", at).set("undoneBy", event.undoneBy().value());
        if (event.reason() != null) {
            undone.set("undoneReason", event.reason());
        }
        scans.advance(event.scanId().value(), version, undone);
    }

    @EventHandler
    void on(TicketIssued event, @SequenceNumber long version) {
        tickets.insertIfAbsent(new ScannableTicket(
                event.ticketId().value(),
                event.eventId().value(),
                event.tierId().value(),
                event.tierName(),
                event.entryType(),
                event.holder(),
                version));
    }

    @EventHandler
    void on(TicketTransferred event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, update("holder", event.holder()));
    }

    @EventHandler
    void on(HolderRenamed event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, update("holder", event.holder()));
    }

    @EventHandler
    void on(EventScheduled event, @SequenceNumber long version) {
        String id = event.eventId().value();
        String venueId = event.venueId().value();
        events.insertIfAbsent(new ScannedEvent(id, version, venueId));
        events.advance(id, version, update("venueId", venueId));
    }

    @EventHandler
    void on(VenueRegistered event, @SequenceNumber long version) {
        venues.insertIfAbsent(new DoorVenue(event.venueId().value(), version, event.capacity()));
    }

    @EventHandler
    void on(VenueDetailsChanged event, @SequenceNumber long version) {
        venues.advance(event.venueId().value(), version, update("capacity", event.capacity()));
    }

    @EventHandler
    void on(DeviceBound event, @Timestamp Instant at) {
        devices.insertIfAbsent(new DeviceDocument(
                event.deviceId().value(),
                event.venueId().value(),
                event.name(),
                event.boundBy().value(),
                at,
                at,
                null));
    }

    @EventHandler
    void on(DeviceRevoked event, @Timestamp Instant at) {
        devices.set(where("_id").is(event.deviceId().value()), update("revokedAt", at));
    }

    @ResetHandler
    void reset() {
        scans.clear();
        tickets.clear();
        events.clear();
        venues.clear();
        devices.clear();
    }

    private void passed(EntryAttempt attempt, long version, Direction direction, int returned, TicketId ticketId) {
        Scan scan = Scan.of(attempt, version, direction, Verdict.VALID, returned, ticketId, known(attempt, ticketId));
        if (!scans.tryInsert(scan)) {
            // A ticket forgets old refusals, so the same attempt may pass later: what was done counts, not what was
            // said.
            scans.advance(
                    scan.id(),
                    version,
                    update("result", scan.result())
                            .set("at", scan.at())
                            .set("count", scan.count())
                            .set("returned", returned));
        }
        seen(attempt);
    }

    private void refused(
            EntryAttempt attempt, long version, Direction direction, Verdict verdict, @Nullable TicketId ticketId) {
        ScannableTicket ticket = ticketId == null ? null : known(attempt, ticketId);
        scans.insertIfAbsent(Scan.of(attempt, version, direction, verdict, 0, ticketId, ticket));
        seen(attempt);
    }

    /** Whose ticket it is concerns only its own event. */
    private @Nullable ScannableTicket known(EntryAttempt attempt, TicketId ticketId) {
        return tickets.find(ticketId.value())
                .filter(ticket -> ticket.eventId().equals(attempt.eventId().value()))
                .orElse(null);
    }

    private void seen(EntryAttempt attempt) {
        DeviceId device = attempt.deviceId();
        if (device != null) {
            devices.set(
                    where("_id").is(device.value()).and("lastSeenAt").lt(attempt.at()),
                    update("lastSeenAt", attempt.at()));
        }
    }
}
