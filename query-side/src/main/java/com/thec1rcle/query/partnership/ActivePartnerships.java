package com.thec1rcle.query.partnership;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.Rows;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Who may look into a venue's calendar as a partner. */
@Component
public final class ActivePartnerships {
    private final Rows<PartnershipDocument> partnerships;

    ActivePartnerships(@Qualifier("views") MongoTemplate mongo) {
        partnerships = new Rows<>(mongo, PartnershipDocument.class, PartnershipProjection.COLLECTION);
    }

    /** Whether any of the hosts is an active partner of the venue. */
    public boolean any(Set<HostId> hosts, VenueId venueId) {
        List<String> ids = hosts.stream()
                .map(host -> PartnershipId.of(host, venueId).value())
                .toList();
        return !ids.isEmpty()
                && partnerships.count(where("_id").in(ids).and("status").is(PartnershipStatus.ACTIVE)) > 0;
    }
}
