/** The operational registers of venues over HTTP. */
@NullMarked
package com.thec1rcle.api.register;

import org.jspecify.annotations.NullMarked;
