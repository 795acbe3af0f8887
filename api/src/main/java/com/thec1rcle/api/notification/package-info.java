/** Notifications over HTTP, asked for and streamed. */
@NullMarked
package com.thec1rcle.api.notification;

import org.jspecify.annotations.NullMarked;
