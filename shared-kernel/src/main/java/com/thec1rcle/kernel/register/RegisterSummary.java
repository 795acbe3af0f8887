package com.thec1rcle.kernel.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a venue's registers of a range of dates come to.
 *
 * @param daysClosed dates in the range whose register is closed
 * @param revenue of the closed days, one for each currency; absent for those who may not see money
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterSummary(
        VenueId venueId,
        LocalDate from,
        LocalDate until,
        int daysClosed,
        Incidents incidents,
        @Nullable List<Revenue> revenue,
        Footfall footfall,
        RefusedEntries refusedEntries) {
    /** Incidents, counted; every type and severity is there, with zero if none happened. */
    public record Incidents(
            int total, int open, Map<IncidentType, Integer> byType, Map<Severity, Integer> bySeverity) {}

    /** What was taken, by source. */
    public record Revenue(Money cover, Money drinks, Money food, Money vip, Money other, Money total) {}

    /** The last word of each date on how many were expected and came, summed. */
    public record Footfall(int expected, int actual) {}

    /** People who were not let in, by reason. */
    public record RefusedEntries(int total, Map<String, Integer> byReason) {}
}
