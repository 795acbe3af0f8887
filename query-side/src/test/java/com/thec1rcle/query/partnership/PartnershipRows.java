package com.thec1rcle.query.partnership;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Partnerships for the tests of what they open. */
public final class PartnershipRows {
    private PartnershipRows() {}

    public static ActivePartnerships reading(MongoTemplate mongo) {
        return new ActivePartnerships(mongo);
    }

    public static void insert(
            MongoTemplate mongo, PartnershipId id, HostId host, VenueId venue, PartnershipStatus status) {
        mongo.insert(
                new PartnershipDocument(
                        id.value(), host.value(), venue.value(), status, "", null, Instant.EPOCH, null, 0),
                PartnershipProjection.COLLECTION);
    }
}
