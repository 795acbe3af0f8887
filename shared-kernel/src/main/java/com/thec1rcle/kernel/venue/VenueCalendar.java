package com.thec1rcle.kernel.venue;

import java.time.LocalDate;
import java.util.List;

/** A stretch of a venue's calendar, as much of it as the viewer may see. */
public record VenueCalendar(VenueId venueId, String timeZone, List<Day> days, List<VenueCalendarEntry> entries) {
    /** One business date and how much of it is taken. */
    public record Day(LocalDate date, DayStatus status) {}
}
