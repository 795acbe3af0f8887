/** What venues have written down about their nights. */
@NullMarked
package com.thec1rcle.query.register;

import org.jspecify.annotations.NullMarked;
