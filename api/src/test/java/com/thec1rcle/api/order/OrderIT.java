package com.thec1rcle.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import com.thec1rcle.command.payment.SandboxSecrets;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderIT extends ApplicationIT {
    @Autowired
    private SandboxSecrets sandbox;

    private Person venueOwner;
    private Person hostOwner;
    private Person guest;
    private String eventId;
    private String tierId;
    private String vipId;
    private String freeId;

    @BeforeEach
    void publishANight() {
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        guest = night.register("Asha Rao");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(48));
        tierId = night.tier(hostOwner, eventId, "Early bird", "GENERAL", 100_000, 8);
        vipId = night.tier(hostOwner, eventId, "VIP", "COUPLE", 250_000, 1);
        freeId = night.tier(hostOwner, eventId, "Friends", "GENERAL", 0, 5);
        night.publish(hostOwner, venueOwner, eventId);
    }

    @Test
    void aQuotedOrderIsPlacedPaidAndBecomesTickets() {
        Answer quote = night.post("/api/orders/quote", guest, basket(tierId, 2)).is(200);
        Answer placed = night.post("/api/orders", guest, basket(tierId, 2)).is(201);
        assertThat(placed.headers().firstValue("Location")).hasValue("/api/orders/" + placed.text("orderId"));
        assertThat(placed.text("status")).isEqualTo("PENDING_PAYMENT");
        assertThat(placed.at("amounts")).isEqualTo(quote.at("amounts"));
        assertThat(placed.number("amounts.total.amount")).isEqualTo(217_700);

        Answer verified = night.pay(guest, placed.text("orderId")).is(200);
        assertThat(verified.text("status")).isEqualTo("CONFIRMED");
        Answer order = night.await("/api/orders/" + placed.text("orderId"), guest, "status", "CONFIRMED");
        assertThat(order.at("tickets").size()).isEqualTo(2);
        assertThat(order.text("buyer.name")).isEqualTo("Asha Rao");
        assertThat(order.text("payments.0.status")).isEqualTo("CAPTURED");
        String ticketId = order.text("tickets.0.ticketId");
        Answer svg = night.get("/api/tickets/" + ticketId + "/qr.svg?size=400", guest)
                .is(200);
        assertThat(svg.text()).startsWith("<svg").contains("width=\"400\"");
        Answer png = night.get("/api/tickets/" + ticketId + "/qr.png", guest).is(200);
        assertThat(png.headers().firstValue("Content-Type")).hasValue("image/png");
        night.get("/api/tickets/" + ticketId + "/qr.png?size=5000", guest).isProblem(400, "VALIDATION_FAILED");
        night.get("/api/tickets/" + ticketId + "/qr.png", hostOwner).isProblem(404, "NOT_FOUND");
        night.get("/api/orders/" + placed.text("orderId"), hostOwner).isProblem(404, "NOT_FOUND");
        assertThat(night.get("/api/orders?limit=1", guest).is(200).at("items").size())
                .isEqualTo(1);

        for (Person entitled : List.of(venueOwner, hostOwner)) {
            Answer list =
                    night.get("/api/events/" + eventId + "/guestlist", entitled).is(200);
            assertThat(list.text("items.0.name")).isEqualTo("Asha Rao");
            assertThat(list.text("items.0.status")).isEqualTo("VALID");
        }
        night.get("/api/events/" + eventId + "/guestlist", guest).isProblem(403, "FORBIDDEN");
    }

    @Test
    void theSameKeyAndBodyIsOneOrderAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String first = night.post("/api/orders", guest, basket(tierId, 1), "Idempotency-Key", key)
                .is(201)
                .text("orderId");
        String again = night.post("/api/orders", guest, basket(tierId, 1), "Idempotency-Key", key)
                .is(201)
                .text("orderId");
        assertThat(again).isEqualTo(first);
        night.post("/api/orders", guest, basket(tierId, 2), "Idempotency-Key", key)
                .isProblem(409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void severalTiersHoldAllOrNothing() {
        Map<String, Object> both = new HashMap<>(basket(tierId, 3));
        both.put("lines", List.of(Map.of("tierId", tierId, "quantity", 3), Map.of("tierId", vipId, "quantity", 2)));
        Answer refused = night.post("/api/orders", guest, both).isProblem(409, "SOLD_OUT");
        assertThat(refused.number("available")).isEqualTo(1);
        night.post("/api/orders", guest, basket(tierId, 8)).is(201);
    }

    @Test
    void anAccountHasALimitForAnEventThatACancelledOrderGivesBack() {
        String orderId =
                night.post("/api/orders", guest, basket(tierId, 8)).is(201).text("orderId");
        night.post("/api/orders", guest, basket(freeId, 3)).isProblem(422, "LIMIT_EXCEEDED");
        night.post("/api/orders/" + orderId + "/cancellation", guest, null).is(204);
        night.post("/api/orders/" + orderId + "/cancellation", guest, null).is(204);
        night.await("/api/orders/" + orderId, guest, "status", "CANCELLED");
        night.post("/api/payments", guest, Map.of("orderId", orderId)).isProblem(409, "ORDER_STATE");
    }

    @Test
    void aPlacedOrderKeepsItsPriceWhateverTheTierCostsLater() {
        String orderId =
                night.post("/api/orders", guest, basket(tierId, 1)).is(201).text("orderId");
        night.patch(
                        "/api/events/" + eventId + "/tiers/" + tierId,
                        hostOwner,
                        Map.of("price", Map.of("amount", 150_000, "currency", "INR")))
                .is(204);
        assertThat(night.post("/api/orders/quote", guest, basket(tierId, 1))
                        .is(200)
                        .number("amounts.subtotal.amount"))
                .isEqualTo(150_000);
        assertThat(night.post("/api/payments", guest, Map.of("orderId", orderId))
                        .is(201)
                        .number("amount"))
                .isEqualTo(108_850);
        assertThat(night.pay(guest, orderId).is(200).text("status")).isEqualTo("CONFIRMED");
        Answer order = night.await("/api/orders/" + orderId, guest, "status", "CONFIRMED");
        assertThat(order.number("amounts.subtotal.amount")).isEqualTo(100_000);
        assertThat(order.number("amounts.total.amount")).isEqualTo(108_850);
    }

    @Test
    void whatCostsNothingIsConfirmedAtOnce() {
        Answer placed = night.post("/api/orders", guest, basket(freeId, 1)).is(201);
        assertThat(placed.text("status")).isEqualTo("CONFIRMED");
        night.post("/api/payments", guest, Map.of("orderId", placed.text("orderId")))
                .isProblem(409, "PAYMENT_NOT_REQUIRED");
    }

    @Test
    void aPaymentThatFailsLeavesTheOrderToBePaid() {
        String orderId =
                night.post("/api/orders", guest, basket(tierId, 1)).is(201).text("orderId");
        Answer checkout =
                night.post("/api/payments", guest, Map.of("orderId", orderId)).is(201);
        assertThat(checkout.number("amount")).isEqualTo(108_850);
        assertThat(checkout.text("keyId")).isEqualTo(sandbox.keyId());
        Answer failed = night.post(
                        "/api/payments/sandbox/" + checkout.text("gatewayOrderId"), guest, Map.of("outcome", "FAILURE"))
                .is(200);
        assertThat(prove(orderId, failed, failed.text("razorpay_signature"))
                        .is(200)
                        .text("status"))
                .isEqualTo("PENDING_PAYMENT");
        prove(orderId, failed, "00").isProblem(422, "PAYMENT_SIGNATURE_INVALID");
        assertThat(night.pay(guest, orderId).is(200).text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void aProofPaysForItsOwnOrderOnly() {
        String orderId =
                night.post("/api/orders", guest, basket(tierId, 1)).is(201).text("orderId");
        String otherId =
                night.post("/api/orders", guest, basket(tierId, 1)).is(201).text("orderId");
        String gatewayOrder = night.post("/api/payments", guest, Map.of("orderId", orderId))
                .is(201)
                .text("gatewayOrderId");
        Answer checkout = night.post("/api/payments/sandbox/" + gatewayOrder, guest, Map.of("outcome", "SUCCESS"))
                .is(200);
        prove(otherId, checkout, checkout.text("razorpay_signature")).isProblem(404, "PAYMENT_NOT_FOUND");
        night.post("/api/payments", guest, Map.of("orderId", otherId)).is(201);
        prove(otherId, checkout, checkout.text("razorpay_signature")).isProblem(422, "PAYMENT_MISMATCH");
        assertThat(prove(orderId, checkout, checkout.text("razorpay_signature"))
                        .is(200)
                        .text("status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void theGatewaysNoticeConfirmsAnOrderWhoseGuestNeverCameBack() throws Exception {
        String orderId =
                night.post("/api/orders", guest, basket(tierId, 1)).is(201).text("orderId");
        Answer checkout =
                night.post("/api/payments", guest, Map.of("orderId", orderId)).is(201);
        String notice = """
                {"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_elsewhere","order_id":"%s",
                "amount":%d,"currency":"INR"}}}}""".formatted(checkout.text("gatewayOrderId"), checkout.number("amount"));
        notify(notice, "00").isProblem(422, "PAYMENT_SIGNATURE_INVALID");
        notify(notice, sign(notice)).is(200);
        night.await("/api/orders/" + orderId, guest, "status", "CONFIRMED");
        notify(notice, sign(notice)).is(200);
        night.post("/api/payments", guest, Map.of("orderId", orderId)).isProblem(409, "ORDER_STATE");
        notify("nonsense", sign("nonsense")).isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void aCancelledEventGivesEverythingBack() {
        Answer order = night.buy(guest, basket(tierId, 1));
        night.post("/api/events/" + eventId + "/cancellation", hostOwner, Map.of("reason", "Rain"))
                .is(204);
        Answer refunded = night.await("/api/orders/" + order.text("orderId"), guest, "payments/0/status", "REFUNDED");
        assertThat(refunded.text("status")).isEqualTo("REFUNDED");
        night.await("/api/orders/" + order.text("orderId"), guest, "tickets/0/status", "REVOKED");
        night.get("/api/tickets/" + order.text("tickets.0.ticketId") + "/qr.png", guest)
                .isProblem(404, "TICKET_NOT_FOUND");
    }

    @Test
    void malformedOrdersAreRefusedWithAllThatIsWrong() {
        night.post("/api/orders", guest, Map.of("eventId", eventId, "lines", List.of()))
                .isProblem(400, "VALIDATION_FAILED");
        night.post("/api/orders", null, basket(tierId, 1)).isProblem(401, "UNAUTHENTICATED");
        night.post("/api/orders", guest, basket(UUID.randomUUID().toString(), 1))
                .isProblem(404, "NOT_FOUND");
        Map<String, Object> promo = new HashMap<>(basket(tierId, 1));
        promo.put("promoCode", "SUMMER"); // Nobody made it.
        night.post("/api/orders", guest, promo).isProblem(422, "PROMO_CODE_INVALID");
        assertThat(night.get("/api/payments", null).is(200).text("provider")).isEqualTo("sandbox");
    }

    private Map<String, Object> basket(String tier, int quantity) {
        return NightClient.basket(eventId, tier, quantity);
    }

    private Answer prove(String orderId, Answer checkout, String signature) {
        return night.patch(
                "/api/payments",
                guest,
                Map.of(
                        "orderId",
                        orderId,
                        "razorpay_order_id",
                        checkout.text("razorpay_order_id"),
                        "razorpay_payment_id",
                        checkout.text("razorpay_payment_id"),
                        "razorpay_signature",
                        signature));
    }

    private Answer notify(String body, String signature) {
        return night.post(
                "/api/payments/webhook",
                null,
                body,
                "X-Razorpay-Signature",
                signature,
                "x-razorpay-event-id",
                UUID.randomUUID().toString());
    }

    private String sign(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(sandbox.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
