package com.thec1rcle.kernel.venue;

/** A venue as anybody may see it. */
public record VenueView(VenueId venueId, String name, String city, String address, String timeZone, int capacity) {}
