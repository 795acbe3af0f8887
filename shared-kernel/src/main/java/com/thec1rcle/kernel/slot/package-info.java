/** Requests for a period in a venue's calendar. */
@NullMarked
package com.thec1rcle.kernel.slot;

import org.jspecify.annotations.NullMarked;
