package com.thec1rcle.kernel.register;

import com.thec1rcle.kernel.venue.VenueId;
import java.time.LocalDate;
import java.util.List;

/** The register of a venue and business date, entries in the order in which they were made. */
public record RegisterDay(VenueId venueId, LocalDate date, boolean closed, List<RegisterEntry> entries) {}
