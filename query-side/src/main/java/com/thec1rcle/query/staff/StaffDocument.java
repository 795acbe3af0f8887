package com.thec1rcle.query.staff;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffMember;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.staff.StaffStatus;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A member of a venue's staff in the views; the contact stays sealed there. */
record StaffDocument(
        @Id String id,
        String venueId,
        Sealed contact,
        StaffRole role,
        @Nullable String userId,
        boolean verified,
        boolean active,
        Instant invitedAt,
        long version) {

    StaffMember toView(@Nullable Contact opened) {
        return new StaffMember(
                new StaffId(id),
                new VenueId(venueId),
                opened == null ? null : opened.name(),
                opened == null ? null : opened.email(),
                opened == null ? null : opened.phone(),
                role,
                role.permissions(),
                status(),
                userId == null ? null : new UserId(userId));
    }

    private StaffStatus status() {
        if (!active) {
            return StaffStatus.DEACTIVATED;
        }
        if (verified) {
            return StaffStatus.ACTIVE;
        }
        return userId == null ? StaffStatus.INVITED : StaffStatus.LINKED;
    }
}
