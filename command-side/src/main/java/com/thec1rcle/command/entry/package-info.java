/** The door: a code is read, its event and ticket are asked, and every attempt is recorded. */
@NullMarked
package com.thec1rcle.command.entry;

import org.jspecify.annotations.NullMarked;
