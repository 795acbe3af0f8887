/** Promo codes: what they are worth, and that they are never used too often. */
@NullMarked
package com.thec1rcle.command.promo;

import org.jspecify.annotations.NullMarked;
