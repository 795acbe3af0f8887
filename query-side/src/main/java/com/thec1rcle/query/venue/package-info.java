/** Venues and their calendars, as much of them as the viewer may see. */
@NullMarked
package com.thec1rcle.query.venue;

import org.jspecify.annotations.NullMarked;
