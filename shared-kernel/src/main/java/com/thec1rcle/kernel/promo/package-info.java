/** Promo codes: a discount for whoever knows the word, so often and so long. */
@NullMarked
package com.thec1rcle.kernel.promo;

import org.jspecify.annotations.NullMarked;
