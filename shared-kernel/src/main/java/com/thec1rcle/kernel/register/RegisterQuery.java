package com.thec1rcle.kernel.register;

import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything one can look up in a venue's registers; for its own people, and money only for those who may see it. */
public sealed interface RegisterQuery {
    /** The register of one date, of the present business date if none is named; answers a RegisterDay. */
    record FindRegister(VenueId venueId, @Nullable LocalDate date, Actor viewer) implements RegisterQuery {}

    /** What the registers of a range of dates come to, both ends included; answers a RegisterSummary. */
    record SummariseRegisters(VenueId venueId, LocalDate from, LocalDate until, Actor viewer)
            implements RegisterQuery {}
}
