/** Refunds decide here who must say yes; what can be given back the order decides, and whether a ticket can be taken back the ticket. */
@NullMarked
package com.thec1rcle.command.refund;

import org.jspecify.annotations.NullMarked;
