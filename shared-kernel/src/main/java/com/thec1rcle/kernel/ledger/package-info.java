/** Double-entry lines derived from events. */
@NullMarked
package com.thec1rcle.kernel.ledger;

import org.jspecify.annotations.NullMarked;
