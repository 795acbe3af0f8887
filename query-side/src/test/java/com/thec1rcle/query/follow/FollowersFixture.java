package com.thec1rcle.query.follow;

import org.springframework.data.mongodb.core.MongoTemplate;

public final class FollowersFixture {
    private FollowersFixture() {}

    public static Followers of(MongoTemplate mongo) {
        return new Followers(mongo);
    }
}
