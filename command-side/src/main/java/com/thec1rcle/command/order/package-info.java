/** Orders: placing them all or nothing, pricing them, seeing them through to tickets or money back. */
@NullMarked
package com.thec1rcle.command.order;

import org.jspecify.annotations.NullMarked;
