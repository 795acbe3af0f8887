package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.promoter.ClickEvent.LinkClicked;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkActivated;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkDeactivated;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Promoters' links; clicks and orders have a row each, so that totals are sums that no repetition changes. */
@Projection
@ProcessingGroup(LinkProjection.GROUP)
class LinkProjection {
    static final String GROUP = "projection-promoter-links";

    private final Rows<LinkDocument> links;
    private final Rows<LinkClickDocument> clicks;
    private final Rows<LinkOrderDocument> orders;

    LinkProjection(@Qualifier("views") MongoTemplate mongo) {
        links = new Rows<>(mongo, LinkDocument.class, LinkDocument.COLLECTION);
        clicks = new Rows<>(mongo, LinkClickDocument.class, LinkClickDocument.COLLECTION);
        orders = new Rows<>(mongo, LinkOrderDocument.class, LinkOrderDocument.COLLECTION);
        Indexes.ensure(mongo, LinkDocument.COLLECTION, "promoterId", "createdAt");
        Indexes.ensure(mongo, LinkClickDocument.COLLECTION, "linkId", "firstOfDay");
        Indexes.ensure(mongo, LinkOrderDocument.COLLECTION, "linkId");
    }

    @EventHandler
    void on(LinkActivated event, @SequenceNumber long version, @Timestamp Instant at) {
        links.insertIfAbsent(new LinkDocument(
                event.linkId().value(),
                event.promoterId().value(),
                event.eventId().value(),
                event.code(),
                true,
                event.expiresAt(),
                at,
                version));
        Update update = Update.update("active", true).set("code", event.code());
        links.advance(
                event.linkId().value(),
                version,
                event.expiresAt() == null ? update.unset("expiresAt") : update.set("expiresAt", event.expiresAt()));
    }

    @EventHandler
    void on(LinkDeactivated event, @SequenceNumber long version) {
        links.advance(event.linkId().value(), version, Update.update("active", false));
    }

    @EventHandler
    void on(LinkClicked event, @MessageIdentifier String id) {
        clicks.insertIfAbsent(new LinkClickDocument(id, event.linkId().value(), event.firstOfDay(), event.at()));
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long version) {
        if (event.attribution() == null) {
            return;
        }
        orders.insertIfAbsent(new LinkOrderDocument(
                event.orderId().value(),
                event.attribution().linkId().value(),
                event.tickets().size(),
                sum(event.lines(), OrderLine::net, event.amounts().total().currency()),
                sum(
                        event.lines(),
                        OrderLine::commission,
                        event.amounts().total().currency()),
                false,
                version));
    }

    @EventHandler
    void on(OrderRefunded event, @SequenceNumber long version) {
        if (event.attribution() != null) {
            orders.advance(event.orderId().value(), version, Update.update("refunded", true));
        }
    }

    @EventHandler
    void on(TicketsRefunded event, @SequenceNumber long version) {
        orders.find(event.orderId().value())
                .filter(order -> order.version() < version)
                .ifPresent(order -> orders.advance(order.id(), version, order.less(event)));
    }

    @ResetHandler
    void reset() {
        links.clear();
        clicks.clear();
        orders.clear();
    }

    private static Money sum(List<OrderLine> lines, Function<OrderLine, Money> part, String currency) {
        return lines.stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
