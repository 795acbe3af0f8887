package com.thec1rcle.query.follow;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.query.config.Rows;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Counts followers, row by row. */
@Component
public class Followers {
    private final Rows<FollowDocument> follows;

    Followers(@Qualifier("views") MongoTemplate mongo) {
        this.follows = new Rows<>(mongo, FollowDocument.class, FollowProjection.COLLECTION);
    }

    /** How many follow the target now. */
    public long of(FollowTarget target) {
        return follows.count(where("targetId")
                .is(target.id())
                .and("targetType")
                .is(target.type())
                .and("following")
                .is(true));
    }
}
