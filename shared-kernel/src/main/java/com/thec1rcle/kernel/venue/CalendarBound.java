package com.thec1rcle.kernel.venue;

import com.thec1rcle.kernel.time.BusinessDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a view of the calendar begins or ends: a business date, or the one to which an instant belongs. */
public record CalendarBound(
        @Nullable LocalDate date, @Nullable Instant instant) {
    private static final int DATE_LENGTH = "2026-12-04".length();

    public CalendarBound {
        if ((date == null) == (instant == null)) {
            throw new IllegalArgumentException("A bound is either a date or an instant.");
        }
    }

    public static CalendarBound of(LocalDate date) {
        return new CalendarBound(date, null);
    }

    public static CalendarBound of(Instant instant) {
        return new CalendarBound(null, instant);
    }

    /**
     * Reads {@code 2026-12-04} or {@code 2026-12-04T15:30:00Z}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static CalendarBound parse(String text) {
        try {
            return text.length() == DATE_LENGTH ? of(LocalDate.parse(text)) : of(Instant.parse(text));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "A calendar is asked for by dates or instants: 2026-12-04, or 2026-12-04T15:30:00Z.", malformed);
        }
    }

    /** The business date that is meant, in the days of one venue. */
    public LocalDate dateIn(BusinessDays days) {
        return date != null ? date : instant != null ? days.dateOf(instant) : LocalDate.EPOCH;
    }
}
