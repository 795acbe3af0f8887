package com.thec1rcle.kernel.staff;

import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;

/** The invitations that wait for one person to sign in. */
public record StaffInvitations(List<Invitation> items) {
    /** One of them. */
    public record Invitation(VenueId venueId, StaffId staffId, StaffRole role) {}
}
