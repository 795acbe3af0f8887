package com.thec1rcle.query.promoter;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promoter.CommissionList;
import com.thec1rcle.kernel.promoter.CommissionStatus;
import com.thec1rcle.kernel.promoter.CommissionTotals;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindBalance;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindCommissions;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.promoter.ReserveDocument.State;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what promoters earned and what became of it; sums are over rows, in the platform's currency. */
@Component
class CommissionQueries {
    private static final String CURRENCY = Money.INR;

    private final MongoTemplate mongo;
    private final Rows<CommissionDocument> commissions;

    CommissionQueries(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
        commissions = new Rows<>(mongo, CommissionDocument.class, CommissionDocument.COLLECTION);
    }

    @QueryHandler
    CommissionList find(FindCommissions query) {
        @Nullable PromoterId promoter = Own.promoterOrAll(query.viewer(), query.promoterId());
        Criteria criteria = of(promoter);
        if (query.eventId() != null) {
            criteria = criteria.and("eventId").is(query.eventId().value());
        }
        if (query.status() != null) {
            criteria = criteria.and("status").is(query.status());
        }
        Rows.Page<CommissionDocument> page = commissions.page(
                criteria,
                "at",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                CommissionDocument::at,
                CommissionDocument::id);
        return new CommissionList(
                totals(promoter),
                page.items().stream().map(CommissionDocument::toView).toList(),
                page.nextCursor());
    }

    @QueryHandler
    CommissionTotals find(FindBalance query) {
        return totals(Own.promoter(query.viewer(), query.promoterId()));
    }

    private CommissionTotals totals(@Nullable PromoterId promoter) {
        Map<String, Long> earned = sums(CommissionDocument.COLLECTION, "status", promoter);
        Map<String, Long> taken = sums(ReserveDocument.COLLECTION, "state", promoter);
        long pending = earned.getOrDefault(CommissionStatus.EARNED.name(), 0L);
        long released = earned.getOrDefault(CommissionStatus.PAYABLE.name(), 0L);
        long reserved = taken.getOrDefault(State.RESERVED.name(), 0L);
        long paid = taken.getOrDefault(State.SPENT.name(), 0L);
        return new CommissionTotals(
                money(Math.addExact(pending, released)),
                money(pending),
                money(released - reserved - paid),
                money(reserved),
                money(paid));
    }

    private Map<String, Long> sums(String collection, String field, @Nullable PromoterId promoter) {
        return mongo
                .aggregate(
                        newAggregation(
                                match(of(promoter).and("amount.currency").is(CURRENCY)),
                                group(field).sum("amount.amount").as("amount")),
                        collection,
                        Sum.class)
                .getMappedResults()
                .stream()
                .collect(Collectors.toMap(Sum::id, Sum::amount));
    }

    private static Criteria of(@Nullable PromoterId promoter) {
        return promoter == null ? new Criteria() : where("promoterId").is(promoter.value());
    }

    private static Money money(long amount) {
        return new Money(amount, CURRENCY);
    }

    /** What rows of one kind add up to. */
    record Sum(@Id String id, long amount) {}
}
