/** Events of the night: how they are drafted, approved, published, and end. */
@NullMarked
package com.thec1rcle.command.event;

import org.jspecify.annotations.NullMarked;
