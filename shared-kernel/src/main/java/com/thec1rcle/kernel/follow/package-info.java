/** Who follows which venue, host or promoter. */
@NullMarked
package com.thec1rcle.kernel.follow;

import org.jspecify.annotations.NullMarked;
