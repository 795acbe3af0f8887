/** Orders: what a guest buys, for how much, until when. */
@NullMarked
package com.thec1rcle.kernel.order;

import org.jspecify.annotations.NullMarked;
