package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;

/** What a tier must know of its published event to sell alone: given when sales open, and again when it changes. */
public record SellingTerms(
        VenueId venueId,
        EventCreator creator,
        Period slot,
        OrderLimits limits,
        boolean promotersEnabled,
        Rate commission,
        Rate discount) {}
