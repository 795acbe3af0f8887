package com.thec1rcle.query.payout;

import com.thec1rcle.kernel.payout.PayoutEvent.PayoutApproved;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCancelled;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutStarted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutStatus;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Payouts and where they stand. */
@Projection
@ProcessingGroup(PayoutProjection.GROUP)
class PayoutProjection {
    static final String GROUP = "projection-promoter-payouts";

    private final Rows<PayoutDocument> payouts;

    PayoutProjection(@Qualifier("views") MongoTemplate mongo) {
        payouts = new Rows<>(mongo, PayoutDocument.class, PayoutDocument.COLLECTION);
        Indexes.ensure(mongo, PayoutDocument.COLLECTION, "promoterId", "requestedAt");
        Indexes.ensure(mongo, PayoutDocument.COLLECTION, "status", "requestedAt");
    }

    @EventHandler
    void on(PayoutRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        payouts.insertIfAbsent(new PayoutDocument(
                event.payoutId().value(),
                event.promoterId().value(),
                event.amount(),
                event.method(),
                event.maskedDestination(),
                PayoutStatus.REQUESTED,
                at,
                at,
                null,
                null,
                null,
                version));
    }

    @EventHandler
    void on(PayoutApproved event, @SequenceNumber long version, @Timestamp Instant at) {
        Update update = status(PayoutStatus.APPROVED, at)
                .set("approvedBy", event.approvedBy().value());
        payouts.advance(event.payoutId().value(), version, update);
    }

    @EventHandler
    void on(PayoutRejected event, @SequenceNumber long version, @Timestamp Instant at) {
        Update update = status(PayoutStatus.REJECTED, at).set("reason", event.reason());
        payouts.advance(event.payoutId().value(), version, update);
    }

    @EventHandler
    void on(PayoutStarted event, @SequenceNumber long version, @Timestamp Instant at) {
        advance(event.payoutId(), version, status(PayoutStatus.PROCESSING, at), event.transactionId());
    }

    @EventHandler
    void on(PayoutCompleted event, @SequenceNumber long version, @Timestamp Instant at) {
        advance(event.payoutId(), version, status(PayoutStatus.COMPLETED, at), event.transactionId());
    }

    @EventHandler
    void on(PayoutFailed event, @SequenceNumber long version, @Timestamp Instant at) {
        Update update = status(PayoutStatus.FAILED, at).set("reason", event.reason());
        payouts.advance(event.payoutId().value(), version, update);
    }

    @EventHandler
    void on(PayoutCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        payouts.advance(event.payoutId().value(), version, status(PayoutStatus.CANCELLED, at));
    }

    @ResetHandler
    void reset() {
        payouts.clear();
    }

    private void advance(PayoutId payout, long version, Update update, @Nullable String transactionId) {
        payouts.advance(
                payout.value(), version, transactionId == null ? update : update.set("transactionId", transactionId));
    }

    private static Update status(PayoutStatus status, Instant at) {
        return Update.update("status", status).set("changedAt", at);
    }
}
