package com.thec1rcle.query.follow;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Keeps a row per user and target. */
@Projection
@ProcessingGroup(FollowProjection.GROUP)
class FollowProjection {
    static final String GROUP = "projection-follow";
    static final String COLLECTION = "follows";

    private final Rows<FollowDocument> follows;

    FollowProjection(@Qualifier("views") MongoTemplate mongo) {
        this.follows = new Rows<>(mongo, FollowDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "userId", "targetId");
    }

    @EventHandler
    void on(Followed event, @SequenceNumber long version, @Timestamp Instant at) {
        String id = event.followId().value();
        follows.insertIfAbsent(new FollowDocument(
                id,
                event.userId().value(),
                event.target().type(),
                event.target().id(),
                true,
                at,
                version));
        follows.advance(id, version, update("following", true).set("since", at));
    }

    @EventHandler
    void on(Unfollowed event, @SequenceNumber long version) {
        follows.advance(event.followId().value(), version, update("following", false));
    }

    @ResetHandler
    void reset() {
        follows.clear();
    }
}
