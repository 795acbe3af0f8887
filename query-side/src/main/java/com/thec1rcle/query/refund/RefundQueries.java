package com.thec1rcle.query.refund;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.refund.CancellationProgress;
import com.thec1rcle.kernel.refund.RefundList;
import com.thec1rcle.kernel.refund.RefundQuery.FindCancellation;
import com.thec1rcle.kernel.refund.RefundQuery.FindRefund;
import com.thec1rcle.kernel.refund.RefundQuery.FindRefunds;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers guests about their own refunds, and those who decide about the refunds of their events. */
@Component
class RefundQueries {
    private final MongoTemplate mongo;
    private final Rows<RefundDocument> refunds;
    private final Rows<CalledOffEvent> events;

    RefundQueries(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
        this.refunds = new Rows<>(mongo, RefundDocument.class, RefundDocument.COLLECTION);
        this.events = new Rows<>(mongo, CalledOffEvent.class, CalledOffEvent.COLLECTION);
    }

    @QueryHandler
    RefundList find(FindRefunds query) {
        Rows.Page<RefundDocument> page = refunds.page(
                criteria(query),
                "at",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                RefundDocument::at,
                RefundDocument::id);
        return new RefundList(
                page.items().stream()
                        .map(refund -> refund.toView(query.viewer()))
                        .toList(),
                page.nextCursor());
    }

    /** Somebody else's refund is as good as none. */
    @QueryHandler
    RefundView find(FindRefund query) {
        return refunds.find(query.refundId().value())
                .filter(refund -> refund.isOf(query.viewer()) || refund.isDecidedBy(query.viewer()))
                .orElseThrow(() -> QueryRefused.notFound("refund"))
                .toView(query.viewer());
    }

    @QueryHandler
    CancellationProgress find(FindCancellation query) {
        CalledOffEvent event =
                events.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("cancelled event"));
        if (!event.mayBeSeenBy(query.viewer())) {
            throw QueryRefused.forbidden();
        }
        return Progress.of(groups(event)).asOf(new EventId(event.id()), event.at());
    }

    /** The orders that stood when the event was called off, and those placed since, by what became of them. */
    private List<Progress.Group> groups(CalledOffEvent event) {
        Criteria stood = new Criteria()
                .andOperator(
                        where("eventId").is(event.id()),
                        new Criteria()
                                .orOperator(
                                        where("endedAt").is(null),
                                        where("endedAt").gte(event.at())));
        return mongo.aggregate(
                        newAggregation(
                                match(stood),
                                group("end", "money")
                                        .first("end")
                                        .as("end")
                                        .first("money")
                                        .as("money")
                                        .count()
                                        .as("orders")
                                        .sum("amount")
                                        .as("amount")),
                        RefundedOrder.COLLECTION,
                        Progress.Group.class)
                .getMappedResults();
    }

    private static Criteria criteria(FindRefunds query) {
        List<Criteria> parts = new ArrayList<>();
        if (!keepsBooks(query.viewer())) {
            parts.add(ofConcern(query.viewer()));
        }
        if (query.eventId() != null) {
            parts.add(where("eventId").is(query.eventId().value()));
        }
        if (query.orderId() != null) {
            parts.add(where("orderId").is(query.orderId().value()));
        }
        if (query.status() != null) {
            parts.add(where("status").is(query.status()));
        }
        return parts.isEmpty() ? new Criteria() : new Criteria().andOperator(parts);
    }

    private static boolean keepsBooks(Actor viewer) {
        return viewer.has(PlatformRole.FINANCE) || viewer.has(PlatformRole.ADMIN);
    }

    private static Criteria ofConcern(Actor viewer) {
        List<String> venues = viewer.venues().keySet().stream()
                .filter(venue -> viewer.may(Permission.VIEW_FINANCE, venue))
                .map(VenueId::value)
                .toList();
        List<String> hosts = viewer.hosts().stream().map(HostId::value).toList();
        return new Criteria()
                .orOperator(
                        where("accountId").is(viewer.userId().value()),
                        ofCreators(EventCreator.Type.HOST, hosts),
                        ofCreators(EventCreator.Type.VENUE, venues));
    }

    private static Criteria ofCreators(EventCreator.Type type, List<String> ids) {
        return where("creator.type").is(type).and("creator.id").in(ids);
    }
}
