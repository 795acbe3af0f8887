/** Who follows what, and how many do. */
@NullMarked
package com.thec1rcle.query.follow;

import org.jspecify.annotations.NullMarked;
