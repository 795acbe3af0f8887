package com.thec1rcle.kernel.notification;

import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can ask to see of notifications; everybody sees their own. */
public sealed interface NotificationQuery {
    /** What the viewer was told, latest first; answers a NotificationList. */
    record FindNotifications(
            Actor viewer, boolean unreadOnly, @Nullable String cursor, int limit) implements NotificationQuery {}
}
