package com.thec1rcle.query.refund;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.refund.RefundEvent.RefundApproved;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.refund.RefundStatus;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.refund.RefundedOrder.End;
import com.thec1rcle.query.refund.RefundedOrder.MoneyBack;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Refunds: who asked, who said yes or no, and what became of the money; and for each order how it ended, so that the
 * calling off of an event can be followed.
 */
@Projection
@ProcessingGroup(RefundProjection.GROUP)
class RefundProjection {
    static final String GROUP = "projection-refunds";

    private static final long NOTHING_YET = -1;

    private final Rows<RefundDocument> refunds;
    private final Rows<RefundedOrder> orders;
    private final Rows<CalledOffEvent> events;

    RefundProjection(@Qualifier("views") MongoTemplate mongo) {
        refunds = new Rows<>(mongo, RefundDocument.class, RefundDocument.COLLECTION);
        orders = new Rows<>(mongo, RefundedOrder.class, RefundedOrder.COLLECTION);
        events = new Rows<>(mongo, CalledOffEvent.class, CalledOffEvent.COLLECTION);
        Indexes.ensure(mongo, RefundDocument.COLLECTION, "accountId", "eventId", "orderId", "status", "at");
        Indexes.ensure(mongo, RefundedOrder.COLLECTION, "eventId");
    }

    // What guests ask for

    @EventHandler
    void on(RefundAsked event, @SequenceNumber long version, @Timestamp Instant at) {
        refunds.insertIfAbsent(new RefundDocument(
                event.refundId().value(),
                event.orderId().value(),
                event.eventId().value(),
                event.accountId().value(),
                event.creator(),
                RefundStatus.REQUESTED,
                RefundReason.GUEST_REQUEST,
                event.amount(),
                event.ticketIds().stream().map(TicketId::value).toList(),
                event.reason(),
                event.approvalsNeeded(),
                List.of(),
                null,
                null,
                0,
                at,
                at,
                version,
                NOTHING_YET));
    }

    @EventHandler
    void on(RefundApproved event, @SequenceNumber long version, @Timestamp Instant at) {
        Update approved = new Update().addToSet("approvedBy", event.approvedBy().value());
        refunds.advance(event.refundId().value(), version, approved.set("changedAt", at));
    }

    @EventHandler
    void on(RefundGranted event, @SequenceNumber long version, @Timestamp Instant at) {
        refunds.advance(event.refundId().value(), version, status(RefundStatus.APPROVED, at));
    }

    @EventHandler
    void on(RefundRejected event, @SequenceNumber long version, @Timestamp Instant at) {
        refunds.advance(
                event.refundId().value(),
                version,
                status(RefundStatus.REJECTED, at).set("rejection", event.reason()));
    }

    // What becomes of the money

    /** Tickets that cost nothing are given back without money. */
    @EventHandler
    void on(TicketsRefunded event, @SequenceNumber long version, @Timestamp Instant at) {
        if (event.amounts().total().isZero()) {
            money(event.refundId(), version, status(RefundStatus.COMPLETED, at));
        }
        if (event.whole()) {
            end(event.orderId(), End.GIVEN_BACK, version, at);
        }
    }

    @EventHandler
    void on(RefundRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        orders.find(event.orderId().value())
                .ifPresent(order -> refunds.insertIfAbsent(unasked(event, order, version, at)));
        money(event.refundId(), version, status(RefundStatus.PROCESSING, at).set("attempts", 1));
        if (event.reason() == RefundReason.EVENT_CANCELLED) {
            Update requested = update("money", MoneyBack.REQUESTED)
                    .set("refundId", event.refundId().value())
                    .set("currency", event.amount().currency())
                    .set("amount", event.amount().amount());
            orders.advance(event.orderId().value(), version, requested);
        }
    }

    @EventHandler
    void on(RefundFailed event, @SequenceNumber long version, @Timestamp Instant at) {
        money(
                event.refundId(),
                version,
                status(RefundStatus.FAILED, at).set("failure", event.reason()).set("attempts", event.attempt()));
        cancellation(event.orderId(), event.refundId(), MoneyBack.FAILED, version);
    }

    @EventHandler
    void on(RefundRetried event, @SequenceNumber long version, @Timestamp Instant at) {
        money(event.refundId(), version, status(RefundStatus.PROCESSING, at).set("attempts", event.attempt()));
        cancellation(event.orderId(), event.refundId(), MoneyBack.REQUESTED, version);
    }

    @EventHandler
    void on(RefundCompleted event, @SequenceNumber long version, @Timestamp Instant at) {
        money(event.refundId(), version, status(RefundStatus.COMPLETED, at).unset("failure"));
        cancellation(event.orderId(), event.refundId(), MoneyBack.COMPLETED, version);
    }

    // How orders end

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long version) {
        orders.insertIfAbsent(new RefundedOrder(
                event.orderId().value(),
                event.eventId().value(),
                event.accountId().value(),
                event.creator(),
                End.NONE,
                null,
                MoneyBack.NONE,
                null,
                null,
                0,
                version));
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long version) {
        orders.advance(event.orderId().value(), version, update("end", End.NONE).set("endedAt", null));
    }

    @EventHandler
    void on(OrderExpired event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.orderId(), End.EXPIRED, version, at);
    }

    /** What had lapsed before is called off too, so that a late payment cannot revive it; it ended when it lapsed. */
    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        boolean stood = orders.find(event.orderId().value())
                .filter(order -> order.end() == End.NONE)
                .isPresent();
        if (stood) {
            end(event.orderId(), End.CANCELLED, version, at);
        }
    }

    @EventHandler
    void on(OrderRefunded event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.orderId(), End.GIVEN_BACK, version, at);
    }

    @EventHandler
    void on(EventCancelled event, @Timestamp Instant at) {
        events.insertIfAbsent(new CalledOffEvent(
                event.eventId().value(),
                event.creator(),
                event.venueId() == null ? null : event.venueId().value(),
                at));
    }

    @ResetHandler
    void reset() {
        refunds.clear();
        orders.clear();
        events.clear();
    }

    /** Money that goes back without anybody's asking: nobody must say yes to it. */
    private static RefundDocument unasked(RefundRequested event, RefundedOrder order, long version, Instant at) {
        return new RefundDocument(
                event.refundId().value(),
                order.id(),
                order.eventId(),
                order.accountId(),
                order.creator(),
                RefundStatus.PROCESSING,
                event.reason(),
                event.amount(),
                List.of(),
                null,
                0,
                List.of(),
                null,
                null,
                1,
                at,
                at,
                NOTHING_YET,
                version);
    }

    private void money(RefundId refundId, long version, Update update) {
        refunds.advance(refundId.value(), "orderVersion", version, update);
    }

    private void end(OrderId orderId, End end, long version, Instant at) {
        orders.advance(orderId.value(), version, update("end", end).set("endedAt", at));
    }

    /** Only of the refund that the calling off of the event began; the guest may have had others. */
    private void cancellation(OrderId orderId, RefundId refundId, MoneyBack money, long version) {
        orders.find(orderId.value())
                .filter(order -> refundId.value().equals(order.refundId()))
                .ifPresent(order -> orders.advance(order.id(), version, update("money", money)));
    }

    private static Update status(RefundStatus status, Instant at) {
        return update("status", status).set("changedAt", at);
    }
}
