/** How far the views are, and how they are rebuilt. */
@NullMarked
package com.thec1rcle.query.maintenance;

import org.jspecify.annotations.NullMarked;
