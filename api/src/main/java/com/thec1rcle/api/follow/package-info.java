/** Following over HTTP. */
@NullMarked
package com.thec1rcle.api.follow;

import org.jspecify.annotations.NullMarked;
