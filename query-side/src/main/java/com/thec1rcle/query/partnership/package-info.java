/** Partnerships, as their two sides see them. */
@NullMarked
package com.thec1rcle.query.partnership;

import org.jspecify.annotations.NullMarked;
