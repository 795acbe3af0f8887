package com.thec1rcle.query.order;

import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderEvent;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.PaymentFailed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import com.thec1rcle.kernel.order.OrderEvent.PromoCodeApplied;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.payment.PaymentStatus;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Orders with their payments and tickets, the nights these are for, and whose guest list each event's is. */
@Projection
@ProcessingGroup(OrderProjection.GROUP)
class OrderProjection {
    static final String GROUP = "projection-orders";

    private final Rows<OrderDocument> orders;
    private final Rows<PaymentDocument> payments;
    private final Rows<TicketDocument> tickets;
    private final Rows<GuestlistDocument> guestlists;
    private final Rows<NightDocument> nights;
    private final Rows<PlaceDocument> places;

    OrderProjection(@Qualifier("views") MongoTemplate mongo) {
        orders = new Rows<>(mongo, OrderDocument.class, OrderDocument.COLLECTION);
        payments = new Rows<>(mongo, PaymentDocument.class, PaymentDocument.COLLECTION);
        tickets = new Rows<>(mongo, TicketDocument.class, TicketDocument.COLLECTION);
        guestlists = new Rows<>(mongo, GuestlistDocument.class, GuestlistDocument.COLLECTION);
        nights = new Rows<>(mongo, NightDocument.class, NightDocument.COLLECTION);
        places = new Rows<>(mongo, PlaceDocument.class, PlaceDocument.COLLECTION);
        Indexes.ensure(mongo, OrderDocument.COLLECTION, "accountId", "eventId", "placedAt");
        Indexes.ensure(mongo, PaymentDocument.COLLECTION, "orderId");
        Indexes.ensure(mongo, TicketDocument.COLLECTION, "orderId", "eventId", "ownerId", "issuedAt");
    }

