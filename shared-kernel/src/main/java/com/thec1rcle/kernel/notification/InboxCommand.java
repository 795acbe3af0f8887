package com.thec1rcle.kernel.notification;

import java.util.Set;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a user's inbox. */
public sealed interface InboxCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    InboxId inboxId();

    /** Marks what is named as read. */
    record MarkRead(InboxId inboxId, Set<NotificationId> notificationIds) implements InboxCommand {}

    /** Marks everything up to now as read. */
    record MarkAllRead(InboxId inboxId) implements InboxCommand {}
}
