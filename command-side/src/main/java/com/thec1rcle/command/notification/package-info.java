/** What people have read of what they were told. */
@NullMarked
package com.thec1rcle.command.notification;

import org.jspecify.annotations.NullMarked;
