/** Histories over HTTP. */
@NullMarked
package com.thec1rcle.api.audit;

import org.jspecify.annotations.NullMarked;
