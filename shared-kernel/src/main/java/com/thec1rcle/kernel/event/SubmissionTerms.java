package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;

/** Which slot a submission asks for; the answer to {@link EventLifecycleCommand.CheckSubmittable}. */
public record SubmissionTerms(
        EventId eventId, EventCreator creator, VenueId venueId, Period slot, SlotRequestId slotRequestId) {}
