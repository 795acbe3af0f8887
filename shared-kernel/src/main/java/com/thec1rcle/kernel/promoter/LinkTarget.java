package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a link code leads to; the answer to {@link LinkCodeCommand.ResolveLinkCode}. */
public record LinkTarget(
        LinkId linkId,
        String code,
        PromoterId promoterId,
        UserId promoterUserId,
        EventId eventId,
        @Nullable Instant expiresAt) {}
