/** The demo night of a first start, and what the start tells whoever started it. */
@NullMarked
package com.thec1rcle.api.demo;

import org.jspecify.annotations.NullMarked;
