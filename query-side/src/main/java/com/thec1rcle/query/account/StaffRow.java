package com.thec1rcle.query.account;

import com.thec1rcle.kernel.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One member of one venue's roster, as far as rights go. */
record StaffRow(
        @Id String id,
        String venueId,
        String staffId,
        String emailFingerprint,
        StaffRole role,
        @Nullable String userId,
        boolean verified,
        boolean active,
        long version) {
    boolean counts() {
        return verified && active;
    }

    boolean waits() {
        return userId == null && active;
    }
}
