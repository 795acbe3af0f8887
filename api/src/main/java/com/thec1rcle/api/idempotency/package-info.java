/** Requests that may be repeated: the same key creates the same thing once. */
@NullMarked
package com.thec1rcle.api.idempotency;

import org.jspecify.annotations.NullMarked;
