/** Who is calling, and which doors are open without a key. */
@NullMarked
package com.thec1rcle.api.security;

import org.jspecify.annotations.NullMarked;
