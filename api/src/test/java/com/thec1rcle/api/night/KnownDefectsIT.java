package com.thec1rcle.api.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defects seen in systems of this kind, each by its number in the list: here they are impossible. */
class KnownDefectsIT extends ApplicationIT {
    private Person venueOwner;
    private Person hostOwner;
    private Person guest;
    private String venueId;
    private String hostId;

    @BeforeEach
    void partners() {
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        guest = night.register("Gita Guest");
        venueId = night.venue(venueOwner);
        hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
    }

    @Test
    void defect6CommissionIsOfTheNetPriceOnceAndReversedWithTheTicket() {
        Person promoter = night.promoter(admin());
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(48));
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 33_333, 10);
        night.letPromotersSell(hostOwner, eventId);
        night.publish(hostOwner, venueOwner, eventId);
        night.await("/api/events/" + eventId, hostOwner, "tiers.0.onSale", "true");
        Map<String, Object> basket = new HashMap<>(NightClient.basket(eventId, tierId, 2));
        basket.put(
                "promoterCode",
                night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                        .is(201)
                        .text("code"));
        Answer order = night.buy(guest, basket);
        // 2 x 333.33 less 10 % is 599.99; 15 % of it is 90.00: fees and tax do not count.
        String commissions = "/api/promoter/commissions";
        night.await(commissions, promoter, "totals.earned.amount", "9000");
        assertThat(night.get(commissions, promoter).at("items").size()).isEqualTo(1);

        giveBack(order, 0);
        night.await(commissions, promoter, "totals.earned.amount", "4500");
        giveBack(order, 1);
        Answer after = night.await(commissions, promoter, "totals.earned.amount", "0");
        assertThat(after.number("totals.payable.amount")).isZero();
    }

    @Test
    void defect8CancellingAnEventFreesItsSlot() {
        Map<String, Object> slot = NightClient.slot(72);
        String first = night.draft(hostOwner, hostId, venueId, slot);
        night.tier(hostOwner, first, "General", "GENERAL", 49_900, 10);
        night.publish(hostOwner, venueOwner, first);
        night.post("/api/events/" + first + "/cancellation", hostOwner, Map.of("reason", "Rain"))
                .is(204);
        String second = night.draft(hostOwner, hostId, venueId, slot);
        night.tier(hostOwner, second, "General", "GENERAL", 49_900, 10);
        String request = night.post("/api/events/" + second + "/submission", hostOwner, null)
                .is(200)
                .text("slotRequestId");
        assertThat(IntStream.range(0, 500)
                        .map(i -> night.post("/api/slots/" + request + "/approval", venueOwner, Map.of())
                                .status()))
                .as("the slot is free in a moment")
                .anyMatch(status -> status == 204);
        night.post("/api/events/" + second + "/publication", hostOwner, null).is(204);
        assertThat(night.get("/api/events/" + second, guest).is(200).text("status"))
                .isEqualTo("SCHEDULED");
    }

    @Test
    void defect11WhatIsCancelledOrGivenBackIsForSaleAgain() {
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(96));
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 40_000, 2);
        night.publish(hostOwner, venueOwner, eventId);
        night.await("/api/events/" + eventId, hostOwner, "tiers.0.onSale", "true");
        Answer bought = night.buy(guest, NightClient.basket(eventId, tierId, 1));
        String given = night.post("/api/orders", guest, NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
        Person other = night.register("Olga Other");
        night.post("/api/orders", other, NightClient.basket(eventId, tierId, 1)).isProblem(409, "SOLD_OUT");

        night.post("/api/orders/" + given + "/cancellation", guest, Map.of()).is(204);
        giveBack(bought, 0);
        night.await("/api/events/" + eventId, hostOwner, "tiers.0.available", "2");
        night.buy(other, NightClient.basket(eventId, tierId, 2));
        night.await("/api/events/" + eventId, hostOwner, "tiers.0.available", "0");
    }

    private void giveBack(Answer order, int number) {
        String refundId = night.post(
                        "/api/orders/" + order.text("orderId") + "/refunds",
                        guest,
                        Map.of("ticketIds", List.of(order.text("tickets." + number + ".ticketId")), "reason", "Ill"))
                .is(202)
                .text("refundId");
        night.await("/api/refunds/" + refundId, guest, "status", "COMPLETED");
    }
}
