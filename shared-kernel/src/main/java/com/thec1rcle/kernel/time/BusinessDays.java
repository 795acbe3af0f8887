package com.thec1rcle.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The business dates of one place: a night belongs to the date on which it starts.
 *
 * @param cutOver local time at which one business date ends and the next begins
 */
public record BusinessDays(ZoneId zone, LocalTime cutOver) {
    /** The business date to which an instant belongs. */
    public LocalDate dateOf(Instant instant) {
        LocalDateTime local = instant.atZone(zone).toLocalDateTime();
        return local.toLocalTime().isBefore(cutOver)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    /** The whole of a business date, from cut-over to cut-over. */
    public Period dayOf(LocalDate date) {
        return new Period(at(date, cutOver), at(date.plusDays(1), cutOver));
    }

    /** The part of a business date from a local time, on the date itself, until its cut-over. */
    public Period from(LocalDate date, LocalTime time) {
        return new Period(at(date, time), at(date.plusDays(1), cutOver));
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
