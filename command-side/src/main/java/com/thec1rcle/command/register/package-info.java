/** The operational register of a venue and date. */
@NullMarked
package com.thec1rcle.command.register;

import org.jspecify.annotations.NullMarked;
