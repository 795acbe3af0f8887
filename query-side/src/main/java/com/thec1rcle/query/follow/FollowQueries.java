package com.thec1rcle.query.follow;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.follow.FollowList;
import com.thec1rcle.kernel.follow.FollowQuery.FindFollows;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what a user follows. */
@Component
class FollowQueries {
    private final Rows<FollowDocument> follows;

    FollowQueries(@Qualifier("views") MongoTemplate mongo) {
        this.follows = new Rows<>(mongo, FollowDocument.class, FollowProjection.COLLECTION);
    }

    @QueryHandler
    FollowList handle(FindFollows query) {
        if (query.viewer().isAnonymous()) {
            throw QueryRefused.forbidden();
        }
        Criteria own = where("userId")
                .is(query.viewer().userId().value())
                .and("following")
                .is(true);
        if (query.targetType() != null) {
            own = own.and("targetType").is(query.targetType());
        }
        Rows.Page<FollowDocument> page = follows.page(
                own,
                "since",
                Sort.Direction.DESC,
                query.cursor(),
                query.limit(),
                FollowDocument::since,
                FollowDocument::id);
        return new FollowList(page.items().stream().map(FollowDocument::toView).toList(), page.nextCursor());
    }
}
