/** Public profiles of venues, hosts and promoters. */
@NullMarked
package com.thec1rcle.kernel.profile;

import org.jspecify.annotations.NullMarked;
