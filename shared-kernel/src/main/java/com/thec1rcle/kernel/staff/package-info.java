/** A venue's staff and their permissions. */
@NullMarked
package com.thec1rcle.kernel.staff;

import org.jspecify.annotations.NullMarked;
