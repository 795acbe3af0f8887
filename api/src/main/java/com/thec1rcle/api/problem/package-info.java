/** How the API says no: every failure becomes a problem document with a stable code. */
@NullMarked
package com.thec1rcle.api.problem;

import org.jspecify.annotations.NullMarked;
