/** Venues and their calendars. */
@NullMarked
package com.thec1rcle.kernel.venue;

import org.jspecify.annotations.NullMarked;
