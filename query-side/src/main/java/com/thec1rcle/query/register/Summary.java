package com.thec1rcle.query.register;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.IncidentType;
import com.thec1rcle.kernel.register.RegisterQuery.SummariseRegisters;
import com.thec1rcle.kernel.register.RegisterSummary;
import com.thec1rcle.kernel.register.RegisterSummary.Footfall;
import com.thec1rcle.kernel.register.RegisterSummary.Incidents;
import com.thec1rcle.kernel.register.RegisterSummary.RefusedEntries;
import com.thec1rcle.kernel.register.RegisterSummary.Revenue;
import com.thec1rcle.kernel.register.Severity;
import com.thec1rcle.query.register.RegisterRow.Closing;
import com.thec1rcle.query.register.RegisterRow.Incident;
import com.thec1rcle.query.register.RegisterRow.Refused;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up the entries of a range of dates. */
record Summary(List<RegisterRow> rows) {
    RegisterSummary toView(SummariseRegisters query, boolean withMoney) {
        return new RegisterSummary(
                query.venueId(),
                query.from(),
                query.until(),
                (int) parts(RegisterRow::closing).count(),
                incidents(),
                withMoney ? revenue() : null,
                footfall(),
                refusedEntries());
    }

    private Incidents incidents() {
        List<Incident> incidents = parts(RegisterRow::incident).toList();
        Map<IncidentType, Integer> byType = new EnumMap<>(IncidentType.class);
        for (IncidentType type : IncidentType.values()) {
            byType.put(type, count(incidents, incident -> incident.type() == type));
        }
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, count(incidents, incident -> incident.severity() == severity));
        }
        return new Incidents(incidents.size(), count(incidents, incident -> !incident.resolved()), byType, bySeverity);
    }

    private List<Revenue> revenue() {
        return parts(RegisterRow::closing)
                .map(Closing::revenue)
                .collect(Collectors.toMap(
                        day -> day.cover().currency(), Function.identity(), Summary::together, TreeMap::new))
                .values()
                .stream()
                .map(Summary::view)
                .toList();
    }

    private static DayRevenue together(DayRevenue one, DayRevenue other) {
        return new DayRevenue(
                one.cover().plus(other.cover()),
                one.drinks().plus(other.drinks()),
                one.food().plus(other.food()),
                one.vip().plus(other.vip()),
                one.other().plus(other.other()));
    }

    private static Revenue view(DayRevenue sum) {
        Money total = sum.total();
        return new Revenue(sum.cover(), sum.drinks(), sum.food(), sum.vip(), sum.other(), total);
    }

    private Footfall footfall() {
        Map<String, List<RegisterRow>> dates = rows.stream().collect(Collectors.groupingBy(RegisterRow::date));
        return new Footfall(
                dates.values().stream().mapToInt(Summary::expectedOn).sum(),
                dates.values().stream().mapToInt(Summary::actualOn).sum());
    }

    private static int expectedOn(List<RegisterRow> date) {
        return last(date, row -> row.footfall() == null ? null : row.footfall().expected());
    }

    /** The closing has the last word; nothing is counted after it. */
    private static int actualOn(List<RegisterRow> date) {
        return last(date, row -> {
            if (row.closing() != null) {
                return row.closing().actualFootfall();
            }
            return row.footfall() == null ? null : row.footfall().actual();
        });
    }

    private static int last(List<RegisterRow> date, Function<RegisterRow, @Nullable Integer> people) {
        int last = 0;
        for (RegisterRow row : date.stream()
                .sorted(Comparator.comparingLong(RegisterRow::number))
                .toList()) {
            Integer said = people.apply(row);
            last = said == null ? last : said;
        }
        return last;
    }

    private RefusedEntries refusedEntries() {
        Map<String, Integer> byReason = parts(RegisterRow::refused)
                .collect(Collectors.toMap(Refused::reason, Refused::count, Integer::sum, TreeMap::new));
        return new RefusedEntries(
                byReason.values().stream().mapToInt(Integer::intValue).sum(), byReason);
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }

    private <T> Stream<T> parts(Function<RegisterRow, @Nullable T> part) {
        return rows.stream().map(part).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
