package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** What promoters and their visitors ask for that takes more than one aggregate. */
public sealed interface PromoterDeskCommand {

    /** The promoter wants a link for an event; answers a LinkTarget. */
    record CreateLink(
            @RoutingKey PromoterId promoterId,
            EventId eventId,
            @Nullable Instant expiresAt) implements PromoterDeskCommand {}

    /** The promoter asks the event's people for access. */
    record AskForEvent(@RoutingKey PromoterId promoterId, EventId eventId) implements PromoterDeskCommand {}

    /** A visitor clicked a link; unknown or inactive codes are refused with PROMOTER_CODE_INVALID or LINK_INACTIVE. */
    record Click(@RoutingKey String code, String visitor) implements PromoterDeskCommand {}
}
