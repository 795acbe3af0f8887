package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.RequestPayment;
import com.thec1rcle.kernel.order.OrderCommand.VerifyPayment;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.payment.CheckoutCommand.BeginPayment;
import com.thec1rcle.kernel.payment.CheckoutCommand.ProvePayment;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import com.thec1rcle.kernel.payment.ProvenPayment;
import com.thec1rcle.kernel.payment.RequestedPayment;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers guests who pay, at once: what they asked is on disk first, then the gateway is called, and what could not be
 * done now is done later by {@link PaymentReconciliation}.
 */
@Conversation
final class PaymentCheckout {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentCheckout.class);

    private final GatewayOpening opening;
    private final Captures captures;
    private final Errands errands;
    private final Commands commands;
    private final GatewaySettings settings;

    PaymentCheckout(
            GatewayOpening opening, Captures captures, Errands errands, Commands commands, GatewaySettings settings) {
        this.opening = opening;
        this.captures = captures;
        this.errands = errands;
        this.commands = commands;
        this.settings = settings;
    }

    @CommandHandler
    CheckoutOrder handle(BeginPayment command, Actor actor) throws Refusal {
        try {
            return errands.run(GatewayOpening.errand(command.orderId()), () -> begin(command, actor));
        } catch (GatewayUnavailable unavailable) {
            LOG.warn("No gateway order for {} now: {}", command.orderId(), unavailable.getMessage());
            throw new Refusal(
                    ErrorCode.GATEWAY_UNAVAILABLE,
                    "The payment gateway does not answer at the moment; your order is held, so try again shortly.",
                    Map.of(
                            "retryAfter",
                            Long.toString(Math.max(1, settings.pause().toSeconds()))));
        } catch (GatewayRefused refused) {
            throw new Refusal(
                    ErrorCode.GATEWAY_REFUSED, "The payment gateway takes no payment here: " + refused.getMessage());
        }
    }

    private CheckoutOrder begin(BeginPayment command, Actor actor) throws Refusal {
        RequestedPayment requested = commands.require(new RequestPayment(command.orderId()), actor);
        CheckoutOrder before = requested.checkout();
        return before != null ? before : opening.open(command.orderId(), requested.amount(), requested.again());
    }

    @CommandHandler
    OrderStatus handle(ProvePayment command, Actor actor) throws Refusal {
        try {
            return errands.run(Captures.errand(command.orderId(), command.paymentId()), () -> prove(command, actor));
        } catch (GatewayUnavailable later) {
            // Proven and stored: the money is taken as soon as the gateway answers.
            LOG.warn(
                    "Payment {} of {} is not captured yet: {}",
                    command.paymentId(),
                    command.orderId(),
                    later.getMessage());
            return commands.require(new DescribeOrder(command.orderId()));
        }
    }

    private OrderStatus prove(ProvePayment command, Actor actor) throws Refusal {
        ProvenPayment proven = commands.require(
                new VerifyPayment(
                        command.orderId(), command.gatewayOrderId(), command.paymentId(), command.signature()),
                actor);
        if (!proven.captured()) {
            return captures.capture(command.orderId(), command.gatewayOrderId(), command.paymentId(), proven.amount());
        }
        return proven.status();
    }
}
