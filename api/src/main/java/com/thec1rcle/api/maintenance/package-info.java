/** Projections over HTTP, for administrators. */
@NullMarked
package com.thec1rcle.api.maintenance;

import org.jspecify.annotations.NullMarked;
