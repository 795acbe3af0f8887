package com.thec1rcle.query.venue;

import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.venue.CalendarEntryKind;
import com.thec1rcle.kernel.venue.VenueCalendarEntry;
import com.thec1rcle.kernel.venue.VenueCalendarEntry.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How much of a calendar somebody sees. */
sealed interface CalendarSight {
    /** The entries, in order of time. */
    List<VenueCalendarEntry> entries(List<CalendarDocument> live, List<CalendarDocument> waiting);

    /** What the status of a day may be read from. */
    List<CalendarDocument> forDays(List<CalendarDocument> live);

    /** The venue's people see everything. */
    record Everything() implements CalendarSight {
        @Override
        public List<VenueCalendarEntry> entries(List<CalendarDocument> live, List<CalendarDocument> waiting) {
            return live.stream()
                    .map(entry -> inFull(entry, waiting))
                    .sorted(Comparator.comparing(VenueCalendarEntry::from))
                    .toList();
        }

        @Override
        public List<CalendarDocument> forDays(List<CalendarDocument> live) {
            return live;
        }
    }

    /** A partnered host sees what is its own, and that the rest is busy. */
    record OwnAndBusy(Set<String> hosts) implements CalendarSight {
        @Override
        public List<VenueCalendarEntry> entries(List<CalendarDocument> live, List<CalendarDocument> waiting) {
            Stream<VenueCalendarEntry> own = live.stream().filter(this::isOwn).map(entry -> inFull(entry, waiting));
            return Stream.concat(own, busy(live).stream())
                    .sorted(Comparator.comparing(VenueCalendarEntry::from))
                    .toList();
        }

        /** Whether somebody else has booked or the venue has blocked is none of the host's business. */
        @Override
        public List<CalendarDocument> forDays(List<CalendarDocument> live) {
            return live.stream()
                    .map(entry -> entry.kind() == CalendarEntryKind.BLOCK ? as(CalendarEntryKind.BUSY, entry) : entry)
                    .toList();
        }

        private boolean isOwn(CalendarDocument entry) {
            return entry.hostId() != null && hosts.contains(entry.hostId());
        }

        /** Overlapping periods run into one, so that nobody can count who else is asking. */
        private List<VenueCalendarEntry> busy(List<CalendarDocument> live) {
            List<VenueCalendarEntry> busy = new ArrayList<>();
            live.stream()
                    .filter(entry -> !isOwn(entry))
                    .sorted(Comparator.comparing(CalendarDocument::from))
                    .forEach(entry -> {
                        if (!busy.isEmpty()
                                && entry.from().isBefore(busy.getLast().until())) {
                            VenueCalendarEntry last = busy.removeLast();
                            busy.add(busy(entry.venueId(), last.from(), later(last.until(), entry.until())));
                        } else {
                            busy.add(busy(entry.venueId(), entry.from(), entry.until()));
                        }
                    });
            return busy;
        }

        private static VenueCalendarEntry busy(String venueId, Instant from, Instant until) {
            String entryId = Identifier.derive("busy", venueId, from.toString(), until.toString());
            return new VenueCalendarEntry(
                    entryId, CalendarEntryKind.BUSY, from, until, Status.BUSY, null, null, null, null);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        private static CalendarDocument as(CalendarEntryKind kind, CalendarDocument entry) {
            return new CalendarDocument(
                    entry.id(),
                    entry.entryId(),
                    entry.venueId(),
                    kind,
                    entry.from(),
                    entry.until(),
                    null,
                    null,
                    null,
                    entry.live(),
                    entry.arrival(),
                    entry.version());
        }
    }

    private static VenueCalendarEntry inFull(CalendarDocument entry, List<CalendarDocument> waiting) {
        return entry.toView(entry.isTaken() ? null : WaitingLine.rank(entry, waiting));
    }
}
