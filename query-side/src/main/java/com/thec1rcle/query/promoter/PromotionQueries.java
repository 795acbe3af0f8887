package com.thec1rcle.query.promoter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromotableEventList;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromotableEvents;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromotionRequests;
import com.thec1rcle.kernel.promoter.PromotionAccess;
import com.thec1rcle.kernel.promoter.PromotionRequestList;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers which events a promoter may sell, and who asked to sell one. */
@Component
class PromotionQueries {
    private final Rows<PromotableEventDocument> events;
    private final Rows<PromotionRequestDocument> requests;

    PromotionQueries(@Qualifier("views") MongoTemplate mongo) {
        events = new Rows<>(mongo, PromotableEventDocument.class, PromotableEventDocument.COLLECTION);
        requests = new Rows<>(mongo, PromotionRequestDocument.class, PromotionRequestDocument.COLLECTION);
    }

    @QueryHandler
    PromotableEventList find(FindPromotableEvents query) {
        PromoterId promoter = PromoterId.of(query.viewer().userId());
        Rows.Page<PromotableEventDocument> page = events.page(
                new Criteria()
                        .andOperator(
                                where("over").is(false),
                                where("enabled").is(true),
                                accessible(promoter, query.access())),
                "from",
                Direction.ASC,
                query.cursor(),
                query.limit(),
                PromotableEventDocument::from,
                PromotableEventDocument::id);
        return new PromotableEventList(
                page.items().stream().map(event -> event.toView(query.access())).toList(), page.nextCursor());
    }

    @QueryHandler
    PromotionRequestList find(FindPromotionRequests query) {
        PromotableEventDocument event =
                events.find(query.eventId().value()).orElseThrow(() -> QueryRefused.notFound("published event"));
        if (!mayAnswerFor(event, query.viewer())) {
            throw QueryRefused.forbidden();
        }
        Rows.Page<PromotionRequestDocument> page = requests.page(
                where("eventId").is(event.id()),
                "at",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                PromotionRequestDocument::at,
                PromotionRequestDocument::id);
        return new PromotionRequestList(
                page.items().stream().map(PromotionRequestDocument::toView).toList(), page.nextCursor());
    }

    private static Criteria accessible(PromoterId promoter, PromotionAccess access) {
        if (access == PromotionAccess.OPEN) {
            return new Criteria()
                    .orOperator(
                            where("selected").is(false), where("promoterIds").is(promoter.value()));
        }
        return where("selected").is(true).and("promoterIds").ne(promoter.value());
    }

    private static boolean mayAnswerFor(PromotableEventDocument event, Actor viewer) {
        EventCreator creator = event.creator();
        return viewer.has(PlatformRole.ADMIN)
                || (creator.isHost()
                        ? viewer.owns(new HostId(creator.id()))
                        : viewer.may(Permission.VIEW_EVENTS, new VenueId(creator.id())));
    }
}
