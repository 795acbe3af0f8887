package com.thec1rcle.command.follow;

import static com.thec1rcle.command.follow.Refused.refusal;
import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.follow.FollowCommand.Follow;
import com.thec1rcle.kernel.follow.FollowCommand.Unfollow;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.kernel.follow.FollowId;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final UserId USER = new UserId("user-1");
    private static final FollowTarget TARGET = new FollowTarget(FollowTarget.Type.HOST, "host-1");
    private static final FollowId ID = FollowId.of(USER, TARGET);
    private static final Map<String, String> ACTOR = ActorMetadata.of(Actor.user(USER));

    private final AggregateTestFixture<Following> fixture = new AggregateTestFixture<>(Following.class);

    @Test
    void aUserFollows() {
        fixture.givenNoPriorActivity().when(new Follow(ID, TARGET), ACTOR).expectEvents(followed());
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        fixture.given(followed()).when(new Follow(ID, TARGET), ACTOR).expectNoEvents();
    }

    @Test
    void aFollowerUnfollows() {
        fixture.given(followed()).when(new Unfollow(ID, TARGET), ACTOR).expectEvents(unfollowed());
    }

    @Test
    void unfollowingTwiceIsUnfollowingOnce() {
        fixture.given(followed(), unfollowed())
                .when(new Unfollow(ID, TARGET), ACTOR)
                .expectNoEvents();
    }

    @Test
    void unfollowingWhatWasNeverFollowedIsFine() {
        fixture.givenNoPriorActivity()
                .when(new Unfollow(ID, TARGET), ACTOR)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void oneMayFollowAgain() {
        fixture.given(followed(), unfollowed())
                .when(new Follow(ID, TARGET), ACTOR)
                .expectEvents(followed());
    }

    @Test
    void nobodyFollowsForAnother() {
        Map<String, String> other = ActorMetadata.of(Actor.user(new UserId("user-2")));
        fixture.givenNoPriorActivity()
                .when(new Follow(ID, TARGET), other)
                .expectNoEvents()
                .expectException(refusal(FORBIDDEN));
        fixture.given(followed())
                .when(new Unfollow(ID, TARGET), other)
                .expectNoEvents()
                .expectException(refusal(FORBIDDEN));
    }

    @Test
    void whoIsNotSignedInDoesNotFollow() {
        FollowId id = FollowId.of(Actor.ANONYMOUS.userId(), TARGET);
        fixture.givenNoPriorActivity()
                .when(new Follow(id, TARGET), ActorMetadata.of(Actor.ANONYMOUS))
                .expectNoEvents()
                .expectException(refusal(FORBIDDEN));
    }

    private static Followed followed() {
        return new Followed(ID, USER, TARGET);
    }

    private static Unfollowed unfollowed() {
        return new Unfollowed(ID, USER, TARGET);
    }
}
