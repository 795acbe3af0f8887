package com.thec1rcle.command.notification;

import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.notification.InboxCommand.MarkAllRead;
import com.thec1rcle.kernel.notification.InboxCommand.MarkRead;
import com.thec1rcle.kernel.notification.InboxEvent.InboxRead;
import com.thec1rcle.kernel.notification.InboxEvent.NotificationsRead;
import com.thec1rcle.kernel.notification.InboxId;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a person has read. It remembers no single notification, only up to when everything was read, so it loads as
 * fast after ten years as on the first day.
 */
@Decider
final class Inbox {
    @AggregateIdentifier
    private @Nullable InboxId id;

    private Instant readUpTo = Instant.EPOCH;

    Inbox() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MarkRead command, Actor actor) throws Refusal {
        requireOwn(command.inboxId(), actor);
        if (!command.notificationIds().isEmpty()) {
            apply(new NotificationsRead(command.inboxId(), actor.userId(), command.notificationIds()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MarkAllRead command, Actor actor, Clock clock) throws Refusal {
        requireOwn(command.inboxId(), actor);
        Instant now = clock.instant();
        if (now.isAfter(readUpTo)) {
            apply(new InboxRead(command.inboxId(), actor.userId(), now));
        }
    }

    @EventSourcingHandler
    void evolve(NotificationsRead event) {
        id = event.inboxId();
    }

    @EventSourcingHandler
    void evolve(InboxRead event) {
        id = event.inboxId();
        readUpTo = event.upTo();
    }

    private static void requireOwn(InboxId inbox, Actor actor) throws Refusal {
        if (actor.isAnonymous() || !InboxId.of(actor.userId()).equals(inbox)) {
            throw new Refusal(FORBIDDEN, "Everybody reads their own inbox.");
        }
    }
}
