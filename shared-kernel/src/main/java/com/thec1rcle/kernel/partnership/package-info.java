/** A host's standing with a venue. */
@NullMarked
package com.thec1rcle.kernel.partnership;

import org.jspecify.annotations.NullMarked;
