package com.thec1rcle.api.jar;

import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.breaksOff;
import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.isSlow;
import static com.thec1rcle.command.payment.razorpay.FakeRazorpay.Behaviour.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import com.thec1rcle.command.payment.razorpay.FakeRazorpay;
import com.thec1rcle.command.payment.razorpay.FakeRazorpay.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The running application takes money at a server that behaves as Razorpay's, well or badly. */
class RazorpayJarIT {
    private static final long PRICE = 108_850;
    private static final int REFUND_ATTEMPTS = 3;
    private static final String ADMIN = "admin@example.com";

    @TempDir
    static Path folder;

    private static final FakeRazorpay RAZORPAY = FakeRazorpay.start();
    private static RunningJar jar;
    private static NightClient night;
    private static Person guest;
    private static String eventId;
    private static String tierId;

    @BeforeAll
    static void publishANight() {
        start();
        Person venueOwner = night.register("Vera Venue");
        Person hostOwner = night.register("Hari Host");
        guest = night.register("Asha Rao");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(48));
        tierId = night.tier(hostOwner, eventId, "Early bird", "GENERAL", 100_000, 500);
        night.put(
                        "/api/events/" + eventId + "/limits",
                        hostOwner,
                        Map.of("minPerOrder", 1, "maxPerOrder", 10, "maxPerAccount", 1_000))
                .is(204);
        night.publish(hostOwner, venueOwner, eventId);
    }

    private static void start() {
        jar = RunningJar.start(
                folder,
                Map.of(),
                "--c1rcle.demo=false",
                "--c1rcle.admin.email=" + ADMIN,
                "--c1rcle.admin.password=" + ADMIN,
                "--c1rcle.payment.provider=razorpay",
                "--c1rcle.payment.key-id=" + FakeRazorpay.KEY_ID,
                "--c1rcle.payment.key-secret=" + FakeRazorpay.KEY_SECRET,
                "--c1rcle.payment.webhook-secrets=the newest secret," + FakeRazorpay.WEBHOOK_SECRET,
                "--c1rcle.payment.refund-retry=PT1S",
                "--c1rcle.payment.refund-attempts=" + REFUND_ATTEMPTS,
                "--c1rcle.payment.gateway.base-url=" + RAZORPAY.url(),
                "--c1rcle.payment.gateway.timeout=PT1S",
                "--c1rcle.payment.gateway.pause=PT1S",
                "--c1rcle.payment.reconciliation.first-look=PT5S");
        night = jar.client();
    }

    @AfterEach
    void theGatewayIsWellAgain() {
        RAZORPAY.always(null);
        RAZORPAY.refundsBecome("processed");
        RAZORPAY.comeBack();
    }

    @AfterAll
    static void stop() {
        jar.close();
        RAZORPAY.close();
    }

    @Test
    void aGuestPaysAndTheAnswerIsTheConfirmation() {
        assertThat(night.get("/api/payments", null).is(200).text("provider")).isEqualTo("razorpay");
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        assertThat(checkout.text("keyId")).isEqualTo(FakeRazorpay.KEY_ID);
        assertThat(checkout.number("amount")).isEqualTo(PRICE);
        assertThat(begin(orderId).is(201).text("gatewayOrderId")).isEqualTo(checkout.text("gatewayOrderId"));
        assertThat(openedFor(orderId)).hasSize(1);

        String paymentId = RAZORPAY.pay(checkout.text("gatewayOrderId"), "authorized");
        assertThat(prove(orderId, checkout, paymentId).is(200).text("status")).isEqualTo("CONFIRMED");
        assertThat(RAZORPAY.payment(paymentId).path("status").asString()).isEqualTo("captured");
        assertThat(prove(orderId, checkout, paymentId).is(200).text("status")).isEqualTo("CONFIRMED");
        night.post("/api/payments/sandbox/" + checkout.text("gatewayOrderId"), guest, Map.of("outcome", "SUCCESS"))
                .is(404);
        assertThat(jar.log()).doesNotContain(FakeRazorpay.KEY_SECRET).doesNotContain(FakeRazorpay.WEBHOOK_SECRET);
    }

    @Test
    void theSameNoticeFiveTimesAtOnceBeforeTheGuestsProofConfirmsOnce() throws Exception {
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        String paymentId = RAZORPAY.pay(checkout.text("gatewayOrderId"), "captured");
        Notice notice = RAZORPAY.notice("payment.captured", paymentId);
        try (ExecutorService gateways = Executors.newFixedThreadPool(5)) {
            List<Callable<Answer>> five = Collections.nCopies(5, () -> hand(notice));
            for (Future<Answer> answer : gateways.invokeAll(five)) {
                answer.get().is(200);
            }
        }
        Answer order = awaitStatus(orderId, "CONFIRMED");
        assertThat(order.at("tickets").size()).isEqualTo(1);
        hand(RAZORPAY.notice("order.paid", paymentId)).is(200);
        hand(RAZORPAY.notice("payment.authorized", paymentId)).is(200);
        hand(RAZORPAY.notice("payment.failed", paymentId)).is(200);
        assertThat(prove(orderId, checkout, paymentId).is(200).text("status")).isEqualTo("CONFIRMED");
        assertThat(confirmations(orderId)).isEqualTo(1);
        assertThat(refundsOf(paymentId)).isEmpty();
    }

    @Test
    void noticesInAnyOrderAndOfAnySortDoTheirPartOrNoHarm() {
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        String failed = RAZORPAY.pay(checkout.text("gatewayOrderId"), "failed");
        hand(RAZORPAY.notice("payment.failed", failed)).is(200);
        night.await("/api/orders/" + orderId, guest, "payments/0/status", "FAILED");
        RAZORPAY.becomes(failed, "captured");
        Notice late = RAZORPAY.notice("payment.captured", failed);
        night.post("/api/payments/webhook", null, late.body(), "X-Razorpay-Signature", late.signature())
                .is(200);
        awaitStatus(orderId, "CONFIRMED");

        hand(FakeRazorpay.sign("{\"event\":\"payment.dispute.created\",\"payload\":{}}"))
                .is(200);
        hand(FakeRazorpay.sign(late.body().replace(checkout.text("gatewayOrderId"), "order_of_nobody")))
                .is(200);
        hand(new Notice(late.body(), "00", "evt_forged")).isProblem(422, "PAYMENT_SIGNATURE_INVALID");
        hand(FakeRazorpay.sign("{\"event\":\"payment.captured\",\"padding\":\"" + "x".repeat(2 << 20) + "\"}"))
                .isProblem(413, "BODY_TOO_LARGE");
        assertThat(confirmations(orderId)).isEqualTo(1);
    }

    /** Defect 7 of systems of this kind: totals that the client sends are trusted. */
    @Test
    void defect7NoAmountButOurOwnIsEverPaid() {
        Map<String, Object> dear = new HashMap<>(NightClient.basket(eventId, tierId, 1));
        dear.put("total", Map.of("amount", 1, "currency", "INR"));
        night.post("/api/orders", guest, dear).is(400);
        String orderId = place();
        night.post("/api/payments", guest, Map.of("orderId", orderId, "amount", 100))
                .is(400);
        Answer checkout = begin(orderId).is(201);
        assertThat(openedFor(orderId).getFirst().path("amount").asLong()).isEqualTo(PRICE);
        String little = RAZORPAY.pay(checkout.text("gatewayOrderId"), "captured", 100);
        hand(RAZORPAY.notice("payment.captured", little)).is(200);
        night.await("/api/orders/" + orderId, guest, "payments/0/status", "REFUNDED");
        assertThat(night.get("/api/orders/" + orderId, guest).text("status")).isEqualTo("PENDING_PAYMENT");
        assertThat(prove(orderId, checkout, RAZORPAY.pay(checkout.text("gatewayOrderId"), "authorized"))
                        .is(200)
                        .text("status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void theSecondPaymentGoesBackAndSoDoesOneForACancelledOrder() {
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        prove(orderId, checkout, RAZORPAY.pay(checkout.text("gatewayOrderId"), "authorized"))
                .is(200);
        String second = RAZORPAY.pay(checkout.text("gatewayOrderId"), "captured");
        hand(RAZORPAY.notice("payment.captured", second)).is(200);
        await().until(() -> refundsOf(second).size() == 1);

        String cancelled = place();
        Answer other = begin(cancelled).is(201);
        night.post("/api/orders/" + cancelled + "/cancellation", guest, null).is(204);
        String late = RAZORPAY.pay(other.text("gatewayOrderId"), "captured");
        hand(RAZORPAY.notice("payment.captured", late)).is(200);
        await().until(() -> refundsOf(late).size() == 1);
        night.await("/api/orders/" + cancelled, guest, "payments/0/status", "REFUNDED");
    }

    /** Defect 13 of systems of this kind: a side effect fails, and nobody hears of it again. */
    @Test
    void defect13ARefundThatFailsIsShownAndTriedAgainUntilTheMoneyIsBack() {
        RAZORPAY.refundsBecome("failed");
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        night.post("/api/orders/" + orderId + "/cancellation", guest, null).is(204);
        String late = RAZORPAY.pay(checkout.text("gatewayOrderId"), "captured");
        hand(RAZORPAY.notice("payment.captured", late)).is(200);
        night.await("/api/orders/" + orderId, guest, "payments/0/status", "REFUND_FAILED");
        RAZORPAY.refundsBecome("pending");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> refundsOf(late).stream()
                        .anyMatch(refund -> refund.path("status").asString().equals("pending")));
        refundsOf(late).stream()
                .filter(refund -> refund.path("status").asString().equals("pending"))
                .forEach(refund -> RAZORPAY.refundBecomes(refund.path("id").asString(), "processed"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> night.get("/api/orders/" + orderId, guest)
                        .text("payments.0.status")
                        .equals("REFUNDED"));
        assertThat(refundsOf(late).stream()
                        .filter(refund -> refund.path("status").asString().equals("processed")))
                .hasSize(1);
    }

    @Test
    void aRefundThatNobodyTriesAnyMoreIsTriedOnceMoreByFinance() {
        Person admin = night.signIn(ADMIN, ADMIN);
        Person finance = night.register("Fatima Finance");
        night.put("/api/admin/users/" + finance.userId() + "/roles", admin, Map.of("roles", List.of("FINANCE")))
                .is(204);
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        String paymentId = RAZORPAY.pay(checkout.text("gatewayOrderId"), "authorized");
        prove(orderId, checkout, paymentId).is(200);

        RAZORPAY.refundsBecome("failed");
        String refundId = night.post("/api/orders/" + orderId + "/refunds", guest, Map.of("reason", "Ill"))
                .is(202)
                .text("refundId");
        String refund = "/api/refunds/" + refundId;
        night.post(refund + "/approval", finance, null).is(204);
        String needsAPerson = "Refund " + refundId + " failed " + REFUND_ATTEMPTS + " times and needs a person";
        await().atMost(Duration.ofSeconds(30)).until(() -> jar.log().contains(needsAPerson));
        night.await(refund, guest, "attempts", Integer.toString(REFUND_ATTEMPTS));
        Answer failed = night.await(refund, guest, "status", "FAILED");
        assertThat(failed.text("failure")).isNotBlank();
        assertThat(refundsOf(paymentId)).hasSize(REFUND_ATTEMPTS);
        night.post(refund + "/retry", guest, null).isProblem(403, "FORBIDDEN");

        RAZORPAY.refundsBecome("processed");
        night.post(refund + "/retry", finance, null).is(204);
        Answer completed = night.await(refund, guest, "status", "COMPLETED");
        assertThat(completed.number("attempts")).isEqualTo(REFUND_ATTEMPTS + 1);
        night.post(refund + "/retry", finance, null).is(204);
        assertThat(refundsOf(paymentId)).hasSize(REFUND_ATTEMPTS + 1);
        assertThat(refundsOf(paymentId).stream()
                        .filter(back -> back.path("status").asString().equals("processed"))
                        .map(back -> back.path("amount").asLong()))
                .containsExactly(completed.number("amount.amount"));
    }

    @Test
    void ofWhatGoesBackOnlyAllOfItCountsAndOnlyTheAttemptThatFailedIsTriedAgain() {
        RAZORPAY.refundsBecome("pending");
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        night.post("/api/orders/" + orderId + "/cancellation", guest, null).is(204);
        String late = RAZORPAY.pay(checkout.text("gatewayOrderId"), "captured");
        hand(RAZORPAY.notice("payment.captured", late)).is(200);
        await().until(() -> refundsOf(late).size() == 1);
        String first = refundsOf(late).getFirst().path("id").asString();

        String byHand = """
                {"event":"refund.processed","payload":{"payment":{"entity":%s},"refund":{"entity":{"id":"rfnd_by_hand",
                "payment_id":"%s","amount":100,"currency":"INR"}}}}""".formatted(RAZORPAY.payment(late), late);
        hand(FakeRazorpay.sign(byHand)).is(200);
        await().until(() -> jar.log().contains("rfnd_by_hand"));
        assertThat(night.get("/api/orders/" + orderId, guest).text("payments.0.status"))
                .isNotEqualTo("REFUNDED");

        RAZORPAY.refundsBecome("processed");
        RAZORPAY.refundBecomes(first, "failed");
        hand(RAZORPAY.refundNotice("refund.failed", first)).is(200);
        night.await("/api/orders/" + orderId, guest, "payments/0/status", "REFUNDED");
        assertThat(refundsOf(late)).hasSize(2);
        hand(RAZORPAY.refundNotice("refund.failed", first)).is(200);
        assertThat(night.get("/api/orders/" + orderId, guest).text("payments.0.status"))
                .isEqualTo("REFUNDED");
    }

    @Test
    void anAnswerThatWasLostOpensNoSecondOrderAtTheGateway() {
        String orderId = place();
        RAZORPAY.next(breaksOff());
        begin(orderId).is(201);
        assertThat(openedFor(orderId)).hasSize(1);
    }

    @Test
    void whatTheGatewayRefusesIsSaidAndCanBeTriedAgain() {
        String orderId = place();
        RAZORPAY.always(says(400, """
                {"error":{"code":"BAD_REQUEST_ERROR","description":"The account is not activated"}}"""));
        begin(orderId).isProblem(422, "GATEWAY_REFUSED");
        RAZORPAY.always(null);
        begin(orderId).is(201);
        assertThat(openedFor(orderId)).hasSize(1);
    }

    @Test
    void whoPaidAndNeverCameBackIsFoundWithoutAnyNotice() {
        String orderId = place();
        RAZORPAY.pay(begin(orderId).is(201).text("gatewayOrderId"), "authorized");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> night.get("/api/orders/" + orderId, guest)
                        .text("status")
                        .equals("CONFIRMED"));
    }

    @Test
    void whileTheGatewayIsDownOrdersArePlacedAndWhatWaitsRecoversWhenItIsBack() {
        String provenId = place();
        Answer proven = begin(provenId).is(201);
        String payment = RAZORPAY.pay(proven.text("gatewayOrderId"), "authorized");

        RAZORPAY.goDown();
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String orderId = place();
            waiting.add(orderId);
            Answer refused = begin(orderId).isProblem(503, "GATEWAY_UNAVAILABLE");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(prove(provenId, proven, payment).is(200).text("status")).isEqualTo("PENDING_PAYMENT");
        assertThat(night.get("/actuator/prometheus", night.signIn(ADMIN, ADMIN))
                        .is(200)
                        .text())
                .contains("c1rcle_payment_gateway_circuit")
                .contains("outcome=\"not-tried\"");

        RAZORPAY.comeBack();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        waiting.stream().allMatch(orderId -> openedFor(orderId).size() == 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> night.get("/api/orders/" + provenId, guest)
                        .text("status")
                        .equals("CONFIRMED"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> waiting.stream().allMatch(orderId -> begin(orderId).status() == 201));
        assertThat(waiting).allSatisfy(orderId -> assertThat(openedFor(orderId)).hasSize(1));
    }

    @Test
    void aGatewayThatIsSlowOrTalksNonsenseBlocksNobodyElse() throws Exception {
        RAZORPAY.always(isSlow(Duration.ofSeconds(20)));
        try (ExecutorService guests = Executors.newFixedThreadPool(60)) {
            List<Future<Answer>> stuck = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String orderId = place();
                stuck.add(guests.submit(() -> begin(orderId)));
            }
            place();
            night.get("/api/events/" + eventId, null).is(200);
            for (Future<Answer> answer : stuck) {
                answer.get().isProblem(503, "GATEWAY_UNAVAILABLE");
            }
        }
        RAZORPAY.always(says(200, "<html>Welcome</html>"));
        String orderId = place();
        await().until(() -> begin(orderId).status() == 503);
        RAZORPAY.always(null);
        await().atMost(Duration.ofSeconds(30)).until(() -> begin(orderId).status() == 201);
    }

    @Test
    void aProofOutlivesAKillAndIsCapturedAfterwards() {
        String orderId = place();
        Answer checkout = begin(orderId).is(201);
        String paymentId = RAZORPAY.pay(checkout.text("gatewayOrderId"), "authorized");
        RAZORPAY.goDown();
        prove(orderId, checkout, paymentId).is(200);
        jar.kill();
        RAZORPAY.comeBack();
        start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> night.get("/api/orders/" + orderId, guest)
                        .text("status")
                        .equals("CONFIRMED"));
        assertThat(confirmations(orderId)).isEqualTo(1);
    }

    // ---- Steps --------------------------------------------------------------------------------------------------

    private static String place() {
        return night.post("/api/orders", guest, NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
    }

    private static Answer begin(String orderId) {
        return night.post("/api/payments", guest, Map.of("orderId", orderId));
    }

    private static Answer prove(String orderId, Answer checkout, String paymentId) {
        String gatewayOrderId = checkout.text("gatewayOrderId");
        return night.patch(
                "/api/payments",
                guest,
                Map.of(
                        "orderId", orderId,
                        "razorpay_order_id", gatewayOrderId,
                        "razorpay_payment_id", paymentId,
                        "razorpay_signature", FakeRazorpay.proof(gatewayOrderId, paymentId)));
    }

    private static Answer hand(Notice notice) {
        return night.post(
                "/api/payments/webhook",
                null,
                notice.body(),
                "X-Razorpay-Signature",
                notice.signature(),
                "x-razorpay-event-id",
                notice.eventId());
    }

    private static Answer awaitStatus(String orderId, String status) {
        return night.await("/api/orders/" + orderId, guest, "status", status);
    }

    private static List<JsonNode> openedFor(String orderId) {
        return RAZORPAY.orders().stream()
                .filter(order -> order.path("receipt").asString().equals(orderId))
                .toList();
    }

    private static List<JsonNode> refundsOf(String paymentId) {
        return RAZORPAY.refunds().stream()
                .filter(refund -> refund.path("payment_id").asString().equals(paymentId))
                .toList();
    }

    private static long confirmations(String orderId) {
        long count = 0;
        for (JsonNode item : night.get("/api/audit/order/" + orderId + "?limit=200", guest)
                .is(200)
                .json()
                .path("items")) {
            count += item.path("name").asString().equals("OrderConfirmed") ? 1 : 0;
        }
        return count;
    }
}
