package com.thec1rcle.query.payout;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.payout.PayoutList;
import com.thec1rcle.kernel.payout.PayoutQuery.FindAllPayouts;
import com.thec1rcle.kernel.payout.PayoutQuery.FindPayouts;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.promoter.Own;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers where payouts stand. */
@Component
class PayoutQueries {
    private final Rows<PayoutDocument> payouts;

    PayoutQueries(@Qualifier("views") MongoTemplate mongo) {
        payouts = new Rows<>(mongo, PayoutDocument.class, PayoutDocument.COLLECTION);
    }

    @QueryHandler
    PayoutList find(FindPayouts query) {
        String promoter = Own.promoter(query.viewer(), query.promoterId()).value();
        return list(where("promoterId").is(promoter), query.cursor(), query.limit());
    }

    @QueryHandler
    PayoutList find(FindAllPayouts query) {
        if (!query.viewer().has(PlatformRole.FINANCE) && !query.viewer().has(PlatformRole.ADMIN)) {
            throw QueryRefused.forbidden();
        }
        Criteria criteria =
                query.status() == null ? new Criteria() : where("status").is(query.status());
        return list(criteria, query.cursor(), query.limit());
    }

    private PayoutList list(Criteria criteria, @Nullable String cursor, int limit) {
        Rows.Page<PayoutDocument> page = payouts.page(
                criteria,
                "requestedAt",
                Direction.DESC,
                cursor,
                limit,
                PayoutDocument::requestedAt,
                PayoutDocument::id);
        return new PayoutList(page.items().stream().map(PayoutDocument::toView).toList(), page.nextCursor());
    }
}
