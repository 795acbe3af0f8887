package com.thec1rcle.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The date to which an instant belongs at a venue: a night belongs to the date on which it starts. */
public record BusinessDate(LocalDate value) {
    /**
     * @param zone of the venue
     * @param cutOver local time at which one business date ends and the next begins
     */
    public static BusinessDate of(Instant instant, ZoneId zone, LocalTime cutOver) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate date = local.toLocalDate();
        return new BusinessDate(local.toLocalTime().isBefore(cutOver) ? date.minusDays(1) : date);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
