/** The history of every attempt at the door. */
@NullMarked
package com.thec1rcle.query.entry;

import org.jspecify.annotations.NullMarked;
