/** How far the views are, and how they are rebuilt. */
@NullMarked
package com.thec1rcle.kernel.maintenance;

import org.jspecify.annotations.NullMarked;
