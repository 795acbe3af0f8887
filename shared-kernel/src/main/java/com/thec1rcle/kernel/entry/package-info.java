/** The door: scans and their verdicts. */
@NullMarked
package com.thec1rcle.kernel.entry;

import org.jspecify.annotations.NullMarked;
