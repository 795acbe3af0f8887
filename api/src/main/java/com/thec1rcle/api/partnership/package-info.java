/** Partnerships over HTTP. */
@NullMarked
package com.thec1rcle.api.partnership;

import org.jspecify.annotations.NullMarked;
