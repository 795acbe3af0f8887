/** A gateway that takes nobody's money and signs exactly as the real one. */
@NullMarked
package com.thec1rcle.command.payment.sandbox;

import org.jspecify.annotations.NullMarked;