    // Orders

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long version, @Timestamp Instant at) {
        orders.insertIfAbsent(new OrderDocument(
                event.orderId().value(),
                event.accountId().value(),
                event.eventId().value(),
                event.venueId().value(),
                OrderStatus.PENDING_PAYMENT,
                event.lines().stream().map(OrderDocument.Line::of).toList(),
                event.amounts(),
                event.buyer(),
                event.attribution() == null ? null : event.attribution().code(),
                null,
                at,
                event.holdExpiresAt(),
                null,
                null,
                version));
    }

    @EventHandler
    void on(PromoCodeApplied event, @SequenceNumber long version) {
        advance(event, version, Update.update("promoCode", event.code()));
    }

    @EventHandler
    void on(GatewayOrderOpened event, @SequenceNumber long version) {
        advance(event, version, Update.update("gatewayOrderId", event.gatewayOrderId()));
    }

    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long version) {
        advance(event, version, Update.update("status", OrderStatus.CANCELLED));
    }

    @EventHandler
    void on(OrderExpired event, @SequenceNumber long version) {
        advance(event, version, Update.update("status", OrderStatus.EXPIRED));
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long version, @Timestamp Instant at) {
        advance(event, version, Update.update("status", OrderStatus.CONFIRMED).set("confirmedAt", at));
    }

    @EventHandler
    void on(OrderRefunded event, @SequenceNumber long version) {
        advance(event, version, Update.update("status", OrderStatus.REFUNDED));
    }

    @EventHandler
    void on(TicketsRefunded event, @SequenceNumber long version) {
        OrderStatus status = event.whole() ? OrderStatus.REFUNDED : OrderStatus.PARTIALLY_REFUNDED;
        advance(event, version, Update.update("status", status));
    }

    private void advance(OrderEvent event, long version, Update update) {
        orders.advance(event.orderId().value(), version, update);
    }

    // Payments

    @EventHandler
    void on(PaymentVerified event, @SequenceNumber long version, @Timestamp Instant at) {
        pay(event.orderId(), event.paymentId(), PaymentStatus.VERIFIED, event.amount(), at, version);
    }

    @EventHandler
    void on(PaymentFailed event, @SequenceNumber long version, @Timestamp Instant at) {
        pay(event.orderId(), event.paymentId(), PaymentStatus.FAILED, null, at, version);
    }

    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long version, @Timestamp Instant at) {
        pay(event.orderId(), event.paymentId(), PaymentStatus.CAPTURED, event.amount(), at, version);
    }

    @EventHandler
    void on(RefundRequested event, @SequenceNumber long version) {
        Update update = Update.update("status", PaymentStatus.REFUND_PENDING)
                .set("refundId", event.refundId().value())
                .set("refundReason", event.reason());
        payments.advance(rowOf(event.orderId(), event.paymentId()), version, update);
    }

    @EventHandler
    void on(RefundFailed event, @SequenceNumber long version) {
        refund(event.orderId(), event.paymentId(), PaymentStatus.REFUND_FAILED, version);
    }

    @EventHandler
    void on(RefundRetried event, @SequenceNumber long version) {
        refund(event.orderId(), event.paymentId(), PaymentStatus.REFUND_PENDING, version);
    }

    @EventHandler
    void on(RefundCompleted event, @SequenceNumber long version) {
        String row = rowOf(event.orderId(), event.paymentId());
        payments.find(row)
                .filter(payment -> payment.version() < version)
                .ifPresent(payment -> payments.advance(row, version, payment.returned(event.amount())));
    }

    private void pay(
            OrderId orderId, String paymentId, PaymentStatus status, @Nullable Money amount, Instant at, long version) {
        String row = rowOf(orderId, paymentId);
        payments.insertIfAbsent(
                new PaymentDocument(row, orderId.value(), paymentId, status, amount, 0, null, null, at, version));
        Update update = Update.update("status", status);
        payments.advance(row, version, amount == null ? update : update.set("amount", amount));
    }

    private void refund(OrderId orderId, String paymentId, PaymentStatus status, long version) {
        payments.advance(rowOf(orderId, paymentId), version, Update.update("status", status));
    }

    private static String rowOf(OrderId orderId, String paymentId) {
        return orderId + "/" + paymentId;
    }

    // Tickets and guest lists

    @EventHandler
    void on(TicketIssued event, @SequenceNumber long version, @Timestamp Instant at) {
        // Tickets are sold only after their night was published, and all of this is handled in one order.
        Optional<NightDocument> night = nights.find(event.eventId().value());
        tickets.insertIfAbsent(new TicketDocument(
                event.ticketId().value(),
                event.orderId().value(),
                event.eventId().value(),
                event.tierId().value(),
                event.tierName(),
                event.entryType(),
                event.ticketId().number(),
                event.admits(),
                0,
                false,
                event.rotatingCode(),
                event.codeGeneration(),
                event.ownerId().value(),
                event.ownerId().value(),
                event.holder(),
                at,
                at,
                night.map(NightDocument::from).orElse(null),
                night.map(NightDocument::until).orElse(null),
                version));
    }

    @EventHandler
    void on(TicketTransferred event, @SequenceNumber long version, @Timestamp Instant at) {
        Update update = Update.update("ownerId", event.to().value())
                .set("holder", event.holder())
                .set("codeGeneration", event.codeGeneration())
                .set("acquiredAt", at);
        tickets.advance(event.ticketId().value(), version, update);
    }

    @EventHandler
    void on(HolderRenamed event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, Update.update("holder", event.holder()));
    }

    @EventHandler
    void on(TicketAdmitted event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, Update.update("admitted", event.admitted()));
    }

    @EventHandler
    void on(TicketReadmitted event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, Update.update("admitted", event.admitted()));
    }

    @EventHandler
    void on(ScanUndone event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, Update.update("admitted", event.admitted()));
    }

    @EventHandler
    void on(TicketRevoked event, @SequenceNumber long version) {
        tickets.advance(event.ticketId().value(), version, Update.update("revoked", true));
    }

    @EventHandler
    void on(EventPublished event, @SequenceNumber long version) {
        guestlists.insertIfAbsent(
                new GuestlistDocument(event.eventId().value(), event.venueId().value(), event.creator()));
        nights.insertIfAbsent(new NightDocument(
                event.eventId().value(),
                event.title(),
                event.slot().from(),
                event.slot().until(),
                event.doorsAt(),
                event.city(),
                event.venueId().value(),
                false,
                version));
    }

    @EventHandler
    void on(EventCancelled event, @SequenceNumber long version) {
        nights.advance(event.eventId().value(), version, Update.update("cancelled", true));
    }

    @EventHandler
    void on(VenueRegistered event, @SequenceNumber long version) {
        places.insertIfAbsent(new PlaceDocument(
                event.venueId().value(), event.name(), event.address(), event.city(), event.timeZone(), version));
    }

    @EventHandler
    void on(VenueDetailsChanged event, @SequenceNumber long version) {
        Update update = Update.update("name", event.name())
                .set("address", event.address())
                .set("city", event.city());
        places.advance(event.venueId().value(), version, update);
    }

    @ResetHandler
    void reset() {
        orders.clear();
        payments.clear();
        tickets.clear();
        guestlists.clear();
        nights.clear();
        places.clear();
    }
}
