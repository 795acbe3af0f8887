package com.thec1rcle.query.venue;

import com.thec1rcle.kernel.time.BusinessDays;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.CalendarEntryKind;
import com.thec1rcle.kernel.venue.DayStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Says how much of a business date is taken: what counts is the night, and whether it still has room. */
final class DayReading {
    private final BusinessDays days;
    private final CalendarSettings settings;

    DayReading(BusinessDays days, CalendarSettings settings) {
        this.days = days;
        this.settings = settings;
    }

    /** @param entries live entries, of this date and others */
    DayStatus statusOf(LocalDate date, List<CalendarDocument> entries) {
        Period day = days.dayOf(date);
        List<CalendarDocument> here =
                entries.stream().filter(entry -> entry.period().overlaps(day)).toList();
        List<CalendarDocument> taken =
                here.stream().filter(CalendarDocument::isTaken).toList();
        if (taken.isEmpty()) {
            return here.isEmpty() ? DayStatus.AVAILABLE : DayStatus.TENTATIVE;
        }
        Period night = days.from(date, settings.nightFrom());
        if (takenOf(night, taken).compareTo(settings.fullNight()) < 0) {
            return DayStatus.PARTIAL;
        }
        return taken.stream().anyMatch(entry -> isBookingIn(night, entry)) ? DayStatus.BOOKED : DayStatus.BLOCKED;
    }

    /** Taken entries never overlap, so their shares of the night add up. */
    private static Duration takenOf(Period night, List<CalendarDocument> taken) {
        return taken.stream()
                .map(CalendarDocument::period)
                .filter(night::overlaps)
                .map(period ->
                        Duration.between(later(period.from(), night.from()), earlier(period.until(), night.until())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isBookingIn(Period night, CalendarDocument entry) {
        return entry.kind() != CalendarEntryKind.BLOCK && entry.period().overlaps(night);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
