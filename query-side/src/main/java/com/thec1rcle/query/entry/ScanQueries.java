package com.thec1rcle.query.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what happened at a door, to those who stand there. */
@Component
class ScanQueries {
    private final Rows<Scan> scans;
    private final Rows<ScannableTicket> tickets;
    private final Rows<ScannedEvent> events;
    private final PersonalData personalData;

    ScanQueries(@Qualifier("views") MongoTemplate mongo, PersonalData personalData) {
        this.scans = new Rows<>(mongo, Scan.class, ScanProjection.SCANS);
        this.tickets = new Rows<>(mongo, ScannableTicket.class, ScanProjection.TICKETS);
        this.events = new Rows<>(mongo, ScannedEvent.class, ScanProjection.EVENTS);
        this.personalData = personalData;
    }

    @QueryHandler
    ScanHistory handle(FindScans query) {
        ScannedEvent event = events.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("event"));
        requireDoor(query.viewer(), event.venue());
        Criteria asked = where("eventId").is(event.id());
        if (query.result() != null) {
            asked = asked.and("result").is(query.result());
        }
        Rows.Page<Scan> page =
                scans.page(asked, "at", Sort.Direction.DESC, query.cursor(), query.limit(), Scan::at, Scan::id);
        return new ScanHistory(views(page.items(), event.id()), page.nextCursor());
    }

    private static void requireDoor(Actor viewer, VenueId venue) {
        if (!viewer.may(Permission.SCAN_TICKETS, venue) && !viewer.may(Permission.VIEW_GUESTLIST, venue)) {
            throw QueryRefused.forbidden();
        }
    }

    /** Whose ticket it is concerns only its own event: a ticket that came to the wrong door stays anonymous there. */
    private List<ScanRecord> views(List<Scan> found, String eventId) {
        List<String> ids = found.stream()
                .map(Scan::ticketId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, ScannableTicket> shown = tickets.findAll(where("_id").in(ids)).stream()
                .filter(ticket -> ticket.eventId().equals(eventId))
                .collect(Collectors.toMap(ScannableTicket::id, Function.identity()));
        return found.stream().map(scan -> view(scan, shown)).toList();
    }

    private ScanRecord view(Scan scan, Map<String, ScannableTicket> shown) {
        ScannableTicket ticket = scan.ticketId() == null ? null : shown.get(scan.ticketId());
        return scan.toView(ticket, ticket == null ? null : holderOf(ticket));
    }

    private @Nullable String holderOf(ScannableTicket ticket) {
        return personalData
                .open(ticket.holder(), Contact.class)
                .map(Contact::name)
                .orElse(null);
    }
}
