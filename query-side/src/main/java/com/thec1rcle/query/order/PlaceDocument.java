package com.thec1rcle.query.order;

import org.springframework.data.annotation.Id;

/** The venue that a night is at, in {@code ticket_places}. */
record PlaceDocument(@Id String id, String name, String address, String city, String timeZone, long version) {
    static final String COLLECTION = "ticket_places";
}
