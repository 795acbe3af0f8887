package com.thec1rcle.api.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.kernel.ticketing.TicketCode;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Defects seen in systems of this kind, by their usual numbers: each is impossible here. */
class KnownDefectsIT extends ApplicationIT {
    @Autowired
    private TicketCodes codes;

    @Test
    void defect1EveryCodeThatIsShownToAGuestVerifiesAtTheDoor() {
        Night at = aNight("COUPLE");
        Answer order = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 3));
        for (int i = 0; i < 3; i++) {
            String code = order.text("tickets." + i + ".code");
            assertThat(code).isEqualTo(walletCode(at, order.text("tickets." + i + ".ticketId")));
            assertThat(scan(at, code, 2).text("result")).isEqualTo("VALID");
        }
    }

    @Test
    void defect3NoCodeVerifiesWithASignatureThatIsMissingCutOrMadeWithAGuessedSecret() {
        Night at = aNight("GENERAL");
        String code = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 1))
                .text("tickets.0.code");
        byte[] bytes = Base64.getUrlDecoder().decode(code);
        int signature = 32;
        for (int kept = 0; kept < signature; kept += 8) {
            byte[] cut = Arrays.copyOf(bytes, bytes.length - signature + kept);
            String shorter = Base64.getUrlEncoder().withoutPadding().encodeToString(cut);
            assertThat(scan(at, shorter, 1).text("result")).isEqualTo("INVALID");
            Arrays.fill(bytes, bytes.length - signature + kept, bytes.length, (byte) 0);
            String blank = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(scan(at, blank, 1).text("result")).isEqualTo("INVALID");
            bytes = Base64.getUrlDecoder().decode(code);
        }
        for (String guess : List.of("secret".repeat(8), "0".repeat(64))) {
            assertThat(scan(at, forged(code, guess), 1).text("result")).isEqualTo("INVALID");
        }
        assertThat(scan(at, code, 1).text("result")).isEqualTo("VALID");
    }

    /** The same code, signed by somebody who knows all but the secret. */
    private String forged(String code, String secret) {
        TicketCode genuine = codes.verify(code).orElseThrow();
        return new TicketCodes(new TicketKeys("own", Map.of("own", secret)))
                .sign(genuine.eventId(), genuine.ticketId(), genuine.admits(), genuine.generation());
    }

    @Test
    void defect4ACoupleEntersTogetherOrOneAfterTheOtherOnOneCode() {
        Night at = aNight("COUPLE");
        Answer order = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 2));
        assertThat(scan(at, order.text("tickets.0.code"), 2).text("result")).isEqualTo("VALID");
        String other = order.text("tickets.1.code");
        assertThat(scan(at, other, 1).text("result")).isEqualTo("VALID");
        assertThat(scan(at, other, 2).text("result")).isEqualTo("ALREADY_SCANNED");
        assertThat(scan(at, other, 1).text("result")).isEqualTo("VALID");
        assertThat(scan(at, other, 1).text("result")).isEqualTo("ALREADY_SCANNED");
    }

    @Test
    void defect12RenamingAnAttendeeLeavesTheCodeGood() {
        Night at = aNight("GENERAL");
        Answer order = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 1));
        String ticketId = order.text("tickets.0.ticketId");
        String code = order.text("tickets.0.code");
        night.patch("/api/tickets/" + ticketId + "/holder", at.guest(), Map.of("name", "Asha R. Khan"))
                .is(204);
        assertThat(walletCode(at, ticketId)).isEqualTo(code);
        Answer admitted = scan(at, code, 1);
        assertThat(admitted.text("result")).isEqualTo("VALID");
        assertThat(admitted.text("ticket.holder")).isEqualTo("Asha R. Khan");
    }

    @Test
    void defect6CommissionIsOfTheNetPriceOnceAndReversedWithTheTicket() {
        Partners at = partners();
        Person promoter = night.promoter(admin());
        String eventId = night.draft(at.hostOwner(), at.hostId(), at.venueId(), NightClient.slot(48));
        String tierId = night.tier(at.hostOwner(), eventId, "General", "GENERAL", 33_333, 10);
        night.letPromotersSell(at.hostOwner(), eventId);
        night.publish(at.hostOwner(), at.venueOwner(), eventId);
        night.await("/api/events/" + eventId, at.hostOwner(), "tiers.0.onSale", "true");
        Map<String, Object> basket = new HashMap<>(NightClient.basket(eventId, tierId, 2));
        basket.put(
                "promoterCode",
                night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                        .is(201)
                        .text("code"));
        Answer order = night.buy(at.guest(), basket);
        // 2 x 333.33 less 10 % is 599.99; 15 % of it is 90.00: fees and tax do not count.
        String commissions = "/api/promoter/commissions";
        night.await(commissions, promoter, "totals.earned.amount", "9000");
        assertThat(night.get(commissions, promoter).at("items").size()).isEqualTo(1);

        giveBack(order, at, 0);
        night.await(commissions, promoter, "totals.earned.amount", "4500");
        giveBack(order, at, 1);
        Answer after = night.await(commissions, promoter, "totals.earned.amount", "0");
        assertThat(after.number("totals.payable.amount")).isZero();
    }

    @Test
    void defect8CancellingAnEventFreesItsSlot() {
        Partners at = partners();
        Map<String, Object> slot = NightClient.slot(72);
        String first = night.draft(at.hostOwner(), at.hostId(), at.venueId(), slot);
        night.tier(at.hostOwner(), first, "General", "GENERAL", 49_900, 10);
        night.publish(at.hostOwner(), at.venueOwner(), first);
        night.post("/api/events/" + first + "/cancellation", at.hostOwner(), Map.of("reason", "Rain"))
                .is(204);
        String second = night.draft(at.hostOwner(), at.hostId(), at.venueId(), slot);
        night.tier(at.hostOwner(), second, "General", "GENERAL", 49_900, 10);
        String request = night.post("/api/events/" + second + "/submission", at.hostOwner(), null)
                .is(200)
                .text("slotRequestId");
        assertThat(IntStream.range(0, 500)
                        .map(i -> night.post("/api/slots/" + request + "/approval", at.venueOwner(), Map.of())
                                .status()))
                .as("the slot is free in a moment")
                .anyMatch(status -> status == 204);
        night.post("/api/events/" + second + "/publication", at.hostOwner(), null)
                .is(204);
        assertThat(night.get("/api/events/" + second, at.guest()).is(200).text("status"))
                .isEqualTo("SCHEDULED");
    }

    @Test
    void defect11WhatIsCancelledOrGivenBackIsForSaleAgain() {
        Partners at = partners();
        String eventId = night.draft(at.hostOwner(), at.hostId(), at.venueId(), NightClient.slot(96));
        String tierId = night.tier(at.hostOwner(), eventId, "General", "GENERAL", 40_000, 2);
        night.publish(at.hostOwner(), at.venueOwner(), eventId);
        night.await("/api/events/" + eventId, at.hostOwner(), "tiers.0.onSale", "true");
        Answer bought = night.buy(at.guest(), NightClient.basket(eventId, tierId, 1));
        String given = night.post("/api/orders", at.guest(), NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
        Person other = night.register("Olga Other");
        night.post("/api/orders", other, NightClient.basket(eventId, tierId, 1)).isProblem(409, "SOLD_OUT");

        night.post("/api/orders/" + given + "/cancellation", at.guest(), Map.of())
                .is(204);
        giveBack(bought, at, 0);
        night.await("/api/events/" + eventId, at.hostOwner(), "tiers.0.available", "2");
        night.buy(other, NightClient.basket(eventId, tierId, 2));
        night.await("/api/events/" + eventId, at.hostOwner(), "tiers.0.available", "0");
    }

    private record Partners(Person venueOwner, Person hostOwner, Person guest, String venueId, String hostId) {}

    private Partners partners() {
        Person venueOwner = night.register("Vera Venue");
        Person hostOwner = night.register("Hari Host");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        return new Partners(venueOwner, hostOwner, night.register("Gita Guest"), venueId, hostId);
    }

    /** The host agrees where the order's refunds have become too much for nobody to look at. */
    private void giveBack(Answer order, Partners at, int number) {
        Answer asked = night.post(
                        "/api/orders/" + order.text("orderId") + "/refunds",
                        at.guest(),
                        Map.of("ticketIds", List.of(order.text("tickets." + number + ".ticketId")), "reason", "Ill"))
                .is(202);
        String refund = "/api/refunds/" + asked.text("refundId");
        if (asked.text("status").equals("REQUESTED")) {
            night.post(refund + "/approval", at.hostOwner(), null).is(204);
        }
        night.await(refund, at.guest(), "status", "COMPLETED");
    }

    private record Night(Person venueOwner, Person guest, String eventId, String tierId) {}

    /** A published night whose doors are open, with one tier. */
    private Night aNight(String entryType) {
        Partners by = partners();
        String eventId = night.draft(by.hostOwner(), by.hostId(), by.venueId(), NightClient.slot(1));
        String tierId = night.tier(by.hostOwner(), eventId, "Early bird", entryType, 100_000, 20);
        night.publish(by.hostOwner(), by.venueOwner(), eventId);
        return new Night(by.venueOwner(), by.guest(), eventId, tierId);
    }

    private Answer scan(Night at, String code, int count) {
        Map<String, Object> attempt = Map.of("eventId", at.eventId(), "code", code, "count", count);
        return night.post("/api/scan", at.venueOwner(), attempt).is(200);
    }

    private String walletCode(Night at, String ticketId) {
        Answer wallet = night.get("/api/tickets", at.guest()).is(200);
        for (int i = 0; i < wallet.at("items").size(); i++) {
            if (wallet.text("items." + i + ".ticketId").equals(ticketId)) {
                return wallet.text("items." + i + ".code");
            }
        }
        throw new AssertionError("Ticket " + ticketId + " is not in the wallet.");
    }
}
