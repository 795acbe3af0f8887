package com.thec1rcle.query.entry;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.DoorCount.GateCount;
import com.thec1rcle.kernel.entry.DoorCount.TierCount;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds up the attempts at a door. The sums are over the rows of the history, so they are as exact as it is; at a busy
 * door they are made a few times a second and shared by all who ask, never once a scan.
 */
@Component
class DoorCounts {
    private static final int DOORS = 1_000;
    private static final Duration KEPT = Duration.ofMillis(200);

    /** Adding up takes a twentieth of the time at most, however long the history is. */
    private static final int REST = 20;

    private final MongoTemplate mongo;
    private final Rows<ScannedEvent> events;
    private final Rows<DoorVenue> venues;
    private final Rows<DeviceDocument> devices;
    private final Cache<EventId, Counted> counted = Caffeine.newBuilder()
            .maximumSize(DOORS)
            .expireAfter(Expiry.creating((EventId door, Counted sums) -> sums.kept()))
            .build();

    /**
     * A door's sums.
     *
     * @param venueId whose door it is
     * @param took how long it took to add them up
     */
    record Counted(VenueId venueId, DoorCount count, Duration took) {
        Duration kept() {
            Duration rest = took.multipliedBy(REST);
            return rest.compareTo(KEPT) > 0 ? rest : KEPT;
        }
    }

    DoorCounts(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
        this.events = new Rows<>(mongo, ScannedEvent.class, ScanProjection.EVENTS);
        this.venues = new Rows<>(mongo, DoorVenue.class, ScanProjection.VENUES);
        this.devices = new Rows<>(mongo, DeviceDocument.class, ScanProjection.DEVICES);
    }

    /** @param fresh counts anew; else sums that somebody else got a moment ago will do */
    Counted of(EventId eventId, boolean fresh) {
        if (fresh) {
            counted.invalidate(eventId);
        }
        return counted.get(eventId, this::count);
    }

    private Counted count(EventId eventId) {
        long begun = System.nanoTime();
        ScannedEvent event = events.find(eventId.value()).orElseThrow(() -> QueryRefused.notFound("event"));
        int capacity = venues.find(event.venueId()).map(DoorVenue::capacity).orElse(0);
        List<DoorRow> rows = rows(eventId);
        DoorTally all = DoorTally.of(rows);
        DoorCount count = new DoorCount(
                eventId,
                all.inside(),
                capacity,
                all.inside() >= capacity,
                all.admitted(),
                all.returned(),
                all.exited(),
                all.refused(),
                tiers(rows),
                gates(rows));
        return new Counted(event.venue(), count, Duration.ofNanos(System.nanoTime() - begun));
    }

    private List<DoorRow> rows(EventId eventId) {
        return mongo
                .aggregate(
                        newAggregation(
                                match(where("eventId")
                                        .is(eventId.value())
                                        .and("undoneAt")
                                        .is(null)),
                                group("tierId", "tierName", "deviceId", "direction", "result")
                                        .sum("count")
                                        .as("people")
                                        .sum("returned")
                                        .as("returned")
                                        .count()
                                        .as("attempts")),
                        ScanProjection.SCANS,
                        Document.class)
                .getMappedResults()
                .stream()
                .map(DoorCounts::row)
                .toList();
    }

    private static DoorRow row(Document sums) {
        Document kind = sums.get("_id", Document.class);
        return new DoorRow(
                kind.getString("tierId"),
                kind.getString("tierName"),
                kind.getString("deviceId"),
                Direction.valueOf(kind.getString("direction")),
                Verdict.valueOf(kind.getString("result")),
                number(sums, "people"),
                number(sums, "returned"),
                number(sums, "attempts"));
    }

    private static int number(Document document, String field) {
        return document.get(field, Number.class).intValue();
    }

    private static List<TierCount> tiers(List<DoorRow> rows) {
        return grouped(rows, DoorRow::tierId).entrySet().stream()
                .filter(tier -> !tier.getKey().isEmpty())
                .map(tier -> tier(tier.getKey(), tier.getValue()))
                .sorted(Comparator.comparing(TierCount::tierName)
                        .thenComparing(tier -> tier.tierId().value()))
                .toList();
    }

    private static TierCount tier(String id, List<DoorRow> rows) {
        DoorTally tally = DoorTally.of(rows);
        return new TierCount(
                new TierId(id),
                Objects.requireNonNullElse(rows.getLast().tierName(), id),
                tally.inside(),
                tally.admitted(),
                tally.returned(),
                tally.exited(),
                tally.refused());
    }

    private List<GateCount> gates(List<DoorRow> rows) {
        Map<String, List<DoorRow>> byDevice = grouped(rows, DoorRow::deviceId);
        Map<String, String> names = devices.findAll(where("_id").in(byDevice.keySet())).stream()
                .collect(Collectors.toMap(DeviceDocument::id, DeviceDocument::name));
        return byDevice.entrySet().stream()
                .map(gate -> gate(gate.getKey(), names.get(gate.getKey()), DoorTally.of(gate.getValue())))
                .toList();
    }

    private static GateCount gate(String device, @Nullable String name, DoorTally tally) {
        return new GateCount(
                device.isEmpty() ? null : new DeviceId(device),
                name,
                tally.admitted(),
                tally.returned(),
                tally.exited(),
                tally.refused());
    }

    /** By the part, in its order; what has none comes first, under the empty word. */
    private static Map<String, List<DoorRow>> grouped(List<DoorRow> rows, Function<DoorRow, @Nullable String> part) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNullElse(part.apply(row), ""), TreeMap::new, Collectors.toList()));
    }
}
