package com.thec1rcle.query.promoter;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkList;
import com.thec1rcle.kernel.promoter.LinkView;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindLink;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindLinks;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what promoters' links brought. */
@Component
class LinkQueries {
    private final MongoTemplate mongo;
    private final Rows<LinkDocument> links;

    LinkQueries(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
        links = new Rows<>(mongo, LinkDocument.class, LinkDocument.COLLECTION);
    }

    @QueryHandler
    LinkList find(FindLinks query) {
        Criteria criteria = where("promoterId")
                .is(Own.promoter(query.viewer(), query.promoterId()).value());
        if (query.eventId() != null) {
            criteria = criteria.and("eventId").is(query.eventId().value());
        }
        Rows.Page<LinkDocument> page = links.page(
                criteria,
                "createdAt",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                LinkDocument::createdAt,
                LinkDocument::id);
        return new LinkList(withTotals(page.items()), page.nextCursor());
    }

    @QueryHandler
    LinkView find(FindLink query) {
        LinkDocument link = links.find(query.linkId().value()).orElseThrow(() -> QueryRefused.notFound("link"));
        Own.promoter(query.viewer(), new PromoterId(link.promoterId()));
        return withTotals(List.of(link)).getFirst();
    }

    private List<LinkView> withTotals(List<LinkDocument> found) {
        List<String> ids = found.stream().map(LinkDocument::id).toList();
        Map<String, Clicks> clicks = clicks(where("linkId").in(ids));
        Map<String, Clicks> unique =
                clicks(where("linkId").in(ids).and("firstOfDay").is(true));
        Map<String, Sales> sales = sales(ids);
        return found.stream()
                .map(link -> view(
                        link,
                        count(clicks.get(link.id())),
                        count(unique.get(link.id())),
                        sales.getOrDefault(link.id(), Sales.none(link.id()))))
                .toList();
    }

    private Map<String, Clicks> clicks(Criteria criteria) {
        return byId(
                mongo.aggregate(
                                newAggregation(
                                        match(criteria), group("linkId").count().as("clicks")),
                                LinkClickDocument.COLLECTION,
                                Clicks.class)
                        .getMappedResults(),
                Clicks::id);
    }

    private Map<String, Sales> sales(List<String> ids) {
        return byId(
                mongo.aggregate(
                                newAggregation(
                                        match(where("linkId")
                                                .in(ids)
                                                .and("refunded")
                                                .is(false)),
                                        group("linkId")
                                                .count()
                                                .as("orders")
                                                .sum("tickets")
                                                .as("tickets")
                                                .sum("revenue.amount")
                                                .as("revenue")
                                                .sum("commission.amount")
                                                .as("commission")
                                                .first("revenue.currency")
                                                .as("currency")),
                                LinkOrderDocument.COLLECTION,
                                Sales.class)
                        .getMappedResults(),
                Sales::id);
    }

    private static LinkView view(LinkDocument link, long clicks, long uniqueClicks, Sales sales) {
        return new LinkView(
                new LinkId(link.id()),
                new PromoterId(link.promoterId()),
                new EventId(link.eventId()),
                link.code(),
                link.active(),
                link.expiresAt(),
                link.createdAt(),
                clicks,
                uniqueClicks,
                sales.orders(),
                sales.tickets(),
                new Money(sales.revenue(), sales.currency()),
                new Money(sales.commission(), sales.currency()));
    }

    private static long count(@Nullable Clicks clicks) {
        return clicks == null ? 0 : clicks.clicks();
    }

    private static <T> Map<String, T> byId(List<T> sums, Function<T, String> id) {
        return sums.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** How often a link was clicked. */
    record Clicks(@Id String id, long clicks) {}

    /** What came by a link and was not given back. */
    record Sales(@Id String id, long orders, long tickets, long revenue, long commission, String currency) {
        static Sales none(String link) {
            return new Sales(link, 0, 0, 0, 0, Money.INR);
        }
    }
}
