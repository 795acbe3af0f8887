package com.thec1rcle.kernel.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what a user follows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowList(List<FollowView> items, @Nullable String nextCursor) {}
