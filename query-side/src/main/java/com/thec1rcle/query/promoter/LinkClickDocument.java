package com.thec1rcle.query.promoter;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A click on a link, in {@code promoter_link_clicks}; its id is the event's. */
record LinkClickDocument(@Id String id, String linkId, boolean firstOfDay, Instant at) {
    static final String COLLECTION = "promoter_link_clicks";
}
