/** Hosts: the brands that build events. */
@NullMarked
package com.thec1rcle.kernel.host;

import org.jspecify.annotations.NullMarked;
