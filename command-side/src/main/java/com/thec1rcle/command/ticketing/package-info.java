/** Tiers that own their stock, and tickets that admit. */
@NullMarked
package com.thec1rcle.command.ticketing;

import org.jspecify.annotations.NullMarked;
