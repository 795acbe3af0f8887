package com.thec1rcle.query.register;

import com.thec1rcle.kernel.time.BusinessDays;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How registers are read: by the same business dates as calendars, so by the same setting.
 *
 * @param cutOver local time at which a business date ends
 */
@ConfigurationProperties("c1rcle.calendar")
record RegisterSettings(@DefaultValue("06:00") LocalTime cutOver) {
    BusinessDays daysIn(ZoneId zone) {
        return new BusinessDays(zone, cutOver);
    }
}
