package com.thec1rcle.query.notification;

import org.springframework.data.annotation.Id;

/** A venue, host or promoter: what it is called and whose it is. */
record Party(@Id String id, String name, String ownerId, long version) {}
