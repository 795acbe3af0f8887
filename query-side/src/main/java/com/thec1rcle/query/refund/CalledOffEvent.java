package com.thec1rcle.query.refund;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** An event that was called off, in {@code refund_events}. */
record CalledOffEvent(
        @Id String id, EventCreator creator, @Nullable String venueId, Instant at) {
    static final String COLLECTION = "refund_events";

    /** Finance, the event's creator, and those who see the money of the venue it was to be at. */
    boolean mayBeSeenBy(Actor viewer) {
        return viewer.has(PlatformRole.FINANCE)
                || viewer.has(PlatformRole.ADMIN)
                || creator.showsMoneyTo(viewer)
                || (venueId != null && viewer.may(Permission.VIEW_FINANCE, new VenueId(venueId)));
    }
}
