/** Tickets over HTTP: one's own, as pictures, pages and calendar entries; given away and renamed. */
@NullMarked
package com.thec1rcle.api.ticket;

import org.jspecify.annotations.NullMarked;
