package com.thec1rcle.kernel.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's standing everywhere.
 *
 * @param platformRoles as granted by the platform, in the order of the enum
 * @param venues where the user's role counts at this moment
 * @param hosts owned by the user
 * @param invitations sent to the user's address and not yet tied to an account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessView(
        List<PlatformRole> platformRoles,
        List<Membership> venues,
        List<HostId> hosts,
        @Nullable PromoterId promoterId,
        List<Invitation> invitations) {
    /** The standing of somebody nobody has heard of. */
    public static final AccessView NONE = new AccessView(List.of(), List.of(), List.of(), null, List.of());

    public AccessView {
        platformRoles = List.copyOf(platformRoles);
        venues = List.copyOf(venues);
        hosts = List.copyOf(hosts);
        invitations = List.copyOf(invitations);
    }

    /** A role that counts at a venue. */
    public record Membership(VenueId venueId, StaffRole role) {}

    /** An invitation to a venue's staff that waits for its person. */
    public record Invitation(VenueId venueId, StaffId staffId) {}
}
