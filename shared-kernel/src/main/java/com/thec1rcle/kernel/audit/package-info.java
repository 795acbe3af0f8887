/** The history of every aggregate, as auditors read it. */
@NullMarked
package com.thec1rcle.kernel.audit;

import org.jspecify.annotations.NullMarked;
