package com.thec1rcle.query.notification;

import com.thec1rcle.kernel.notification.NotificationKind;
import com.thec1rcle.kernel.notification.NotificationSubject;

/** What people are told, before it is anybody's. */
record Message(NotificationKind kind, NotificationSubject subject, String title, String text) {}
