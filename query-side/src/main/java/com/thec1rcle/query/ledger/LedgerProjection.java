package com.thec1rcle.query.ledger;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Keeps the books: each money event posts its journal, line by line, under its own identifier. */
@Projection
@ProcessingGroup(LedgerProjection.GROUP)
class LedgerProjection {
    static final String GROUP = "projection-ledger";

    private final Rows<LedgerLineDocument> lines;

    LedgerProjection(@Qualifier("views") MongoTemplate mongo) {
        lines = new Rows<>(mongo, LedgerLineDocument.class, LedgerLineDocument.COLLECTION);
        Indexes.ensure(mongo, LedgerLineDocument.COLLECTION, "at");
        Indexes.ensure(mongo, LedgerLineDocument.COLLECTION, "account", "at");
    }

    @EventHandler
    void on(OrderConfirmed event, @MessageIdentifier String id, @Timestamp Instant at) {
        post(Journal.of(event), id, "OrderConfirmed", event.orderId().value(), at);
    }

    @EventHandler
    void on(OrderRefunded event, @MessageIdentifier String id, @Timestamp Instant at) {
        post(Journal.of(event), id, "OrderRefunded", event.orderId().value(), at);
    }

    @EventHandler
    void on(TicketsRefunded event, @MessageIdentifier String id, @Timestamp Instant at) {
        post(Journal.of(event), id, "TicketsRefunded", event.orderId().value(), at);
    }

    @EventHandler
    void on(RefundRequested event, @MessageIdentifier String id, @Timestamp Instant at) {
        post(Journal.of(event), id, "RefundRequested", event.orderId().value(), at);
    }

    @EventHandler
    void on(RefundCompleted event, @MessageIdentifier String id, @Timestamp Instant at) {
        post(Journal.of(event), id, "RefundCompleted", event.orderId().value(), at);
    }

    @EventHandler
    void on(PayoutCompleted event, @MessageIdentifier String id, @Timestamp Instant at) {
        post(Journal.of(event), id, "PayoutCompleted", event.payoutId().value(), at);
    }

    @ResetHandler
    void reset() {
        lines.clear();
    }

    private void post(Journal journal, String causeId, String cause, String subject, Instant at) {
        List<Posting> postings = journal.postings();
        for (int place = 0; place < postings.size(); place++) {
            Posting posting = postings.get(place);
            Money none = Money.zero(posting.amount().currency());
            boolean credit = posting.amount().isNegative();
            lines.insertIfAbsent(new LedgerLineDocument(
                    causeId + "-" + (place + 1),
                    posting.account(),
                    credit ? none : posting.amount(),
                    credit ? posting.amount().negated() : none,
                    causeId,
                    cause,
                    subject,
                    at));
        }
    }
}
