package com.thec1rcle.kernel.notification;

import com.thec1rcle.kernel.account.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.serialization.Revision;

/** What happened to a user's inbox. */
public sealed interface InboxEvent {
    InboxId inboxId();

    /** What is named was read. */
    @Revision("1")
    record NotificationsRead(InboxId inboxId, UserId userId, Set<NotificationId> notificationIds)
            implements InboxEvent {}

    /** Everything up to then was read. */
    @Revision("1")
    record InboxRead(InboxId inboxId, UserId userId, Instant upTo) implements InboxEvent {}
}
