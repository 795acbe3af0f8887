/** Requests for slots, as their hosts and venues see them. */
@NullMarked
package com.thec1rcle.query.slot;

import org.jspecify.annotations.NullMarked;
