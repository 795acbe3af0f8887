package com.thec1rcle.query.venue;

import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.kernel.venue.VenueView;
import java.util.Locale;
import org.springframework.data.annotation.Id;

/** A venue in the views. */
record VenueDocument(
        @Id String id,
        String name,
        String city,
        String cityKey,
        String address,
        String timeZone,
        int capacity,
        long version) {

    /** Cities are looked up however they are spelled in upper and lower case. */
    static String key(String city) {
        return city.strip().toLowerCase(Locale.ROOT);
    }

    VenueView toView() {
        return new VenueView(new VenueId(id), name, city, address, timeZone, capacity);
    }
}
