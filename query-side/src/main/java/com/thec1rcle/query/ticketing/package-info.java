/** Who waits for tickets. */
@NullMarked
package com.thec1rcle.query.ticketing;

import org.jspecify.annotations.NullMarked;
