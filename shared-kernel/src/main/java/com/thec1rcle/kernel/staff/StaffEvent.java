package com.thec1rcle.kernel.staff;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.venue.VenueId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a venue's staff. */
public sealed interface StaffEvent {
    VenueId venueId();

    /** A person was invited. */
    @Revision("1")
    record StaffInvited(VenueId venueId, StaffId staffId, Sealed contact, String emailFingerprint, StaffRole role)
            implements StaffEvent {}

    /** An invitation was tied to an account. */
    @Revision("1")
    record StaffLinked(VenueId venueId, StaffId staffId, UserId userId) implements StaffEvent {}

    /** A manager confirmed a member. */
    @Revision("1")
    record StaffVerified(
            VenueId venueId, StaffId staffId, @Nullable UserId userId, StaffRole role) implements StaffEvent {}

    /** A member got another role. */
    @Revision("1")
    record StaffRoleChanged(
            VenueId venueId, StaffId staffId, @Nullable UserId userId, StaffRole from, StaffRole to)
            implements StaffEvent {}

    /** A member lost all permissions. */
    @Revision("1")
    record StaffDeactivated(
            VenueId venueId, StaffId staffId, @Nullable UserId userId) implements StaffEvent {}

    /** A member has permissions again. */
    @Revision("1")
    record StaffReactivated(
            VenueId venueId, StaffId staffId, @Nullable UserId userId) implements StaffEvent {}
}
