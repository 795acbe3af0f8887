package com.thec1rcle.query.event;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventList;
import com.thec1rcle.kernel.event.EventQuery.FindEvent;
import com.thec1rcle.kernel.event.EventQuery.FindOwnEvents;
import com.thec1rcle.kernel.event.EventQuery.FindPublicEvents;
import com.thec1rcle.kernel.event.EventSort;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.EventView;
import com.thec1rcle.kernel.event.TierView;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what there is to see of events. */
@Component
class EventQueries {
    private final Rows<EventDocument> events;
    private final Rows<TierDocument> tiers;
    private final Rows<NameDocument> names;
    private final Clock clock;

    EventQueries(@Qualifier("views") MongoTemplate mongo, Clock clock) {
        this.events = new Rows<>(mongo, EventDocument.class, EventsProjection.EVENTS);
        this.tiers = new Rows<>(mongo, TierDocument.class, EventsProjection.TIERS);
        this.names = new Rows<>(mongo, NameDocument.class, EventsProjection.NAMES);
        this.clock = clock;
    }

    @QueryHandler
    EventList handle(FindPublicEvents query) {
        Criteria criteria = new Criteria().andOperator(wanted(query));
        return list(criteria, Order.of(query.sort()), query.cursor(), query.limit());
    }

    @QueryHandler
    EventList handle(FindOwnEvents query) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(ownedBy(query.viewer()));
        is(wanted, "venueId", query.venueId() == null ? null : query.venueId().value());
        is(wanted, "hostId", query.hostId() == null ? null : query.hostId().value());
        is(wanted, "status", query.status());
        return list(new Criteria().andOperator(wanted), Order.LATEST_DRAFT, query.cursor(), query.limit());
    }

    @QueryHandler
    EventView handle(FindEvent query) {
        EventDocument event = events.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("event"));
        boolean insider = event.isOf(query.viewer());
        if (!insider && !event.isKnownToAll()) {
            throw QueryRefused.notFound("event");
        }
        Instant now = clock.instant();
        List<TierView> offers = event.tierIds().stream()
                .map(tiers::find)
                .flatMap(Optional::stream)
                .filter(tier -> insider || tier.opensWith(query.accessCode()))
                .map(tier -> tier.toView(now, event.limits().maxPerOrder(), insider))
                .toList();
        return event.toView(now, new KnownNames(), offers, insider);
    }

    private List<Criteria> wanted(FindPublicEvents query) {
        Instant now = clock.instant();
        Instant after = query.from() == null || query.from().isBefore(now) ? now : query.from();
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(where("status").in(EventStatus.SCHEDULED, EventStatus.LIVE));
        wanted.add(where("until").gt(after));
        if (query.to() != null) {
            wanted.add(where("from").lt(query.to()));
        }
        is(wanted, "cityKey", EventDocument.key(query.city()));
        is(wanted, "categoryKey", EventDocument.key(query.category()));
        is(wanted, "venueId", query.venueId() == null ? null : query.venueId().value());
        is(wanted, "hostId", query.hostId() == null ? null : query.hostId().value());
        if (query.maxPrice() != null) {
            wanted.add(where("lowestPrice").lte(query.maxPrice()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            String words = query.text().strip().toLowerCase(Locale.ROOT);
            wanted.add(where("search").regex(Pattern.quote(words)));
        }
        return wanted;
    }

    private static Criteria ownedBy(Actor viewer) {
        List<String> hosts = viewer.hosts().stream().map(HostId::value).toList();
        List<String> venues = viewer.venues().keySet().stream()
                .filter(venue -> viewer.may(Permission.VIEW_EVENTS, venue))
                .map(VenueId::value)
                .toList();
        return new Criteria()
                .orOperator(
                        where("hostId").in(hosts),
                        where("creatorType")
                                .is(EventCreator.Type.VENUE)
                                .and("creatorId")
                                .in(venues),
                        where("handedIn").is(true).and("venueId").in(venues));
    }

    private static void is(List<Criteria> wanted, String field, @Nullable Object value) {
        if (value != null) {
            wanted.add(where(field).is(value));
        }
    }

    private EventList list(Criteria criteria, Order order, @Nullable String cursor, int limit) {
        Rows.Page<EventDocument> page =
                events.page(criteria, order.field, order.direction, cursor, limit, order.value, EventDocument::id);
        Instant now = clock.instant();
        KnownNames known = new KnownNames();
        return new EventList(
                page.items().stream().map(event -> event.toSummary(now, known)).toList(), page.nextCursor());
    }

    private enum Order {
        DATE("from", Direction.ASC, event -> Objects.requireNonNull(event.from())),
        NEWEST("publishedAt", Direction.DESC, event -> Objects.requireNonNull(event.publishedAt())),
        PRICE("lowestPrice", Direction.ASC, EventDocument::lowestPrice),
        LATEST_DRAFT("draftedAt", Direction.DESC, EventDocument::draftedAt);

        private final String field;
        private final Direction direction;
        private final Function<EventDocument, Object> value;

        Order(String field, Direction direction, Function<EventDocument, Object> value) {
            this.field = field;
            this.direction = direction;
            this.value = value;
        }

        static Order of(EventSort sort) {
            return switch (sort) {
                case DATE -> DATE;
                case NEWEST -> NEWEST;
                case PRICE -> PRICE;
            };
        }
    }

    /** Looks each name up once for an answer. */
    private final class KnownNames implements EventDocument.Names {
        private final Map<String, Optional<String>> known = new HashMap<>();

        @Override
        public @Nullable String of(@Nullable HostId host) {
            return host == null ? null : name(NameDocument.key(host));
        }

        @Override
        public @Nullable String of(@Nullable VenueId venue) {
            return venue == null ? null : name(NameDocument.key(venue));
        }

        private @Nullable String name(String key) {
            return known.computeIfAbsent(key, id -> names.find(id).map(NameDocument::name))
                    .orElse(null);
        }
    }
}
