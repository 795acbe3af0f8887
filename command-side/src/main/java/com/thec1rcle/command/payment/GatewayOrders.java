package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.order.OrderId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which of our orders a gateway order was opened for: notices name only the latter. */
@Component
class GatewayOrders {
    private static final String COLLECTION = "gateway_orders";

    private final MongoTemplate vault;

    GatewayOrders(@Qualifier("vault") MongoTemplate vault) {
        this.vault = vault;
    }

    void remember(String gatewayOrderId, OrderId orderId) {
        vault.save(new GatewayOrder(gatewayOrderId, orderId.value()), COLLECTION);
    }

    Optional<OrderId> find(String gatewayOrderId) {
        return Optional.ofNullable(vault.findById(gatewayOrderId, GatewayOrder.class, COLLECTION))
                .map(found -> new OrderId(found.orderId()));
    }

    /** The pair. */
    record GatewayOrder(@Id String id, String orderId) {}
}
