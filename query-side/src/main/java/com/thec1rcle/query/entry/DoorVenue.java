package com.thec1rcle.query.entry;

import org.springframework.data.annotation.Id;

/** How many people a venue holds. */
record DoorVenue(@Id String id, long version, int capacity) {}
