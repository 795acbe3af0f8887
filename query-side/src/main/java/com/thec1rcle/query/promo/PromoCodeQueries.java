package com.thec1rcle.query.promo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.promo.PromoCodeList;
import com.thec1rcle.kernel.promo.PromoCodeQuery.FindPromoCodes;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers those who make an event's promo codes; a code is worth money, so nobody else sees it. */
@Component
class PromoCodeQueries {
    private final Rows<PromoCodeDocument> codes;
    private final Rows<PromoCodeOwnerDocument> owners;
    private final Clock clock;

    PromoCodeQueries(@Qualifier("views") MongoTemplate mongo, Clock clock) {
        codes = new Rows<>(mongo, PromoCodeDocument.class, PromoCodeDocument.COLLECTION);
        owners = new Rows<>(mongo, PromoCodeOwnerDocument.class, PromoCodeOwnerDocument.COLLECTION);
        this.clock = clock;
    }

    @QueryHandler
    PromoCodeList find(FindPromoCodes query) {
        PromoCodeOwnerDocument owner =
                owners.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("event"));
        if (!owner.creator().isServedBy(query.viewer())) {
            throw QueryRefused.forbidden();
        }
        Instant now = clock.instant();
        Rows.Page<PromoCodeDocument> page = codes.page(
                where("eventId").is(query.eventId().value()),
                "createdAt",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                PromoCodeDocument::createdAt,
                PromoCodeDocument::id);
        return new PromoCodeList(
                page.items().stream().map(code -> code.toView(now)).toList(), page.nextCursor());
    }
}
