package com.thec1rcle.kernel.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payout as it is shown.
 *
 * @param destination masked: enough to recognise it by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutView(
        PayoutId payoutId,
        PromoterId promoterId,
        Money amount,
        PayoutMethod method,
        String destination,
        PayoutStatus status,
        Instant requestedAt,
        Instant changedAt,
        @Nullable UserId approvedBy,
        @Nullable String transactionId,
        @Nullable String reason) {}
