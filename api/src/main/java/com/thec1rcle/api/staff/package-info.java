/** A venue's staff over HTTP. */
@NullMarked
package com.thec1rcle.api.staff;

import org.jspecify.annotations.NullMarked;
