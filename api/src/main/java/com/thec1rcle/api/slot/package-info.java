/** Requests for slots over HTTP. */
@NullMarked
package com.thec1rcle.api.slot;

import org.jspecify.annotations.NullMarked;
