package com.thec1rcle.query.notification;

import org.springframework.data.annotation.Id;

/** An event that was published, by its title. */
record Occasion(@Id String id, String title) {}
