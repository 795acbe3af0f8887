package com.thec1rcle.kernel.venue;

import com.thec1rcle.kernel.time.Period;
import java.time.Instant;

/** A period that the calendar holds; the answer to the commands that book one. */
public record BookedSlot(BookingId bookingId, Period period, Instant lapsesAt) {}
