package com.thec1rcle.query.venue;

import com.thec1rcle.kernel.time.BusinessDays;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a calendar is read by nights.
 *
 * @param cutOver local time at which a business date ends
 * @param nightFrom local time from which a business date counts as night
 * @param fullNight how much of the night must be taken before it has no room left
 */
@ConfigurationProperties("c1rcle.calendar")
record CalendarSettings(
        @DefaultValue("06:00") LocalTime cutOver,
        @DefaultValue("18:00") LocalTime nightFrom,
        @DefaultValue("PT4H") Duration fullNight) {

    BusinessDays daysIn(ZoneId zone) {
        return new BusinessDays(zone, cutOver);
    }
}
