/** Venues and their calendars over HTTP. */
@NullMarked
package com.thec1rcle.api.venue;

import org.jspecify.annotations.NullMarked;
