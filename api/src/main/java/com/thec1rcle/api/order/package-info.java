/** Orders over HTTP: quoted, placed, shown, cancelled; and who is on an event's guest list. */
@NullMarked
package com.thec1rcle.api.order;

import org.jspecify.annotations.NullMarked;
