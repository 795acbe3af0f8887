package com.thec1rcle.kernel.payout;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a payout. */
public sealed interface PayoutEvent {
    PayoutId payoutId();

    /** A promoter asked for money; the account has reserved it. */
    @Revision("1")
    record PayoutRequested(
            PayoutId payoutId,
            PromoterId promoterId,
            UserId requestedBy,
            Money amount,
            PayoutMethod method,
            Sealed destination,
            String maskedDestination)
            implements PayoutEvent {}

    /** Finance said yes. */
    @Revision("1")
    record PayoutApproved(PayoutId payoutId, PromoterId promoterId, UserId approvedBy) implements PayoutEvent {}

    /** Finance said no. */
    @Revision("1")
    record PayoutRejected(PayoutId payoutId, PromoterId promoterId, Money amount, String reason)
            implements PayoutEvent {}

    /** The transfer is on its way. */
    @Revision("1")
    record PayoutStarted(
            PayoutId payoutId,
            PromoterId promoterId,
            @Nullable String transactionId) implements PayoutEvent {}

    /** The money arrived. */
    @Revision("1")
    record PayoutCompleted(
            PayoutId payoutId,
            PromoterId promoterId,
            Money amount,
            @Nullable String transactionId) implements PayoutEvent {}

    /** The transfer failed. */
    @Revision("1")
    record PayoutFailed(PayoutId payoutId, PromoterId promoterId, Money amount, String reason) implements PayoutEvent {}

    /** The promoter took the request back. */
    @Revision("1")
    record PayoutCancelled(PayoutId payoutId, PromoterId promoterId, Money amount) implements PayoutEvent {}
}
