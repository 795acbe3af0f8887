/** Profiles as everybody sees them. */
@NullMarked
package com.thec1rcle.query.profile;

import org.jspecify.annotations.NullMarked;
