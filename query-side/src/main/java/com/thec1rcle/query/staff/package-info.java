/** A venue's roster, as its managers see it. */
@NullMarked
package com.thec1rcle.query.staff;

import org.jspecify.annotations.NullMarked;
