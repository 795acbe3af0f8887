package com.thec1rcle.query.payout;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.payout.PayoutStatus;
import com.thec1rcle.kernel.payout.PayoutView;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A payout, in {@code promoter_payouts}; where it goes is kept masked only. */
record PayoutDocument(
        @Id String id,
        String promoterId,
        Money amount,
        PayoutMethod method,
        String destination,
        PayoutStatus status,
        Instant requestedAt,
        Instant changedAt,
        @Nullable String approvedBy,
        @Nullable String transactionId,
        @Nullable String reason,
        long version) {
    static final String COLLECTION = "promoter_payouts";

    PayoutView toView() {
        return new PayoutView(
                new PayoutId(id),
                new PromoterId(promoterId),
                amount,
                method,
                destination,
                status,
                requestedAt,
                changedAt,
                approvedBy == null ? null : new UserId(approvedBy),
                transactionId,
                reason);
    }
}
