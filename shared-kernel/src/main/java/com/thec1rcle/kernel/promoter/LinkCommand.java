package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of a promoter's link. */
public sealed interface LinkCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    LinkId linkId();

    /** Puts the promoter's link for an event into force under a reserved code. */
    record ActivateLink(
            LinkId linkId,
            PromoterId promoterId,
            UserId promoterUserId,
            EventId eventId,
            String code,
            @Nullable Instant expiresAt)
            implements LinkCommand {}

    /** Takes the link out of force. */
    record DeactivateLink(LinkId linkId) implements LinkCommand {}

    /** Asks what the link leads to; refused with LINK_INACTIVE; answers a LinkTarget. */
    record DescribeLink(LinkId linkId) implements LinkCommand {}
}
