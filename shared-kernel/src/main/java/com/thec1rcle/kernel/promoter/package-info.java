/** Promoters, their links and their commission. */
@NullMarked
package com.thec1rcle.kernel.promoter;

import org.jspecify.annotations.NullMarked;
