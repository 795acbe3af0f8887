/** Personal data, sealed so that it can be erased. */
@NullMarked
package com.thec1rcle.kernel.privacy;

import org.jspecify.annotations.NullMarked;
