package com.thec1rcle.command.payment.razorpay;

import com.razorpay.Entity;
import com.razorpay.RazorpayClient;
import com.razorpay.RazorpayException;
import com.thec1rcle.command.payment.GatewayRefused;
import com.thec1rcle.command.payment.GatewaySettings;
import com.thec1rcle.command.payment.GatewayUnavailable;
import com.thec1rcle.command.payment.PaymentCredentials;
import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.RefundRequest;
import com.thec1rcle.kernel.error.CannotStart;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Takes real money, over Razorpay Orders. What the gateway says is checked before it is believed, and what it says of
 * itself never reaches a log or a guest beyond a reason made for that.
 */
@Component
@Qualifier(PaymentGateway.ADAPTER)
@ConditionalOnProperty(name = "c1rcle.payment.provider", havingValue = "razorpay")
final class RazorpayPaymentGateway implements PaymentGateway {
    private static final Logger LOG = LoggerFactory.getLogger(RazorpayPaymentGateway.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final int LONGEST_RECEIPT = 40;
    private static final int MOST_LISTED = 100;
    private static final String ORDER_NOTE = "orderId";
    private static final String REFUND_NOTE = "refundId";
    private static final String ATTEMPT_NOTE = "attempt";

    private final RazorpayClient client;
    private final GatewaySettings settings;

    RazorpayPaymentGateway(PaymentCredentials credentials, GatewaySettings settings) {
        RazorpayTransport.install();
        this.settings = settings;
        try {
            this.client = new RazorpayClient(credentials.keyId(), credentials.keySecret());
        } catch (RazorpayException unusable) {
            throw new CannotStart("Razorpay's library cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** Whether this may be an id of the gateway's; only such ones become part of an address. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    // ---- Orders -------------------------------------------------------------------------------------------------

    @Override
    public String openOrder(OrderId orderId, Money amount, boolean again) {
        String receipt = receiptOf(orderId);
        return again
                ? opened(receipt, amount).orElseGet(() -> create(orderId, receipt, amount))
                : create(orderId, receipt, amount);
    }

    private String create(OrderId orderId, String receipt, Money amount) {
        JSONObject request =
                money(amount).put("receipt", receipt).put("notes", new JSONObject().put(ORDER_NOTE, orderId.value()));
        RazorpayEntity order = RazorpayEntity.of(call(null, () -> client.orders.create(request)));
        order.requireAmount(amount);
        return order.id();
    }

    /** The order that a call opened whose answer never came; the first one, if several did. */
    private Optional<String> opened(String receipt, Money amount) {
        JSONObject search = new JSONObject().put("receipt", receipt).put("count", MOST_LISTED);
        return list(() -> client.orders.fetchAll(search)).stream()
                .filter(order -> receipt.equals(order.text("receipt")))
                .filter(order -> order.amount().equals(amount))
                .min(Comparator.comparingLong(RazorpayEntity::createdAt).thenComparing(RazorpayEntity::id))
                .map(RazorpayEntity::id);
    }

    /** At most 40 characters, and the same for the same order for ever. */
    static String receiptOf(OrderId orderId) {
        String id = orderId.value();
        return id.length() <= LONGEST_RECEIPT ? id : Identifier.derive("receipt", id);
    }

    // ---- Payments -----------------------------------------------------------------------------------------------

    @Override
    public Capture capture(String gatewayOrderId, String paymentId, Money amount) {
        if (!isId(paymentId)) {
            return new Capture.Failed("This is no payment of the gateway.");
        }
        try {
            JSONObject request = money(amount);
            return outcome(
                    RazorpayEntity.of(call(null, () -> client.payments.capture(paymentId, request))),
                    gatewayOrderId,
                    paymentId,
                    "The gateway did not capture it.");
        } catch (GatewayRefused refused) {
            return afterRefusal(gatewayOrderId, paymentId, String.valueOf(refused.getMessage()));
        }
    }

    /** Captured before, perhaps by the gateway itself, or not to be captured: the payment says which. */
    private Capture afterRefusal(String gatewayOrderId, String paymentId, String reason) {
        try {
            return outcome(
                    RazorpayEntity.of(call(null, () -> client.payments.fetch(paymentId))),
                    gatewayOrderId,
                    paymentId,
                    reason);
        } catch (GatewayRefused unknown) {
            return new Capture.Failed(reason);
        }
    }

    private static Capture outcome(RazorpayEntity payment, String gatewayOrderId, String paymentId, String otherwise) {
        if (!payment.id().equals(paymentId)) {
            throw new GatewayUnavailable("The gateway answered with another payment.", null);
        }
        if (!gatewayOrderId.equals(payment.text("order_id"))) {
            return new Capture.Failed("This payment belongs to another order.");
        }
        return switch (stateOf(payment)) {
            case CAPTURED -> new Capture.Taken(payment.amount());
            case AUTHORIZED -> new Capture.Failed(otherwise);
            case FAILED -> new Capture.Failed(payment.reason() == null ? otherwise : payment.reason());
            case REFUNDED -> new Capture.Failed("The gateway has given this payment back.");
            case CREATED -> throw new GatewayUnavailable("The gateway has not authorised this payment yet.", null);
        };
    }

    @Override
    public List<Payment> paymentsOf(String gatewayOrderId) {
        if (!isId(gatewayOrderId)) {
            return List.of();
        }
        return list(() -> client.orders.fetchPayments(gatewayOrderId)).stream()
                .map(payment -> new Payment(payment.id(), stateOf(payment), payment.amount(), payment.reason()))
                .toList();
    }

    private static Payment.State stateOf(RazorpayEntity payment) {
        return switch (payment.status()) {
            case "created" -> Payment.State.CREATED;
            case "authorized" -> Payment.State.AUTHORIZED;
            case "captured" -> Payment.State.CAPTURED;
            case "refunded" -> Payment.State.REFUNDED;
            case "failed" -> Payment.State.FAILED;
            default -> throw new GatewayUnavailable("The gateway answered with an unknown status.", null);
        };
    }

    // ---- Refunds ------------------------------------------------------------------------------------------------

    @Override
    public Refund refund(RefundRequest request) {
        if (!isId(request.paymentId())) {
            return new Refund.Failed("This is no payment of the gateway.");
        }
        // An attempt before this one may have gone through although it was said to have failed.
        Optional<Refund> before = request.attempt() > 1 ? findRefund(request) : Optional.empty();
        return before.orElseGet(() -> giveBack(request));
    }

    private Refund giveBack(RefundRequest request) {
        JSONObject body = new JSONObject()
                .put("amount", request.amount().amount())
                .put("speed", "normal")
                .put(
                        "notes",
                        new JSONObject()
                                .put(ORDER_NOTE, request.orderId().value())
                                .put(REFUND_NOTE, request.refundId().value())
                                .put(ATTEMPT_NOTE, Integer.toString(request.attempt())));
        try {
            RazorpayEntity refund = RazorpayEntity.of(
                    call(request.idempotencyKey(), () -> client.payments.refund(request.paymentId(), body)));
            refund.requireAmount(request.amount());
            return outcome(refund);
        } catch (GatewayRefused refused) {
            // The money may have gone back all the same, by this attempt or one before it.
            return findRefund(request).orElseGet(() -> new Refund.Failed(String.valueOf(refused.getMessage())));
        }
    }

    @Override
    public Optional<Refund> findRefund(RefundRequest request) {
        if (!isId(request.paymentId())) {
            return Optional.empty();
        }
        JSONObject all = new JSONObject().put("count", MOST_LISTED);
        return list(() -> client.payments.fetchAllRefunds(request.paymentId(), all)).stream()
                .filter(refund -> request.refundId().value().equals(refund.note(REFUND_NOTE)))
                .filter(refund -> refund.amount().equals(request.amount()))
                .filter(refund -> !isFailed(refund) || isOf(request.attempt(), refund))
                .min(Comparator.comparing(RazorpayPaymentGateway::isFailed).thenComparing(RazorpayEntity::id))
                .map(RazorpayPaymentGateway::outcome);
    }

    private static boolean isFailed(RazorpayEntity refund) {
        return refund.status().equals("failed");
    }

    private static boolean isOf(int attempt, RazorpayEntity refund) {
        return Integer.toString(attempt).equals(refund.note(ATTEMPT_NOTE));
    }

    private static Refund outcome(RazorpayEntity refund) {
        return switch (refund.status()) {
            case "processed" -> new Refund.Done(refund.id());
            case "failed" -> new Refund.Failed("The gateway could not give the money back.");
            default -> new Refund.Pending(refund.id());
        };
    }

    // ---- Calling ------------------------------------------------------------------------------------------------

    private static JSONObject money(Money money) {
        return new JSONObject().put("amount", money.amount()).put("currency", money.currency());
    }

    private List<RazorpayEntity> list(RazorpayTransport.Asking<? extends List<? extends Entity>> asking) {
        List<? extends Entity> entities = call(null, asking);
        return entities.stream().<RazorpayEntity>map(RazorpayEntity::of).toList();
    }

    private <T> T call(@Nullable String idempotencyKey, RazorpayTransport.Asking<T> asking) {
        try {
            return RazorpayTransport.send(new RazorpayCall(settings.baseUrl(), idempotencyKey), asking);
        } catch (RazorpayException refused) {
            throw meaningOf(refused);
        } catch (RuntimeException nonsense) {
            // The library trusts what it reads; its complaints may quote it.
            throw new GatewayUnavailable(
                    "The gateway answered nonsense (" + nonsense.getClass().getSimpleName() + ").", null);
        }
    }

    /** A clear no, or no answer at all; what the library quotes of the answer goes no further. */
    private static RuntimeException meaningOf(RazorpayException failure) {
        int status = failure.getStatusCode();
        if (status == 401 || status == 403) {
            LOG.error("Razorpay does not accept our keys: check c1rcle.payment.key-id and c1rcle.payment.key-secret.");
        }
        boolean clear = status == 400 || status == 404 || status == 422;
        if (clear && "BAD_REQUEST_ERROR".equals(failure.getCode())) {
            String description = failure.getDescription();
            return new GatewayRefused(description == null ? "no reason given" : RazorpayEntity.shortened(description));
        }
        return new GatewayUnavailable(
                status == 0 ? "The gateway could not be reached." : "The gateway answered with status " + status + ".",
                null);
    }
}
