package com.thec1rcle.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TicketIT extends ApplicationIT {
    @Autowired
    private TicketCodes codes;

    private Person venueOwner;
    private Person hostOwner;
    private Person guest;
    private Person friend;
    private String eventId;
    private String tierId;
    private String changingId;

    @BeforeEach
    void publishANight() {
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        guest = night.register("Asha Rao");
        friend = night.register("Ravi Iyer");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        // Soon, so that the doors are open.
        eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(1));
        tierId = night.tier(hostOwner, eventId, "Early bird", "COUPLE", 100_000, 50);
        changingId = changingTier();
        night.publish(hostOwner, venueOwner, eventId);
    }

    @Test
    void aTicketGivenAwayIsTheNewOwnersAndNobodyElses() {
        Answer order = night.buy(guest, NightClient.basket(eventId, tierId, 2));
        String orderId = order.text("orderId");
        String ticketId = order.text("tickets.0.ticketId");
        String oldCode = order.text("tickets.0.code");
        Map<String, String> gift = Map.of("email", friend.email().toUpperCase());

        night.post("/api/tickets/" + ticketId + "/transfer", guest, gift, "Idempotency-Key", "gift-1")
                .is(204);
        night.post("/api/tickets/" + ticketId + "/transfer", guest, gift, "Idempotency-Key", "gift-1")
                .is(204);
        night.post("/api/tickets/" + ticketId + "/transfer", guest, gift).is(204);

        Answer mine = night.await("/api/orders/" + orderId, guest, "tickets/0/status", "TRANSFERRED");
        assertThat(mine.at("tickets.0.code").isMissingNode()).isTrue();
        assertThat(mine.text("tickets.1.code")).isNotBlank();
        for (String file : List.of("/qr.png", "/qr.svg", "/ticket.pdf", "/event.ics")) {
            night.get("/api/tickets/" + ticketId + file, guest).isProblem(404, "NOT_FOUND");
            night.get("/api/tickets/" + ticketId + file, friend).is(200);
        }
        night.get("/api/orders/" + orderId, friend).isProblem(404, "NOT_FOUND");
        Answer wallet = night.get("/api/tickets?when=UPCOMING", friend).is(200);
        assertThat(wallet.at("items").size()).isEqualTo(1);
        assertThat(wallet.text("items.0.ticketId")).isEqualTo(ticketId);
        assertThat(wallet.text("items.0.holder.name")).isEqualTo("Ravi Iyer");
        assertThat(wallet.at("items.0.received").asBoolean()).isTrue();
        assertThat(night.get("/api/tickets", guest).is(200).at("items").size()).isEqualTo(1);
        night.await("/api/notifications", friend, "items/0/kind", "TICKET_RECEIVED");

        assertThat(scan(oldCode).text("result")).isEqualTo("REVOKED");
        Answer admitted = scan(wallet.text("items.0.code"));
        assertThat(admitted.text("result")).isEqualTo("VALID");
        assertThat(admitted.text("ticket.holder")).isEqualTo("Ravi Iyer");
        night.post("/api/tickets/" + ticketId + "/transfer", friend, Map.of("email", guest.email()))
                .isProblem(409, "TICKET_STATE");
        Answer history = night.get("/api/audit/ticket/" + ticketId, friend).is(200);
        assertThat(history.text()).contains("TicketIssued").contains("TicketTransferred");
        night.get("/api/audit/ticket/" + ticketId, guest).is(403);
    }

    @Test
    void aTicketIsNotGivenToNobodyOrOneselfOrByAnybodyElse() {
        Answer order = night.buy(guest, NightClient.basket(eventId, tierId, 1));
        String transfer = "/api/tickets/" + order.text("tickets.0.ticketId") + "/transfer";
        night.post(transfer, guest, Map.of("email", "nobody@example.com")).isProblem(422, "RECIPIENT_UNKNOWN");
        night.post(transfer, guest, Map.of("email", guest.email())).isProblem(422, "RECIPIENT_SELF");
        night.post(transfer, guest, Map.of("email", "no address")).isProblem(400, "VALIDATION_FAILED");
        night.post(transfer, friend, Map.of("email", friend.email())).isProblem(404, "NOT_FOUND");
        night.post(transfer, friend, Map.of("email", "nobody@example.com")).isProblem(404, "NOT_FOUND");
        night.post("/api/events/" + eventId + "/cancellation", hostOwner, Map.of("reason", "Rain"))
                .is(204);
        Answer late =
                night.post(transfer, guest, Map.of("email", friend.email())).is(409);
        assertThat(late.text("code")).isIn("EVENT_STATE", "TICKET_STATE");
    }

    @Test
    void aChangingCodeIsServedFreshAndGoesStale() {
        Answer order = night.buy(guest, NightClient.basket(eventId, changingId, 1));
        String ticketId = order.text("tickets.0.ticketId");
        Answer served = night.get("/api/orders/" + order.text("orderId"), guest).is(200);
        assertThat(served.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(Instant.parse(served.text("tickets.0.codeChangesAt")))
                .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(31));
        assertThat(night.get("/api/tickets/" + ticketId + "/qr.png", guest)
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
        EventId event = new EventId(eventId);
        TicketId ticket = new TicketId(ticketId);
        String stale = codes.signAt(Instant.now().minusSeconds(120), event, ticket, 1, 1);
        assertThat(scan(stale).text("result")).isEqualTo("STALE");
        assertThat(scan(codes.sign(event, ticket, 1, 1)).text("result")).isEqualTo("STALE");
        assertThat(scan(served.text("tickets.0.code")).text("result")).isEqualTo("VALID");
        Answer pdf =
                night.get("/api/tickets/" + ticketId + "/ticket.pdf", guest).is(200);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void whateverIsShownToTheDoorIsAnswered() {
        night.buy(guest, NightClient.basket(eventId, tierId, 1));
        for (String code : List.of(
                "x", "-", "\u0000", "\ud83c\udf89".repeat(50), "A".repeat(183), "\u0935\u093e", "' OR 1=1", "${x}")) {
            assertThat(scan(code).text("result")).isEqualTo("INVALID");
        }
        for (String code : List.of("", "   ", "A".repeat(501), "A".repeat(500_000))) {
            night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", code))
                    .isProblem(400, "VALIDATION_FAILED");
        }
        night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", "A".repeat(2_000_000)))
                .isProblem(413, "BODY_TOO_LARGE");
        String loneSurrogate = "{\"eventId\":\"" + eventId + "\",\"code\":\"\\ud800\"}";
        assertThat(night.post("/api/scan", venueOwner, loneSurrogate).status()).isIn(200, 400);
    }

    @Test
    void aTicketIsAPageAndACalendarEntry() {
        Answer order = night.buy(guest, NightClient.basket(eventId, tierId, 1));
        String ticket = "/api/tickets/" + order.text("tickets.0.ticketId");
        night.patch(ticket + "/holder", guest, Map.of("name", "\u0906\u0936\u093e \u0b86\u0b9a\u0bbe \u6f22"))
                .is(204);
        Answer pdf = night.get(ticket + "/ticket.pdf", guest).is(200);
        assertThat(pdf.text()).startsWith("%PDF");
        assertThat(pdf.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
        Answer calendar = night.get(ticket + "/event.ics", guest).is(200);
        assertThat(calendar.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".ics");
        assertThat(calendar.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.text())
                .contains("METHOD:PUBLISH\r\n")
                .contains("SUMMARY:Monsoon Nights\r\n")
                .contains("UID:" + order.text("tickets.0.ticketId") + "@thec1rcle\r\n");
    }

    @Test
    void theGuestListIsSearched() {
        night.buy(guest, NightClient.basket(eventId, tierId, 2));
        Answer other = night.buy(friend, NightClient.basket(eventId, changingId, 1));
        night.patch("/api/tickets/" + other.text("tickets.0.ticketId") + "/holder", friend, Map.of("name", "Zara Khan"))
                .is(204);
        String list = "/api/events/" + eventId + "/guestlist";
        assertThat(night.get(list, venueOwner).is(200).at("items").size()).isEqualTo(3);
        Answer found = night.get(list + "?q=zar", venueOwner).is(200);
        assertThat(found.at("items").size()).isEqualTo(1);
        assertThat(found.text("items.0.name")).isEqualTo("Zara Khan");
        assertThat(night.get(list + "?q=zar&tierId=" + tierId, venueOwner)
                        .at("items")
                        .size())
                .isZero();
        assertThat(night.get(list + "?admitted=true", venueOwner).at("items").size())
                .isZero();
        assertThat(night.get(list + "?admitted=false&tierId=" + tierId, hostOwner)
                        .at("items")
                        .size())
                .isEqualTo(2);
        night.get(list + "?q=zar", guest).is(403);
        night.get(list + "?q=" + "z".repeat(101), venueOwner).isProblem(400, "VALIDATION_FAILED");
    }

    @Test
    void thePublicKeysAreForEverybody() {
        Answer keys = night.get("/api/tickets/keys", null).is(200);
        assertThat(keys.text("signingKeyId")).isEqualTo("own");
        assertThat(keys.text("keys.0.kty")).isEqualTo("OKP");
        assertThat(keys.text("keys.0.crv")).isEqualTo("Ed25519");
        assertThat(keys.text("keys.0.x")).hasSize(43);
        assertThat(keys.text()).doesNotContain("\"d\"");
        night.get("/api/tickets", null).isProblem(401, "UNAUTHENTICATED");
        night.get("/api/tickets?when=NEVER", guest).is(400);
    }

    private Answer scan(String code) {
        return night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", code))
                .is(200);
    }

    private String changingTier() {
        Map<String, Object> tier = new HashMap<>(Map.of(
                "name",
                "Late",
                "entryType",
                "GENERAL",
                "price",
                Map.of("amount", 50_000, "currency", "INR"),
                "stock",
                20,
                "rotatingCode",
                true));
        return night.post("/api/events/" + eventId + "/tiers", hostOwner, tier)
                .is(201)
                .text("tierId");
    }
}
