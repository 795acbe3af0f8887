package com.thec1rcle.query.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderPage;
import com.thec1rcle.kernel.order.OrderQuery.FindOrder;
import com.thec1rcle.kernel.order.OrderQuery.FindOrders;
import com.thec1rcle.kernel.order.OrderView;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.refund.OrderRefunds;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers guests about their own orders. */
@Component
class OrderQueries {
    private final Rows<OrderDocument> orders;
    private final Rows<PaymentDocument> payments;
    private final Rows<TicketDocument> tickets;
    private final PersonalData personalData;
    private final TicketCodes codes;
    private final OrderRefunds refunds;
    private final Clock clock;

    OrderQueries(
            @Qualifier("views") MongoTemplate mongo,
            PersonalData personalData,
            TicketCodes codes,
            OrderRefunds refunds,
            Clock clock) {
        this.orders = new Rows<>(mongo, OrderDocument.class, OrderDocument.COLLECTION);
        this.payments = new Rows<>(mongo, PaymentDocument.class, PaymentDocument.COLLECTION);
        this.tickets = new Rows<>(mongo, TicketDocument.class, TicketDocument.COLLECTION);
        this.personalData = personalData;
        this.codes = codes;
        this.refunds = refunds;
        this.clock = clock;
    }

    @QueryHandler
    OrderPage find(FindOrders query) {
        Rows.Page<OrderDocument> page = orders.page(
                where("accountId").is(query.viewer().userId().value()),
                "placedAt",
                Direction.DESC,
                query.cursor(),
                query.limit(),
                OrderDocument::placedAt,
                OrderDocument::id);
        return new OrderPage(withDetails(page.items()), page.nextCursor());
    }

    /** Somebody else's order is as good as none: its existence concerns nobody else. */
    @QueryHandler
    OrderView find(FindOrder query) {
        OrderDocument order = orders.find(query.orderId().value())
                .filter(found -> isOwn(found.accountId(), query.viewer()))
                .orElseThrow(() -> QueryRefused.notFound("order"));
        return withDetails(List.of(order)).getFirst();
    }

    /** The orders with all their payments and tickets, each collection asked once. */
    private List<OrderView> withDetails(List<OrderDocument> found) {
        Instant now = clock.instant();
        List<String> ids = found.stream().map(OrderDocument::id).toList();
        Map<String, List<PaymentDocument>> paymentsOf =
                grouped(payments.findAll(where("orderId").in(ids)), PaymentDocument::orderId);
        Map<String, List<TicketDocument>> ticketsOf =
                grouped(tickets.findAll(where("orderId").in(ids)), TicketDocument::orderId);
        Map<OrderId, List<RefundView>> refundsOf = refunds.of(ids);
        return found.stream()
                .map(order -> order.toView(
                        open(order.buyer()).orElse(null),
                        paymentsOf.getOrDefault(order.id(), List.of()).stream()
                                .sorted(Comparator.comparing(PaymentDocument::at)
                                        .thenComparing(PaymentDocument::id))
                                .map(PaymentDocument::toView)
                                .toList(),
                        refundsOf.getOrDefault(new OrderId(order.id()), List.of()),
                        ticketsOf.getOrDefault(order.id(), List.of()).stream()
                                .sorted(Comparator.comparingInt(TicketDocument::number))
                                .map(ticket -> ticket.toBuyer(codes, now))
                                .toList()))
                .toList();
    }

    private static <D> Map<String, List<D>> grouped(List<D> documents, Function<D, String> key) {
        return documents.stream().collect(Collectors.groupingBy(key));
    }

    private Optional<Contact> open(Sealed sealed) {
        return personalData.open(sealed, Contact.class);
    }

    private static boolean isOwn(String accountId, Actor viewer) {
        return accountId.equals(viewer.userId().value());
    }
}
