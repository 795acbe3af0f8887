/** Upcasters: how old event revisions are read today. */
@NullMarked
package com.thec1rcle.kernel.upcast;

import org.jspecify.annotations.NullMarked;
