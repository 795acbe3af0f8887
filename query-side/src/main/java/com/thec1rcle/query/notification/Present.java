package com.thec1rcle.query.notification;

import org.springframework.data.annotation.Id;

/** A ticket that was given to somebody: for which event, whose it is now, and whether it counts. */
record Present(@Id String id, String eventId, String userId, boolean valid, long version) {}
