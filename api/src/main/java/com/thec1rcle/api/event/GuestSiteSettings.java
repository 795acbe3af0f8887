package com.thec1rcle.api.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where guests look at events.
 *
 * @param guestSite address of an event's page on the guest site, with {@code {eventId}} in it; unless there is such a
 *     site, what this server itself says of the event
 */
@ConfigurationProperties("c1rcle")
record GuestSiteSettings(
        @DefaultValue("/api/events/{eventId}") String guestSite) {}
