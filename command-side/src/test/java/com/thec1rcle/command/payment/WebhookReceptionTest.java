package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payment.NoticeCommand.RecordNotice;
import com.thec1rcle.kernel.payment.NoticeId;
import com.thec1rcle.kernel.payment.NoticeKind;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.WebhookCommand.ReceiveWebhook;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceptionTest {
    private static final NoticeId NOTICE = NoticeId.of("evt_1");
    private static final String SECRET = "hook-secret";

    private final Commands commands = mock(Commands.class);
    private final WebhookReception reception =
            new WebhookReception(new PaymentSignatures("key-secret", List.of(SECRET)), commands);

    @ParameterizedTest
    @CsvSource({
        "payment.captured, PAYMENT_CAPTURED",
        "payment.authorized, PAYMENT_AUTHORIZED",
        "payment.failed, PAYMENT_FAILED",
        "order.paid, PAYMENT_CAPTURED"
    })
    void aNoticeOfAPaymentIsStored(String event, NoticeKind kind) throws Exception {
        receive("""
                {"event":"%s","payload":{"payment":{"entity":{"id":"pay_1","order_id":"order_1",
                "amount":195930,"currency":"INR","error_description":"Bank down"}}}}""".formatted(event));
        verify(commands)
                .ask(new RecordNotice(NOTICE, kind, "order_1", "pay_1", null, null, Money.inr(195_930), "Bank down"));
    }

    @ParameterizedTest
    @CsvSource({"refund.processed, REFUND_PROCESSED", "refund.failed, REFUND_FAILED"})
    void aNoticeOfARefundIsStored(String event, NoticeKind kind) throws Exception {
        receive("""
                {"event":"%s","payload":{
                "refund":{"entity":{"id":"rfnd_1","payment_id":"pay_1","amount":500,"currency":"INR",
                "notes":{"refundId":"our-refund"}}},
                "payment":{"entity":{"id":"pay_1","order_id":"order_1","amount":195930,"currency":"INR"}}}}""".formatted(event));
        verify(commands)
                .ask(new RecordNotice(
                        NOTICE, kind, "order_1", "pay_1", new RefundId("our-refund"), "rfnd_1", Money.inr(500), null));
    }

    @Test
    void whatIsAboutSomethingElseIsKeptAsOther() throws Exception {
        receive("{\"event\":\"payment.dispute.created\",\"payload\":{\"dispute\":{}}}");
        verify(commands).ask(new RecordNotice(NOTICE, NoticeKind.OTHER, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"event\":5}",
                "{\"event\":\"payment.captured\"}",
                "{\"event\":\"payment.captured\",\"payload\":{\"payment\":{\"entity\":{\"id\":\"pay_1\",\"amount\":1.5,\"currency\":\"INR\"}}}}",
                "{\"event\":\"payment.captured\",\"payload\":{\"payment\":{\"entity\":{\"id\":\"pay_1\",\"amount\":1,\"currency\":\"XXXX\"}}}}"
            })
    void garbageIsRefusedEvenWhenItIsSigned(String body) {
        assertThatThrownBy(() -> receive(body))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST));
        verifyNoInteractions(commands);
    }

    @Test
    void withoutAGoodSignatureNothingIsRead() {
        assertThatThrownBy(() -> reception.handle(new ReceiveWebhook(NOTICE, "nonsense", "00")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PAYMENT_SIGNATURE_INVALID));
        verifyNoInteractions(commands);
    }

    private void receive(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        reception.handle(new ReceiveWebhook(NOTICE, body, signature));
    }
}
