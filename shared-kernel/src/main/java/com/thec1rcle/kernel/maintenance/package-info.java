/** How the views are kept: where each projection stands, and rebuilding it. */
@NullMarked
package com.thec1rcle.kernel.maintenance;

import org.jspecify.annotations.NullMarked;
