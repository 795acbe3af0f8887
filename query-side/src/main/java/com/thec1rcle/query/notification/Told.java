package com.thec1rcle.query.notification;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What caused notifications: everybody concerned has been told. The audience is that of the moment; handled again
 * after people have come and gone, the same cause tells nobody else.
 */
record Told(@Id String id, Instant at) {}
