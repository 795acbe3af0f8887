package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.NoticeCommand.RecordNotice;
import com.thec1rcle.kernel.payment.NoticeId;
import com.thec1rcle.kernel.payment.NoticeKind;
import com.thec1rcle.kernel.payment.RefundId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a notice in Razorpay's JSON; one that is not about payments or refunds is kept as OTHER. */
final class RazorpayNotice {
    /** Under this name a refund carries our own id to the gateway and back. */
    static final String REFUND_ID = "refundId";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_REASON = 250;

    private final JsonNode payment;
    private final JsonNode refund;
    private final NoticeKind kind;

    private RazorpayNotice(JsonNode body) {
        this.payment = body.path("payload").path("payment").path("entity");
        this.refund = body.path("payload").path("refund").path("entity");
        this.kind = kindOf(body.path("event").asString(""));
    }

    static RecordNotice read(NoticeId noticeId, String rawBody) throws Refusal {
        try {
            JsonNode body = MAPPER.readTree(rawBody);
            if (!body.isObject() || !body.path("event").isString()) {
                throw malformed();
            }
            return new RazorpayNotice(body).as(noticeId);
        } catch (JacksonException | IllegalArgumentException nonsense) {
            throw malformed();
        }
    }

    private RecordNotice as(NoticeId noticeId) throws Refusal {
        RecordNotice notice = new RecordNotice(
                noticeId,
                kind,
                text(payment, "order_id"),
                isRefund() ? text(refund, "payment_id") : text(payment, "id"),
                refundId(),
                text(refund, "id"),
                money(isRefund() ? refund : payment),
                reason());
        requireComplete(notice);
        return notice;
    }

    private static NoticeKind kindOf(String event) {
        return switch (event) {
            case "payment.captured", "order.paid" -> NoticeKind.PAYMENT_CAPTURED;
            case "payment.authorized" -> NoticeKind.PAYMENT_AUTHORIZED;
            case "payment.failed" -> NoticeKind.PAYMENT_FAILED;
            case "refund.processed" -> NoticeKind.REFUND_PROCESSED;
            case "refund.failed" -> NoticeKind.REFUND_FAILED;
            default -> NoticeKind.OTHER;
        };
    }

    private boolean isRefund() {
        return kind == NoticeKind.REFUND_PROCESSED || kind == NoticeKind.REFUND_FAILED;
    }

    /** A notice that says a payment changed must say which, and of how much. */
    private static void requireComplete(RecordNotice notice) throws Refusal {
        if (notice.kind() != NoticeKind.OTHER && (notice.paymentId() == null || notice.amount() == null)) {
            throw malformed();
        }
    }

    private @Nullable RefundId refundId() {
        String id = text(refund.path("notes"), REFUND_ID);
        return id != null && Identifier.FORM.matcher(id).matches() ? new RefundId(id) : null;
    }

    private static @Nullable Money money(JsonNode entity) {
        JsonNode amount = entity.path("amount");
        String currency = text(entity, "currency");
        return amount.isIntegralNumber() && amount.canConvertToLong() && currency != null
                ? new Money(amount.longValue(), currency)
                : null;
    }

    private @Nullable String reason() {
        String reason = text(payment, "error_description");
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    private static Refusal malformed() {
        return new Refusal(ErrorCode.MALFORMED_REQUEST, "This is not a notice of the gateway.");
    }
}
