package com.thec1rcle.query.register;

import org.springframework.data.annotation.Id;

/** A venue, as far as its registers concern it: whose clock its nights go by. */
record RegisterVenue(@Id String id, String timeZone) {}
