package com.thec1rcle.query.notification;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** Up to when a person has read everything. */
record ReadMark(@Id String id, Instant upTo, long version) {}
