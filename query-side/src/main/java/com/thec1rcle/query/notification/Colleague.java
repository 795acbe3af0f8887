package com.thec1rcle.query.notification;

import com.thec1rcle.kernel.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A member of a venue's staff.
 *
 * @param userId absent until the invitation is tied to an account
 */
record Colleague(
        @Id String id,
        String venueId,
        @Nullable String userId,
        StaffRole role,
        boolean verified,
        boolean active,
        long version) {}
