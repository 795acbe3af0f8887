package com.thec1rcle.query.notification;

import org.springframework.data.annotation.Id;

/** A user who follows, or followed, a venue, host or promoter. */
record Follower(@Id String id, String party, String userId, boolean following, long version) {}
