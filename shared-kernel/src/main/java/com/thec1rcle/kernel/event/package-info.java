/** Events of the night: from draft to completion. */
@NullMarked
package com.thec1rcle.kernel.event;

import org.jspecify.annotations.NullMarked;
