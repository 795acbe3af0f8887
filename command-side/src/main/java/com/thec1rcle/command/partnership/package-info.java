/** A host's standing with a venue, which opens the calendar. */
@NullMarked
package com.thec1rcle.command.partnership;

import org.jspecify.annotations.NullMarked;
