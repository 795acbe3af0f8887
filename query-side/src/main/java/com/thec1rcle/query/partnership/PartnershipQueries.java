package com.thec1rcle.query.partnership;

import com.thec1rcle.kernel.partnership.PartnershipList;
import com.thec1rcle.kernel.partnership.PartnershipQuery.FindPartnership;
import com.thec1rcle.kernel.partnership.PartnershipQuery.FindPartnerships;
import com.thec1rcle.kernel.partnership.PartnershipView;
import com.thec1rcle.query.config.Parties;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what the two sides may ask about partnerships. */
@Component
final class PartnershipQueries {
    private final Rows<PartnershipDocument> partnerships;

    PartnershipQueries(@Qualifier("views") MongoTemplate mongo) {
        partnerships = new Rows<>(mongo, PartnershipDocument.class, PartnershipProjection.COLLECTION);
    }

    @QueryHandler
    PartnershipView handle(FindPartnership query) {
        PartnershipDocument partnership = partnerships
                .find(query.partnershipId().value())
                .orElseThrow(() -> QueryRefused.notFound("partnership"));
        Parties.require(query.viewer(), partnership.hostId(), partnership.venueId());
        return partnership.toView();
    }

    @QueryHandler
    PartnershipList handle(FindPartnerships query) {
        Criteria criteria = Parties.documents(query.viewer(), query.venueId(), query.hostId());
        if (query.status() != null) {
            criteria = criteria.and("status").is(query.status());
        }
        var page = partnerships.page(
                criteria,
                "requestedAt",
                Sort.Direction.DESC,
                query.cursor(),
                query.limit(),
                PartnershipDocument::requestedAt,
                PartnershipDocument::id);
        return new PartnershipList(
                page.items().stream().map(PartnershipDocument::toView).toList(), page.nextCursor());
    }
}
