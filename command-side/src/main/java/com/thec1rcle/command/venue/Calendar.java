package com.thec1rcle.command.venue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BlockId;
import com.thec1rcle.kernel.venue.BookedSlot;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a venue's calendar holds now and later: bookings, blocks, and the requests that wait, in order of arrival. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.ANY)
final class Calendar {
    private Map<String, Booking> bookings = new LinkedHashMap<>();
    private Map<String, Period> blocks = new LinkedHashMap<>();

    /** Never pruned by time: whatever closes a request takes it out, its expiry at the latest. */
    private Map<String, Waiting> queue = new LinkedHashMap<>();

    /** A period that belongs to somebody. */
    record Booking(BookingId bookingId, @Nullable EventId eventId, Period period, Instant lapsesAt) {
        BookedSlot answer() {
            return new BookedSlot(bookingId, period, lapsesAt);
        }
    }

    /** A request that waits for the venue's answer. */
    record Waiting(
            SlotRequestId slotRequestId,
            HostId hostId,
            @Nullable EventId eventId,
            Period period) {}

    boolean isFree(Period period) {
        return taken().noneMatch(period::overlaps);
    }

    /** Whether the period would be free if this booking were given back. */
    boolean isFreeBut(BookingId except, Period period) {
        return Stream.concat(
                        blocks.values().stream(),
                        bookings.values().stream()
                                .filter(booking -> !booking.bookingId().equals(except))
                                .map(Booking::period))
                .noneMatch(period::overlaps);
    }

    @Nullable
    Booking booking(BookingId id) {
        return bookings.get(id.value());
    }

    @Nullable
    Waiting waiting(SlotRequestId id) {
        return queue.get(id.value());
    }

    @Nullable
    Period blocked(BlockId id) {
        return blocks.get(id.value());
    }

    /** Place in line, from 1, of a request among those that want any part of the same period. */
    int rankOf(SlotRequestId id, Period period) {
        long before = queue.values().stream()
                .takeWhile(waiting -> !waiting.slotRequestId().equals(id))
                .filter(waiting -> waiting.period().overlaps(period))
                .count();
        return Math.toIntExact(before) + 1;
    }

    /** The waiting requests that a booking of the period displaces. */
    List<SlotRequestId> rivals(Period period, @Nullable SlotRequestId winner) {
        return queue.values().stream()
                .filter(waiting -> waiting.period().overlaps(period))
                .map(Waiting::slotRequestId)
                .filter(waiting -> !waiting.equals(winner))
                .toList();
    }

    void block(BlockId id, Period period) {
        blocks.put(id.value(), period);
    }

    void lift(BlockId id) {
        blocks.remove(id.value());
    }

    void queue(SlotRequestQueued event) {
        queue.put(
                event.slotRequestId().value(),
                new Waiting(event.slotRequestId(), event.hostId(), event.eventId(), event.period()));
    }

    void drop(SlotRequestId id) {
        queue.remove(id.value());
    }

    void book(SlotBooked event) {
        bookings.put(
                event.bookingId().value(),
                new Booking(event.bookingId(), event.eventId(), event.period(), event.lapsesAt()));
        if (event.slotRequestId() != null) {
            drop(event.slotRequestId());
        }
        event.rivals().forEach(this::drop);
    }

    void release(BookingId id) {
        bookings.remove(id.value());
    }

    /** Forgets what ended before the instant: nothing can be booked there any more. */
    void forgetWhatEndedBefore(Instant instant) {
        bookings.values().removeIf(booking -> booking.period().until().isBefore(instant));
        blocks.values().removeIf(block -> block.until().isBefore(instant));
    }

    private Stream<Period> taken() {
        return Stream.concat(
                blocks.values().stream(), bookings.values().stream().map(Booking::period));
    }
}
