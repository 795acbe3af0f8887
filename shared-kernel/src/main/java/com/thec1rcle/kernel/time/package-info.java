/** Periods and business dates. */
@NullMarked
package com.thec1rcle.kernel.time;

import org.jspecify.annotations.NullMarked;
