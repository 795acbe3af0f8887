/** What every message carries: who acts, and why. */
@NullMarked
package com.thec1rcle.kernel.message;

import org.jspecify.annotations.NullMarked;
