package com.thec1rcle.api.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowIT extends ApplicationIT {
    private Person fan;
    private String host;

    @BeforeEach
    void aHostSignsUp() {
        fan = night.register("Farah Fan");
        host = night.host(night.register("Hana Host"));
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        night.post("/api/follow", fan, target()).is(204);
        night.post("/api/follow", fan, target()).is(204);
        night.post("/api/follow", night.register("Gita Guest"), target()).is(204);
        assertThat(followers()).isEqualTo(2);
        assertThat(night.get("/api/follow", fan).is(200).text("items.0.targetId"))
                .isEqualTo(host);
    }

    @Test
    void unfollowingTwiceIsUnfollowingOnce() {
        night.post("/api/follow", fan, target()).is(204);
        night.delete("/api/follow", fan, target()).is(204);
        night.delete("/api/follow?targetType=HOST&targetId=" + host, fan, null).is(204);
        assertThat(followers()).isZero();
        assertThat(night.get("/api/follow", fan).is(200).at("items").isEmpty()).isTrue();
    }

    @Test
    void whatDoesNotExistCannotBeFollowed() {
        night.post("/api/follow", fan, Map.of("targetType", "VENUE", "targetId", host))
                .isProblem(404, "FOLLOW_TARGET_UNKNOWN");
        night.delete("/api/follow", fan, Map.of("targetType", "VENUE", "targetId", host))
                .is(204);
    }

    @Test
    void aRequestThatNamesNothingIsMalformed() {
        night.post("/api/follow", fan, Map.of("targetType", "HOST")).isProblem(400, "VALIDATION_FAILED");
        night.delete("/api/follow", fan, null).isProblem(400, "VALIDATION_FAILED");
        night.post("/api/follow", fan, Map.of("targetType", "STAR", "targetId", host))
                .is(400);
    }

    @Test
    void onlyWhoIsSignedInFollows() {
        night.post("/api/follow", null, target()).isProblem(401, "UNAUTHENTICATED");
        night.delete("/api/follow", null, target()).isProblem(401, "UNAUTHENTICATED");
        night.get("/api/follow", null).isProblem(401, "UNAUTHENTICATED");
    }

    private Map<String, Object> target() {
        return Map.of("targetType", "HOST", "targetId", host);
    }

    private long followers() {
        return night.get("/api/profile?type=HOST&id=" + host, null).is(200).number("followers");
    }
}
