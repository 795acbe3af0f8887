package com.thec1rcle.query.notification;

import org.springframework.data.annotation.Id;

/** An order: for which event, whose, and whether its tickets count. */
record Purchase(@Id String id, String eventId, String userId, boolean confirmed, long version) {}
