package com.thec1rcle.query.event;

import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.venue.VenueId;
import org.springframework.data.annotation.Id;

/** What a venue or host is called. */
record NameDocument(@Id String id, String name, long version) {
    static String key(VenueId venue) {
        return "VENUE|" + venue.value();
    }

    static String key(HostId host) {
        return "HOST|" + host.value();
    }
}
