package com.thec1rcle.query.promoter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.promoter.CommissionItem;
import com.thec1rcle.kernel.promoter.CommissionStatus;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionEarned;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReleased;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionReversed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveReturned;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserveSpent;
import com.thec1rcle.kernel.promoter.PromoterEvent.PayoutReserved;
import com.thec1rcle.kernel.promoter.PromoterEvent.TicketCommissionReversed;
import com.thec1rcle.kernel.promoter.ReversedItem;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.promoter.ReserveDocument.State;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Commission line by line, and what is set aside or paid of it. All of a promoter's rows come from one account, so its
 * event numbers say for each row what it has seen.
 */
@Projection
@ProcessingGroup(CommissionProjection.GROUP)
class CommissionProjection {
    static final String GROUP = "projection-promoter-commissions";

    private final Rows<CommissionDocument> commissions;
    private final Rows<ReserveDocument> reserves;

    CommissionProjection(@Qualifier("views") MongoTemplate mongo) {
        commissions = new Rows<>(mongo, CommissionDocument.class, CommissionDocument.COLLECTION);
        reserves = new Rows<>(mongo, ReserveDocument.class, ReserveDocument.COLLECTION);
        Indexes.ensure(mongo, CommissionDocument.COLLECTION, "promoterId", "at");
        Indexes.ensure(mongo, CommissionDocument.COLLECTION, "orderId");
        Indexes.ensure(mongo, ReserveDocument.COLLECTION, "promoterId");
    }

    @EventHandler
    void on(CommissionEarned event, @SequenceNumber long version, @Timestamp Instant at) {
        CommissionStatus status = event.payableAtOnce() ? CommissionStatus.PAYABLE : CommissionStatus.EARNED;
        List<CommissionItem> items = event.items();
        for (int place = 0; place < items.size(); place++) {
            CommissionItem item = items.get(place);
            commissions.insertIfAbsent(new CommissionDocument(
                    event.orderId().value() + "-" + (place + 1),
                    event.promoterId().value(),
                    event.orderId().value(),
                    event.eventId().value(),
                    item.tierId().value(),
                    item.tickets(),
                    item.base(),
                    item.rate(),
                    item.amount(),
                    status,
                    false,
                    at,
                    version));
        }
    }

    @EventHandler
    void on(CommissionReleased event, @SequenceNumber long version) {
        Criteria earned = where("promoterId")
                .is(event.promoterId().value())
                .and("eventId")
                .is(event.eventId().value())
                .and("status")
                .is(CommissionStatus.EARNED);
        advanceAll(earned, version, CommissionStatus.PAYABLE);
    }

    @EventHandler
    void on(CommissionReversed event, @SequenceNumber long version) {
        Criteria ofOrder = where("orderId")
                .is(event.orderId().value())
                .and("promoterId")
                .is(event.promoterId().value());
        advanceAll(ofOrder, version, CommissionStatus.REVERSED);
    }

    /** What was taken back leaves the line that it was earned with and has a line of its own. */
    @EventHandler
    void on(TicketCommissionReversed event, @SequenceNumber long version, @Timestamp Instant at) {
        for (ReversedItem item : event.items()) {
            commissions
                    .findAll(where("orderId")
                            .is(event.orderId().value())
                            .and("promoterId")
                            .is(event.promoterId().value())
                            .and("tierId")
                            .is(item.tierId().value())
                            .and("reversal")
                            .is(false))
                    .stream()
                    .filter(line -> line.version() < version)
                    .forEach(line -> {
                        commissions.insertIfAbsent(
                                line.reversal(event.refundId().value(), item, at, version));
                        commissions.advance(line.id(), version, line.less(item));
                    });
        }
    }

    @EventHandler
    void on(PayoutReserved event, @SequenceNumber long version) {
        reserves.insertIfAbsent(new ReserveDocument(
                event.payoutId().value(), event.promoterId().value(), event.amount(), State.RESERVED, version));
    }

    @EventHandler
    void on(PayoutReserveReturned event, @SequenceNumber long version) {
        reserves.advance(event.payoutId().value(), version, Update.update("state", State.RETURNED));
    }

    @EventHandler
    void on(PayoutReserveSpent event, @SequenceNumber long version) {
        reserves.advance(event.payoutId().value(), version, Update.update("state", State.SPENT));
    }

    @ResetHandler
    void reset() {
        commissions.clear();
        reserves.clear();
    }

    private void advanceAll(Criteria criteria, long version, CommissionStatus status) {
        commissions.set(
                criteria.and("version").lt(version),
                Update.update("status", status).set("version", version));
    }
}
