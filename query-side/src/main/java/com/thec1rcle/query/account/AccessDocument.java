package com.thec1rcle.query.account;

import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Invitation;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The standing of one user, or the open invitations of one address. Each part is set by its own cause, so that causes
 * may come in any order; keys of maps are hashes, for ids may hold dots.
 *
 * @param roleVersion the event that set the platform roles
 */
record AccessDocument(
        @Id String id,
        @Nullable Map<String, Standing> venues,
        @Nullable Map<String, String> hosts,
        @Nullable String promoterId,
        @Nullable List<PlatformRole> platformRoles,
        @Nullable Long roleVersion,
        @Nullable Map<String, Pending> invitations) {
    /** What a user is at one venue: its owner, or what the roster says, if it counts. */
    record Standing(
            @Nullable String venueId,
            @Nullable Boolean owner,
            @Nullable Map<String, StaffRole> staff) {
        Stream<Membership> membership() {
            if (venueId == null) {
                return Stream.empty();
            }
            VenueId venue = new VenueId(venueId);
            if (Boolean.TRUE.equals(owner)) {
                return Stream.of(new Membership(venue, StaffRole.OWNER));
            }
            return Stream.ofNullable(staff)
                    .flatMap(roles -> roles.values().stream())
                    .min(Comparator.naturalOrder())
                    .map(role -> new Membership(venue, role))
                    .stream();
        }
    }

    record Pending(String venueId, String staffId) {}

    AccessView toView(List<Invitation> pending) {
        return new AccessView(
                platformRoles == null
                        ? List.of()
                        : platformRoles.stream().sorted().toList(),
                Stream.ofNullable(venues)
                        .flatMap(all -> all.values().stream())
                        .flatMap(Standing::membership)
                        .sorted(Comparator.comparing(
                                membership -> membership.venueId().value()))
                        .toList(),
                Stream.ofNullable(hosts)
                        .flatMap(all -> all.values().stream())
                        .sorted()
                        .map(HostId::new)
                        .toList(),
                promoterId == null ? null : new PromoterId(promoterId),
                pending);
    }

    List<Invitation> openInvitations() {
        return Stream.ofNullable(invitations)
                .flatMap(all -> all.values().stream())
                .map(open -> new Invitation(new VenueId(open.venueId()), new StaffId(open.staffId())))
                .sorted(Comparator.comparing(invitation -> invitation.staffId().value()))
                .toList();
    }

    static String ofUser(String userId) {
        return "user|" + userId;
    }

    static String ofAddress(String emailFingerprint) {
        return "address|" + emailFingerprint;
    }
}
