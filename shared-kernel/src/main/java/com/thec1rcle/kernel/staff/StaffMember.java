package com.thec1rcle.kernel.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member of a venue's staff as its managers see it; without contact once that has been erased. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffMember(
        StaffId staffId,
        VenueId venueId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        StaffRole role,
        Set<Permission> permissions,
        StaffStatus status,
        @Nullable UserId userId) {}
