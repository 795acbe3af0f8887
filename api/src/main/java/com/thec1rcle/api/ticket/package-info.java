/** Tickets over HTTP: the code as a picture. */
@NullMarked
package com.thec1rcle.api.ticket;

import org.jspecify.annotations.NullMarked;
