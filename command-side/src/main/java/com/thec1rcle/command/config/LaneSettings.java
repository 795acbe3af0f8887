package com.thec1rcle.command.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands wait for their aggregates.
 *
 * @param batch commands of one aggregate that are written together at most; 1 writes each by itself
 * @param threads aggregates that decide at the same time
 * @param perAggregate commands that may wait for one aggregate
 * @param overall commands that may wait for all aggregates together
 * @param patience how long a command may wait for its turn before it is answered with TOO_BUSY
 */
@ConfigurationProperties("c1rcle.command.lanes")
public record LaneSettings(
        @DefaultValue("32") int batch,
        @DefaultValue("16") int threads,
        @DefaultValue("2000") int perAggregate,
        @DefaultValue("10000") int overall,
        @DefaultValue("PT10S") Duration patience) {
    public LaneSettings {
        if (batch < 1 || threads < 1 || perAggregate < 1 || overall < 1 || !patience.isPositive()) {
            throw new IllegalArgumentException("c1rcle.command.lanes: every limit is positive.");
        }
    }
}
