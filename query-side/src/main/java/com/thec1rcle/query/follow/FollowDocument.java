package com.thec1rcle.query.follow;

import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.follow.FollowView;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/** One user and one target; it stays when the user follows no more, so that an event handled late finds it changed. */
record FollowDocument(
        @Id String id,
        String userId,
        FollowTarget.Type targetType,
        String targetId,
        boolean following,
        Instant since,
        long version) {
    FollowView toView() {
        return new FollowView(targetType, targetId, since);
    }
}
