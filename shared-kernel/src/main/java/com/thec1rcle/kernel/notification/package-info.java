/** What people are told, and what they have read. */
@NullMarked
package com.thec1rcle.kernel.notification;

import org.jspecify.annotations.NullMarked;
