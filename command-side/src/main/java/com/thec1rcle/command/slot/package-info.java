/** Requests for a period in a venue's calendar, from the asking to the answer. */
@NullMarked
package com.thec1rcle.command.slot;

import org.jspecify.annotations.NullMarked;
