/** What people were told, and what of it is unread. */
@NullMarked
package com.thec1rcle.query.notification;

import org.jspecify.annotations.NullMarked;
