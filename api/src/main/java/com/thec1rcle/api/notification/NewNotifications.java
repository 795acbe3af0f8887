package com.thec1rcle.api.notification;

import com.thec1rcle.kernel.notification.NotificationId;
import com.thec1rcle.kernel.notification.NotificationView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what is new in one look at the latest notifications after another; for one stream, one look at a time. */
final class NewNotifications {
    private static final int REMEMBERED = 2_000;

    private final @Nullable String lastSeen;
    private final Set<NotificationId> seen = new HashSet<>();
    private final Deque<NotificationId> order = new ArrayDeque<>();
    private boolean looked;

    /** @param lastSeen the last one that the client knows; absent for a client that knows all there is */
    NewNotifications(@Nullable String lastSeen) {
        this.lastSeen = lastSeen;
    }

    /**
     * What was not there at the last look.
     *
     * @param latest the latest notifications, latest first
     * @return oldest first
     */
    List<NotificationView> in(List<NotificationView> latest) {
        List<NotificationView> fresh = new ArrayList<>(looked ? unseen(latest) : missed(latest));
        latest.forEach(notification -> remember(notification.notificationId()));
        looked = true;
        Collections.reverse(fresh);
        return fresh;
    }

    private List<NotificationView> unseen(List<NotificationView> latest) {
        return latest.stream()
                .filter(notification -> !seen.contains(notification.notificationId()))
                .toList();
    }

    private List<NotificationView> missed(List<NotificationView> latest) {
        if (lastSeen == null) {
            return List.of();
        }
        return latest.stream()
                .takeWhile(
                        notification -> !notification.notificationId().value().equals(lastSeen))
                .toList();
    }

    private void remember(NotificationId id) {
        if (seen.add(id)) {
            order.addLast(id);
        }
        if (order.size() > REMEMBERED) {
            seen.remove(order.removeFirst());
        }
    }
}
