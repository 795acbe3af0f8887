/** Money in minor units, rates and exact sharing. */
@NullMarked
package com.thec1rcle.kernel.money;

import org.jspecify.annotations.NullMarked;
