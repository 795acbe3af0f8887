/** Venues: their details, their roster, and the calendar that never holds two nights at once. */
@NullMarked
package com.thec1rcle.command.venue;

import org.jspecify.annotations.NullMarked;
