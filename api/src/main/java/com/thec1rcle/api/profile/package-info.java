/** Profiles over HTTP. */
@NullMarked
package com.thec1rcle.api.profile;

import org.jspecify.annotations.NullMarked;
