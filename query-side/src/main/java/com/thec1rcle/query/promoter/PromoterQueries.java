package com.thec1rcle.query.promoter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterList;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromoter;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromoters;
import com.thec1rcle.kernel.promoter.PromoterView;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers who the promoters are. */
@Component
class PromoterQueries {
    private final Rows<PromoterDocument> promoters;

    PromoterQueries(@Qualifier("views") MongoTemplate mongo) {
        promoters = new Rows<>(mongo, PromoterDocument.class, PromoterDocument.COLLECTION);
    }

    @QueryHandler
    PromoterList find(FindPromoters query) {
        if (!query.viewer().has(PlatformRole.ADMIN)) {
            throw QueryRefused.forbidden();
        }
        Criteria criteria =
                query.approved() == null ? new Criteria() : where("approved").is(query.approved());
        Rows.Page<PromoterDocument> page = promoters.page(
                criteria,
                "openedAt",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                PromoterDocument::openedAt,
                PromoterDocument::id);
        return new PromoterList(
                page.items().stream().map(PromoterDocument::toView).toList(), page.nextCursor());
    }

    @QueryHandler
    PromoterView find(FindPromoter query) {
        if (!query.viewer().has(PlatformRole.ADMIN)
                && !query.promoterId().equals(PromoterId.of(query.viewer().userId()))) {
            throw QueryRefused.forbidden();
        }
        return promoters
                .find(query.promoterId().value())
                .map(PromoterDocument::toView)
                .orElseThrow(() -> QueryRefused.notFound("promoter"));
    }
}
