/** Promo codes over HTTP. */
@NullMarked
package com.thec1rcle.api.promo;

import org.jspecify.annotations.NullMarked;
