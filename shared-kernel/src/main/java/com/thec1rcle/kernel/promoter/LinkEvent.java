package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a promoter's link. */
public sealed interface LinkEvent {
    LinkId linkId();

    /** A link came into force. */
    @Revision("1")
    record LinkActivated(
            LinkId linkId,
            PromoterId promoterId,
            UserId promoterUserId,
            EventId eventId,
            String code,
            @Nullable Instant expiresAt)
            implements LinkEvent {}

    /** A link went out of force. */
    @Revision("1")
    record LinkDeactivated(LinkId linkId, PromoterId promoterId, EventId eventId) implements LinkEvent {}
}
