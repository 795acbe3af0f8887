package com.thec1rcle.query.entry;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.entry.AttemptEvent.AttemptRefused;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventScheduled;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the history of the door: a row for every attempt, whether it opened or not. */
@Projection
@ProcessingGroup(ScanProjection.GROUP)
class ScanProjection {
    static final String GROUP = "projection-ticket-scans";
    static final String SCANS = "ticket_scans";
    static final String TICKETS = "ticket_scan_tickets";
    static final String EVENTS = "ticket_scan_events";

    private final Rows<Scan> scans;
    private final Rows<ScannableTicket> tickets;
    private final Rows<ScannedEvent> events;

    ScanProjection(@Qualifier("views") MongoTemplate mongo) {
        this.scans = new Rows<>(mongo, Scan.class, SCANS);
        this.tickets = new Rows<>(mongo, ScannableTicket.class, TICKETS);
        this.events = new Rows<>(mongo, ScannedEvent.class, EVENTS);
        Indexes.ensure(mongo, SCANS, "eventId", "at");
    }

    @EventHandler
    void on(TicketAdmitted event) {
        scans.insertIfAbsent(Scan.of(event.attempt(), Verdict.VALID, event.ticketId()));
    }

    @EventHandler
    void on(AdmissionRefused event) {
        scans.insertIfAbsent(Scan.of(event.attempt(), event.verdict(), event.ticketId()));
    }

    @EventHandler
    void on(AttemptRefused event) {
        scans.insertIfAbsent(Scan.of(event.attempt(), event.verdict(), event.ticketId()));
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

    @ResetHandler
    void reset() {
        scans.clear();
        tickets.clear();
        events.clear();
    }
}
