/** The databases of a fresh machine: started, owned and stopped by the process itself. */
@NullMarked
package com.thec1rcle.api.embedded;

import org.jspecify.annotations.NullMarked;
