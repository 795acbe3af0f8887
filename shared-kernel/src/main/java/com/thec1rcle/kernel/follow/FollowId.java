package com.thec1rcle.kernel.follow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Identifier;

/** Identifies a user's following of one target; derived from the pair. */
public record FollowId(@JsonValue String value) implements Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FollowId {
        Identifier.requireForm(value);
    }

    public static FollowId of(UserId user, FollowTarget target) {
        return new FollowId(
                Identifier.derive("follow", user.value(), target.type().name(), target.id()));
    }

    @Override
    public String toString() {
        return value;
    }
}
