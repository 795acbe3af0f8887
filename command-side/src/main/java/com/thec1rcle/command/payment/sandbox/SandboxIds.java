package com.thec1rcle.command.payment.sandbox;

import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.order.OrderId;

/** The ids a sandbox would invent, each following from what it is for. */
final class SandboxIds {
    private SandboxIds() {}

    static String gatewayOrder(OrderId orderId) {
        return "order_" + derived("order", orderId.value());
    }

    static String payment(String gatewayOrderId, boolean success) {
        return "pay_" + derived(success ? "success" : "failure", gatewayOrderId);
    }

    static String refund(String idempotencyKey) {
        return "rfnd_" + derived("refund", idempotencyKey);
    }

    private static String derived(String kind, String of) {
        return Identifier.derive("sandbox", kind, of).replace("-", "");
    }
}
