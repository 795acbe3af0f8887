package com.thec1rcle.query.register;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How registers are read.
 *
 * @param cutOver local time at which one business date ends and the next begins
 * @param maxSummaryDays longest range that is summarised, in days
 */
@ConfigurationProperties("c1rcle.register")
record RegisterSettings(
        @DefaultValue("06:00") LocalTime cutOver,
        @DefaultValue("366") int maxSummaryDays) {}
