/** Hosts: the brands that build events. */
@NullMarked
package com.thec1rcle.command.host;

import org.jspecify.annotations.NullMarked;
