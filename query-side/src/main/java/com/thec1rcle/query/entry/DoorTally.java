package com.thec1rcle.query.entry;

import static java.util.stream.Collectors.summingInt;

import com.thec1rcle.kernel.entry.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The sums of some of a door's rows: people who came, came back and left, and attempts that were refused. */
record DoorTally(int admitted, int returned, int exited, Map<Verdict, Integer> refused) {
    static DoorTally of(Collection<DoorRow> rows) {
        return new DoorTally(
                sum(rows, DoorRow::admitted),
                sum(rows, DoorRow::cameBack),
                sum(rows, DoorRow::exited),
                rows.stream()
                        .filter(row -> !row.passed())
                        .collect(Collectors.groupingBy(
                                DoorRow::result, () -> new EnumMap<>(Verdict.class), summingInt(DoorRow::attempts))));
    }

    int inside() {
        return admitted + returned - exited;
    }

    private static int sum(Collection<DoorRow> rows, ToIntFunction<DoorRow> part) {
        return rows.stream().mapToInt(part).sum();
    }
}
