package com.thec1rcle.query.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.order.GuestlistEntry;
import com.thec1rcle.kernel.order.GuestlistPage;
import com.thec1rcle.kernel.order.OrderQuery.FindGuestlist;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * Answers the door's people about who comes. Names are sealed in the view, so a search opens the tickets of this one
 * event, so many at a time, and keeps nothing of what it read.
 */
@Component
class GuestlistQueries {
    /** Tickets that one search opens at most; the page then ends early, and its cursor goes on from there. */
    static final int MAX_OPENED = 2_000;

    private static final int OPENED_AT_ONCE = 200;

    private final Rows<TicketDocument> tickets;
    private final Rows<GuestlistDocument> guestlists;
    private final PersonalData personalData;

    GuestlistQueries(@Qualifier("views") MongoTemplate mongo, PersonalData personalData) {
        this.tickets = new Rows<>(mongo, TicketDocument.class, TicketDocument.COLLECTION);
        this.guestlists = new Rows<>(mongo, GuestlistDocument.class, GuestlistDocument.COLLECTION);
        this.personalData = personalData;
    }

    @QueryHandler
    GuestlistPage find(FindGuestlist query) {
        GuestlistDocument guestlist =
                guestlists.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("published event"));
        if (!guestlist.mayBeSeenBy(query.viewer())) {
            throw QueryRefused.forbidden();
        }
        String search = query.search();
        return search == null || search.isBlank() ? everybody(query) : found(query, new GuestSearch(search));
    }

    private GuestlistPage everybody(FindGuestlist query) {
        Rows.Page<TicketDocument> page = page(query, query.cursor(), query.limit());
        return new GuestlistPage(
                page.items().stream()
                        .map(ticket -> entry(ticket, open(ticket).orElse(null)))
                        .toList(),
                page.nextCursor());
    }

    private GuestlistPage found(FindGuestlist query, GuestSearch search) {
        List<GuestlistEntry> found = new ArrayList<>();
        String cursor = query.cursor();
        for (int opened = 0; opened < MAX_OPENED; opened += OPENED_AT_ONCE) {
            Rows.Page<TicketDocument> page = page(query, cursor, OPENED_AT_ONCE);
            for (TicketDocument ticket : page.items()) {
                Contact contact = open(ticket).orElse(null);
                if (contact == null || !search.finds(contact)) {
                    continue;
                }
                found.add(entry(ticket, contact));
                if (found.size() == query.limit()) {
                    return new GuestlistPage(found, Rows.cursorAt(ticket.issuedAt(), ticket.id()));
                }
            }
            cursor = page.nextCursor();
            if (cursor == null) {
                break;
            }
        }
        return new GuestlistPage(found, cursor);
    }

    private Rows.Page<TicketDocument> page(FindGuestlist query, @Nullable String cursor, int limit) {
        return tickets.page(
                matching(query),
                "issuedAt",
                Direction.ASC,
                cursor,
                limit,
                TicketDocument::issuedAt,
                TicketDocument::id);
    }

    private static Criteria matching(FindGuestlist query) {
        Criteria criteria = where("eventId").is(query.eventId().value());
        if (query.tierId() != null) {
            criteria = criteria.and("tierId").is(query.tierId().value());
        }
        Boolean admitted = query.admitted();
        if (admitted != null) {
            criteria = admitted
                    ? criteria.and("admitted").gt(0)
                    : criteria.and("admitted").is(0);
        }
        return criteria;
    }

    private static GuestlistEntry entry(TicketDocument ticket, @Nullable Contact contact) {
        return ticket.toGuest(contact == null ? null : contact.name());
    }

    private Optional<Contact> open(TicketDocument ticket) {
        return personalData.open(ticket.holder(), Contact.class);
    }
}
