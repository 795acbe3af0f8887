package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the door must know of an event; the answer to {@link EventLifecycleCommand.DescribeDoor}.
 *
 * @param reEntry whether those who have left may come back
 * @param strayCodes whether a good code without a ticket was ever shown here, so that an attempt may have an answer
 *     that its ticket does not know
 */
public record DoorTerms(
        EventId eventId,
        EventStatus status,
        @Nullable VenueId venueId,
        @Nullable Period slot,
        @Nullable Instant doorsAt,
        boolean reEntry,
        boolean strayCodes) {

    /** What the door has against anybody's going in at this moment; nothing while it is open. */
    public @Nullable Verdict objectionAt(Instant moment) {
        if (status == EventStatus.CANCELLED) {
            return Verdict.REVOKED;
        }
        if (doorsAt != null && moment.isBefore(doorsAt)) {
            return Verdict.TOO_EARLY;
        }
        boolean ended = slot != null && !moment.isBefore(slot.until());
        return ended || status == EventStatus.COMPLETED ? Verdict.EVENT_OVER : null;
    }
}
