/** Hosts, as anybody may see them. */
@NullMarked
package com.thec1rcle.query.host;

import org.jspecify.annotations.NullMarked;
