package com.thec1rcle.kernel.staff;

import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask about a venue's staff; the venue holds the roster. */
public sealed interface StaffCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    VenueId venueId();

    /** Invites a person by email; refused with STAFF_ALREADY_INVITED if the address is on the roster. */
    record InviteStaff(VenueId venueId, StaffId staffId, Sealed contact, String emailFingerprint, StaffRole role)
            implements StaffCommand {}

    /** Ties the invitation to the account that signed in with its verified email. */
    record LinkStaff(VenueId venueId, StaffId staffId) implements StaffCommand {}

    /** Lets the permissions of a linked member count. */
    record VerifyStaff(VenueId venueId, StaffId staffId) implements StaffCommand {}

    /** Gives a member another role; nobody changes their own. */
    record ChangeStaffRole(VenueId venueId, StaffId staffId, StaffRole role) implements StaffCommand {}

    /** Takes a member's permissions away at once. */
    record DeactivateStaff(VenueId venueId, StaffId staffId) implements StaffCommand {}

    /** Gives a deactivated member the permissions back. */
    record ReactivateStaff(VenueId venueId, StaffId staffId) implements StaffCommand {}
}
