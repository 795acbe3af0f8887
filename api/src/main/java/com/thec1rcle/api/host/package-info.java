/** Hosts over HTTP. */
@NullMarked
package com.thec1rcle.api.host;

import org.jspecify.annotations.NullMarked;
