package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import com.thec1rcle.command.payment.razorpay.FakeRazorpay;
import com.thec1rcle.command.payment.razorpay.FakeRazorpay.Notice;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock is held for seconds, and the gateway tells of a payment after that. */
class LatePaymentJarIT {
    private static final long PRICE = 108_850;

    @TempDir
    static Path folder;

    private static final FakeRazorpay RAZORPAY = FakeRazorpay.start();
    private static RunningJar jar;
    private static NightClient night;
    private static Person guest;
    private static String eventId;
    private static String plentyId;
    private static String lastId;

    @BeforeAll
    static void publishANight() {
        jar = RunningJar.start(
                folder,
                Map.of(),
                "--c1rcle.demo=false",
                "--c1rcle.ticketing.hold=PT6S",
                "--c1rcle.payment.provider=razorpay",
                "--c1rcle.payment.key-id=" + FakeRazorpay.KEY_ID,
                "--c1rcle.payment.key-secret=" + FakeRazorpay.KEY_SECRET,
                "--c1rcle.payment.webhook-secrets=" + FakeRazorpay.WEBHOOK_SECRET,
                "--c1rcle.payment.gateway.base-url=" + RAZORPAY.url());
        night = jar.client();
        Person venueOwner = night.register("Vera Venue");
        Person hostOwner = night.register("Hari Host");
        guest = night.register("Asha Rao");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(48));
        plentyId = night.tier(hostOwner, eventId, "Early bird", "GENERAL", 100_000, 50);
        lastId = night.tier(hostOwner, eventId, "Last one", "GENERAL", 100_000, 1);
        night.publish(hostOwner, venueOwner, eventId);
    }

    @AfterAll
    static void stop() {
        jar.close();
        RAZORPAY.close();
    }

    @Test
    void aPaymentAfterTheHoldBuysWhatIsStillThere() {
        String orderId = place(guest, plentyId);
        String paymentId = payAndLapse(orderId);
        hand(RAZORPAY.notice("payment.captured", paymentId)).is(200);
        Answer order = night.await("/api/orders/" + orderId, guest, "status", "CONFIRMED");
        assertThat(order.at("tickets").size()).isEqualTo(1);
        assertThat(order.text("payments.0.status")).isEqualTo("CAPTURED");
    }

    @Test
    void aPaymentAfterTheTicketsAreGoneComesBackInFullAndTheGuestIsToldWhy() {
        String orderId = place(guest, lastId);
        String paymentId = payAndLapse(orderId);
        Person quicker = night.register("Quentin Quick");
        String quickerId = place(quicker, lastId);
        Notice bought = RAZORPAY.notice("payment.captured", pay(quicker, quickerId));
        hand(bought).is(200);
        night.await("/api/orders/" + quickerId, quicker, "status", "CONFIRMED");

        hand(RAZORPAY.notice("payment.captured", paymentId)).is(200);
        Answer order = night.await("/api/orders/" + orderId, guest, "payments/0/status", "REFUNDED");
        assertThat(order.text("status")).isEqualTo("EXPIRED");
        assertThat(order.at("tickets").size()).isZero();
        assertThat(RAZORPAY.refunds().stream()
                        .filter(refund -> refund.path("payment_id").asString().equals(paymentId))
                        .map(refund -> refund.path("amount").asLong()))
                .containsExactly(PRICE);
        Answer inbox = night.await("/api/notifications", guest, "items.0.title", "Your money is back");
        assertThat(inbox.text("items.0.text"))
                .isEqualTo("INR 1088.50 for Monsoon Nights. Your payment came after your order had ended and could "
                        + "not be honoured any more, so all of it goes back.");
    }

    /** The money is at the gateway in time, and nobody says so before the hold has lapsed. */
    private static String payAndLapse(String orderId) {
        String paymentId = pay(guest, orderId);
        night.await("/api/orders/" + orderId, guest, "status", "EXPIRED");
        return paymentId;
    }

    private static String place(Person as, String tierId) {
        return night.post("/api/orders", as, NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
    }

    private static String pay(Person as, String orderId) {
        Answer checkout =
                night.post("/api/payments", as, Map.of("orderId", orderId)).is(201);
        return RAZORPAY.pay(checkout.text("gatewayOrderId"), "captured");
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
}
