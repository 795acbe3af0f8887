package com.thec1rcle.command.promoter;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.LinkCommand.ActivateLink;
import com.thec1rcle.kernel.promoter.LinkCommand.DeactivateLink;
import com.thec1rcle.kernel.promoter.LinkCommand.DescribeLink;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkActivated;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkDeactivated;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The one link of a promoter for an event: in force or not, for a time or for good. */
@Decider
final class PromoterLink {
    @AggregateIdentifier
    private @Nullable LinkId id;

    private @Nullable LinkTarget target;
    private boolean active;

    PromoterLink() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ActivateLink command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        requireFuture(command.expiresAt(), clock.instant());
        if (isActiveUntil(command.expiresAt())) {
            return; // The link is in force on just these terms.
        }
        apply(new LinkActivated(
                command.linkId(),
                command.promoterId(),
                command.promoterUserId(),
                command.eventId(),
                command.code(),
                command.expiresAt()));
    }

    @CommandHandler
    void decide(DeactivateLink command, Actor actor) throws Refusal {
        LinkTarget link = requireNonNull(target);
        actor.requireSelf(link.promoterUserId());
        if (active) {
            apply(new LinkDeactivated(command.linkId(), link.promoterId(), link.eventId()));
        }
    }

    @CommandHandler
    LinkTarget decide(DescribeLink command, Clock clock) throws Refusal {
        LinkTarget link = requireNonNull(target);
        if (!active || isOver(link.expiresAt(), clock.instant())) {
            throw new Refusal(ErrorCode.LINK_INACTIVE, "This link is no longer in force.");
        }
        return link;
    }

    @EventSourcingHandler
    void evolve(LinkActivated event) {
        id = event.linkId();
        active = true;
        target = new LinkTarget(
                event.linkId(),
                event.code(),
                event.promoterId(),
                event.promoterUserId(),
                event.eventId(),
                event.expiresAt());
    }

    @EventSourcingHandler
    void evolve(LinkDeactivated event) {
        active = false;
    }

    private static void requireFuture(@Nullable Instant expiresAt, Instant now) throws Refusal {
        if (isOver(expiresAt, now)) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "A link cannot expire before it begins.");
        }
    }

    private boolean isActiveUntil(@Nullable Instant expiresAt) {
        return active && target != null && Objects.equals(target.expiresAt(), expiresAt);
    }

    private static boolean isOver(@Nullable Instant expiresAt, Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
