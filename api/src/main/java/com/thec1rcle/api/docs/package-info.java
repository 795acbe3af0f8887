/** The published description of the API. */
@NullMarked
package com.thec1rcle.api.docs;

import org.jspecify.annotations.NullMarked;
