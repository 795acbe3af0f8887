package com.thec1rcle.query.config;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** What passes between a host and a venue is for these two only; its documents have a hostId and a venueId. */
public final class Parties {
    private Parties() {}

    /** Refuses with FORBIDDEN unless the viewer is one of the two. */
    public static void require(Actor viewer, String hostId, String venueId) {
        if (!viewer.owns(new HostId(hostId)) && !viewer.venues().containsKey(new VenueId(venueId))) {
            throw QueryRefused.forbidden();
        }
    }

    /**
     * The documents of a venue, of a host, or, with neither, of all the viewer's venues and hosts; refused with
     * FORBIDDEN if the viewer has no part in them.
     */
    public static Criteria documents(Actor viewer, @Nullable VenueId venueId, @Nullable HostId hostId) {
        boolean mine = venueId == null && hostId == null;
        boolean ofMyVenue = venueId != null && viewer.venues().containsKey(venueId);
        boolean ofMyHost = hostId != null && viewer.owns(hostId);
        if (!mine && !ofMyVenue && !ofMyHost) {
            throw QueryRefused.forbidden();
        }
        return mine ? ofAll(viewer) : of(venueId, hostId);
    }

    private static Criteria of(@Nullable VenueId venueId, @Nullable HostId hostId) {
        Criteria criteria = new Criteria();
        if (venueId != null) {
            criteria = criteria.and("venueId").is(venueId.value());
        }
        if (hostId != null) {
            criteria = criteria.and("hostId").is(hostId.value());
        }
        return criteria;
    }

    private static Criteria ofAll(Actor viewer) {
        return new Criteria()
                .orOperator(
                        where("venueId")
                                .in(viewer.venues().keySet().stream()
                                        .map(VenueId::value)
                                        .toList()),
                        where("hostId")
                                .in(viewer.hosts().stream().map(HostId::value).toList()));
    }
}
