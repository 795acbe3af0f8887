/** Promo codes as those who make them see them. */
@NullMarked
package com.thec1rcle.query.promo;

import org.jspecify.annotations.NullMarked;
