package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.account.UserId;
import java.time.Instant;

/** A promoter's account as the platform and its owner see it. */
public record PromoterView(
        PromoterId promoterId, UserId userId, String displayName, boolean approved, Instant openedAt) {}
