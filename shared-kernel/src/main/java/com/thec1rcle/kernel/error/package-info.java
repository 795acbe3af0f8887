/** Refusals and their stable codes. */
@NullMarked
package com.thec1rcle.kernel.error;

import org.jspecify.annotations.NullMarked;
