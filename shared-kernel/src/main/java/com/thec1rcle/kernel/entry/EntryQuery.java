package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything one can look up about the door. */
public sealed interface EntryQuery {
    /** The attempts at an event's door, latest first; answers a ScanHistory; for those who scan there or see its guests. */
    record FindScans(
            EventId eventId, ScanFilter filter, @Nullable String cursor, int limit, Actor viewer)
            implements EntryQuery {}

    /** One attempt; answers a ScanRecord, or nothing; for those who scan there or see its guests. */
    record FindScan(ScanId scanId, Actor viewer) implements EntryQuery {}

    /**
     * How many came, left and were refused; answers a DoorCount; for those who scan there or see its guests.
     *
     * @param fresh counts anew; else an answer that is a moment old will do
     */
    record CountDoor(EventId eventId, boolean fresh, Actor viewer) implements EntryQuery {}

    /** The devices bound to a venue; answers a DeviceList; for who manages its staff. */
    record FindDevices(VenueId venueId, @Nullable String cursor, int limit, Actor viewer) implements EntryQuery {}

    /**
     * Which attempts are wanted; all of what is absent.
     *
     * @param by who scanned
     * @param from the first moment
     * @param until the first moment no more
     */
    record ScanFilter(
            @Nullable Verdict result,
            @Nullable Direction direction,
            @Nullable DeviceId deviceId,
            @Nullable UserId by,
            @Nullable TierId tierId,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final ScanFilter ALL = new ScanFilter(null, null, null, null, null, null, null);

        public static ScanFilter of(Verdict result) {
            return new ScanFilter(result, null, null, null, null, null, null);
        }
    }
}
