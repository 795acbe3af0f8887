/** The running application. */
@NullMarked
package com.thec1rcle.api;

import org.jspecify.annotations.NullMarked;
