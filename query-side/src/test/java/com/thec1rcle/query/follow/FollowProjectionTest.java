package com.thec1rcle.query.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.kernel.follow.FollowId;
import com.thec1rcle.kernel.follow.FollowList;
import com.thec1rcle.kernel.follow.FollowQuery.FindFollows;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.follow.FollowView;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.query.config.ProjectionRun;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowProjectionTest {
    private static final UserId ASHA = new UserId("asha");
    private static final UserId BILAL = new UserId("bilal");
    private static final FollowTarget HOST = new FollowTarget(FollowTarget.Type.HOST, "host-1");
    private static final FollowTarget VENUE = new FollowTarget(FollowTarget.Type.VENUE, "host-1");

    private final ViewsFixture views = ViewsFixture.start();
    private final ProjectionRun run = new ProjectionRun(views.mongo(), new FollowProjection(views.mongo()));
    private final Followers followers = new Followers(views.mongo());
    private final FollowQueries queries = new FollowQueries(views.mongo());

    @BeforeEach
    void peopleComeAndGo() {
        follow(ASHA, HOST);
        follow(BILAL, HOST);
        follow(ASHA, VENUE);
        unfollow(BILAL, HOST);
        follow(BILAL, HOST);
        unfollow(ASHA, HOST);
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void theCountIsThatOfThoseWhoFollowNow() {
        assertThat(followers.of(HOST)).isEqualTo(1);
        assertThat(followers.of(VENUE)).isEqualTo(1);
        assertThat(followers.of(new FollowTarget(FollowTarget.Type.PROMOTER, "host-1")))
                .isZero();
    }

    @Test
    void oneSeesWhatOneFollowsLatestFirst() {
        follow(ASHA, new FollowTarget(FollowTarget.Type.HOST, "host-2"));
        FollowList first = queries.handle(new FindFollows(Actor.user(ASHA), null, null, 1));
        assertThat(first.items()).containsExactly(new FollowView(FollowTarget.Type.HOST, "host-2", run.now()));
        FollowList second = queries.handle(new FindFollows(Actor.user(ASHA), null, first.nextCursor(), 1));
        assertThat(second.items()).extracting(FollowView::targetType).containsExactly(FollowTarget.Type.VENUE);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void oneMayAskForOneTypeOnly() {
        assertThat(queries.handle(new FindFollows(Actor.user(ASHA), FollowTarget.Type.HOST, null, 50))
                        .items())
                .isEmpty();
        assertThat(queries.handle(new FindFollows(Actor.user(ASHA), FollowTarget.Type.VENUE, null, 50))
                        .items())
                .hasSize(1);
    }

    @Test
    void whoIsNotSignedInFollowsNothing() {
        assertThatThrownBy(() -> queries.handle(new FindFollows(Actor.ANONYMOUS, null, null, 50)))
                .isInstanceOf(QueryRefused.class);
    }

    @Test
    void handledAgainNothingChanges() {
        var before = run.everything();
        run.again();
        assertThat(run.everything()).isEqualTo(before);
    }

    @Test
    void rebuiltItIsTheSame() {
        var before = run.everything();
        run.rebuild();
        assertThat(run.everything()).isEqualTo(before);
    }

    private void follow(UserId user, FollowTarget target) {
        FollowId id = FollowId.of(user, target);
        run.happens(id, new Followed(id, user, target));
    }

    private void unfollow(UserId user, FollowTarget target) {
        FollowId id = FollowId.of(user, target);
        run.happens(id, new Unfollowed(id, user, target));
    }
}
