/** Refunds as guests, those who decide and finance see them, and how far the calling off of an event has come. */
@NullMarked
package com.thec1rcle.query.refund;

import org.jspecify.annotations.NullMarked;
