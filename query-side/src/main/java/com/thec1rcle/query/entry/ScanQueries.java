package com.thec1rcle.query.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.entry.EntryQuery.FindScan;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.EntryQuery.ScanFilter;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Rows<DeviceDocument> devices;
    private final PersonalData personalData;

    ScanQueries(@Qualifier("views") MongoTemplate mongo, PersonalData personalData) {
        this.scans = new Rows<>(mongo, Scan.class, ScanProjection.SCANS);
        this.tickets = new Rows<>(mongo, ScannableTicket.class, ScanProjection.TICKETS);
        this.events = new Rows<>(mongo, ScannedEvent.class, ScanProjection.EVENTS);
        this.devices = new Rows<>(mongo, DeviceDocument.class, ScanProjection.DEVICES);
        this.personalData = personalData;
    }

    @QueryHandler
    ScanHistory handle(FindScans query) {
        String eventId = query.eventId().value();
        requireDoor(eventId, query.viewer());
        Rows.Page<Scan> page = scans.page(
                asked(eventId, query.filter()),
                "at",
                Sort.Direction.DESC,
                query.cursor(),
                query.limit(),
                Scan::at,
                Scan::id);
        return new ScanHistory(views(page.items(), eventId), page.nextCursor());
    }

    @QueryHandler
    Optional<ScanRecord> handle(FindScan query) {
        Optional<Scan> scan = scans.find(query.scanId().value());
        scan.ifPresent(found -> requireDoor(found.eventId(), query.viewer()));
        return scan.map(found -> views(List.of(found), found.eventId()).getFirst());
    }

    private void requireDoor(String eventId, Actor viewer) {
        ScannedEvent event = events.find(eventId).orElseThrow(() -> QueryRefused.notFound("event"));
        DoorQueries.requireDoor(viewer, event.venue());
    }

    private static Criteria asked(String eventId, ScanFilter filter) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(where("eventId").is(eventId));
        same("result", filter.result(), wanted);
        same("direction", filter.direction(), wanted);
        same("deviceId", filter.deviceId() == null ? null : filter.deviceId().value(), wanted);
        same("scannedBy", filter.by() == null ? null : filter.by().value(), wanted);
        same("tierId", filter.tierId() == null ? null : filter.tierId().value(), wanted);
        if (filter.from() != null) {
            wanted.add(where("at").gte(filter.from()));
        }
        if (filter.until() != null) {
            wanted.add(where("at").lt(filter.until()));
        }
        return new Criteria().andOperator(wanted);
    }

    private static void same(String field, @Nullable Object value, List<Criteria> wanted) {
        if (value != null) {
            wanted.add(where(field).is(value));
        }
    }

    /** Whose ticket it is concerns only its own event: a ticket that came to the wrong door stays anonymous there. */
    private List<ScanRecord> views(List<Scan> found, String eventId) {
        Map<String, ScannableTicket> shown = tickets.findAll(where("_id").in(named(found, Scan::ticketId))).stream()
                .filter(ticket -> ticket.eventId().equals(eventId))
                .collect(Collectors.toMap(ScannableTicket::id, Function.identity()));
        Map<String, String> gates = devices.findAll(where("_id").in(named(found, Scan::deviceId))).stream()
                .collect(Collectors.toMap(DeviceDocument::id, DeviceDocument::name));
        return found.stream().map(scan -> view(scan, shown, gates)).toList();
    }

    private static List<String> named(List<Scan> found, Function<Scan, @Nullable String> id) {
        return found.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private ScanRecord view(Scan scan, Map<String, ScannableTicket> shown, Map<String, String> gates) {
        ScannableTicket ticket = scan.ticketId() == null ? null : shown.get(scan.ticketId());
        String gate = scan.deviceId() == null ? null : gates.get(scan.deviceId());
        return scan.toView(ticket, ticket == null ? null : holderOf(ticket), gate);
    }

    private @Nullable String holderOf(ScannableTicket ticket) {
        return personalData
                .open(ticket.holder(), Contact.class)
                .map(Contact::name)
                .orElse(null);
    }
}
