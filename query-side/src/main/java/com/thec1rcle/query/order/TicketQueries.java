package com.thec1rcle.query.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.order.OrderQuery.FindPass;
import com.thec1rcle.kernel.order.OrderQuery.FindTicket;
import com.thec1rcle.kernel.order.OrderQuery.FindWallet;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.order.WalletPage;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers people about the tickets that are theirs now; codes are signed when they are asked for, and never stored. */
@Component
class TicketQueries {
    private final Rows<TicketDocument> tickets;
    private final Rows<NightDocument> nights;
    private final Rows<PlaceDocument> places;
    private final PersonalData personalData;
    private final TicketCodes codes;
    private final Clock clock;

    TicketQueries(@Qualifier("views") MongoTemplate mongo, PersonalData personalData, TicketCodes codes, Clock clock) {
        this.tickets = new Rows<>(mongo, TicketDocument.class, TicketDocument.COLLECTION);
        this.nights = new Rows<>(mongo, NightDocument.class, NightDocument.COLLECTION);
        this.places = new Rows<>(mongo, PlaceDocument.class, PlaceDocument.COLLECTION);
        this.personalData = personalData;
        this.codes = codes;
        this.clock = clock;
    }

    @QueryHandler
    TicketView find(FindTicket query) {
        return tickets.find(query.ticketId().value())
                .filter(ticket -> ticket.isOf(query.viewer().userId()))
                .orElseThrow(() -> QueryRefused.notFound("ticket"))
                .toView(codes, clock.instant());
    }

    @QueryHandler
    WalletTicket find(FindPass query) {
        TicketDocument ticket = tickets.find(query.ticketId().value())
                .filter(found -> found.isOf(query.viewer().userId()))
                .orElseThrow(() -> QueryRefused.notFound("ticket"));
        return shown(ticket, nightOf(ticket.eventId()), clock.instant());
    }

    @QueryHandler
    WalletPage find(FindWallet query) {
        Instant now = clock.instant();
        Criteria own = where("ownerId").is(query.viewer().userId().value());
        Rows.Page<TicketDocument> page = switch (query.part()) {
            case ALL -> page(query, own, "acquiredAt", Direction.DESC, TicketDocument::acquiredAt);
            case UPCOMING -> page(query, own.and("until").gt(now), "from", Direction.ASC, TicketQueries::beginning);
            case PAST -> page(query, own.and("until").lte(now), "from", Direction.DESC, TicketQueries::beginning);
        };
        Map<String, Night> known = page.items().stream()
                .map(TicketDocument::eventId)
                .distinct()
                .flatMap(event -> Stream.ofNullable(nightOf(event)))
                .collect(Collectors.toMap(night -> night.eventId().value(), Function.identity()));
        return new WalletPage(
                page.items().stream()
                        .map(ticket -> shown(ticket, known.get(ticket.eventId()), now))
                        .toList(),
                page.nextCursor());
    }

    private Rows.Page<TicketDocument> page(
            FindWallet query,
            Criteria criteria,
            String field,
            Direction direction,
            Function<TicketDocument, Object> value) {
        return tickets.page(criteria, field, direction, query.cursor(), query.limit(), value, TicketDocument::id);
    }

    /** Only tickets whose night is known are listed by it. */
    private static Object beginning(TicketDocument ticket) {
        return Objects.requireNonNull(ticket.from());
    }

    private WalletTicket shown(TicketDocument ticket, @Nullable Night night, Instant now) {
        Contact holder = personalData.open(ticket.holder(), Contact.class).orElse(null);
        return ticket.toWallet(codes, now, holder, night);
    }

    private @Nullable Night nightOf(String eventId) {
        return nights.find(eventId)
                .map(night -> night.toView(places.find(night.venueId()).orElse(null)))
                .orElse(null);
    }
}
