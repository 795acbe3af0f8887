package com.thec1rcle.kernel.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: resolved once at the edge, carried by every command.
 *
 * @param emailFingerprint keyed hash of the verified email address, absent when none is verified
 */
public record Actor(
        UserId userId,
        @Nullable String emailFingerprint,
        Set<PlatformRole> platformRoles,
        Map<VenueId, StaffRole> venues,
        Set<HostId> hosts,
        @Nullable PromoterId promoterId) {

    /** The system itself: processes and timers act as this. */
    public static final Actor SYSTEM = new Actor(new UserId("system"), null, Set.of(), Map.of(), Set.of(), null);

    /** Somebody who has not said who they are: a user with no rights at all. */
    public static final Actor ANONYMOUS = user(new UserId("anonymous"));

    public Actor {
        platformRoles = Set.copyOf(platformRoles);
        venues = Map.copyOf(venues);
        hosts = Set.copyOf(hosts);
    }

    public static Actor user(UserId userId) {
        return new Actor(userId, null, Set.of(), Map.of(), Set.of(), null);
    }

    @JsonIgnore
    public boolean isSystem() {
        return userId.equals(SYSTEM.userId);
    }

    @JsonIgnore
    public boolean isAnonymous() {
        return userId.equals(ANONYMOUS.userId);
    }

    public boolean may(Permission permission, VenueId venueId) {
        StaffRole role = venues.get(venueId);
        return role != null && role.may(permission);
    }

    public boolean owns(HostId hostId) {
        return hosts.contains(hostId);
    }

    public boolean has(PlatformRole role) {
        return platformRoles.contains(role);
    }

    /** Refuses with FORBIDDEN unless the actor holds the permission at the venue. */
    public void require(Permission permission, VenueId venueId) throws Refusal {
        if (!may(permission, venueId)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "You may not do this at this venue.");
        }
    }

    /** Refuses with FORBIDDEN unless the actor owns the host. */
    public void requireHost(HostId hostId) throws Refusal {
        if (!owns(hostId)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only the owner of this host may do this.");
        }
    }

    /** Refuses with FORBIDDEN unless the actor holds the platform role. */
    public void require(PlatformRole role) throws Refusal {
        if (!has(role)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This needs the platform role " + role + ".");
        }
    }

    /** Refuses with FORBIDDEN unless the actor is the system itself. */
    public void requireSystem() throws Refusal {
        if (!isSystem()) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only the system itself does this.");
        }
    }

    /** Refuses with FORBIDDEN unless the actor is this user. */
    public void requireSelf(UserId user) throws Refusal {
        if (!userId.equals(user)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only the person concerned may do this.");
        }
    }
}
