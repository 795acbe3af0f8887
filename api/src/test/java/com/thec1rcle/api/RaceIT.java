package com.thec1rcle.api;

import static com.thec1rcle.api.night.Together.allAtOnce;
import static com.thec1rcle.api.night.Together.someAtOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must never happen does not happen when everybody comes at once. */
class RaceIT extends ApplicationIT {
    private Person venueOwner;
    private Person hostOwner;
    private String venueId;
    private String hostId;

    @BeforeEach
    void partners() {
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        venueId = night.venue(venueOwner);
        hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
    }

    @Test
    void twoHundredBuyersOnFiftyTicketsBuyFifty() {
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(30));
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 49_900, 50);
        night.publish(hostOwner, venueOwner, eventId);
        List<Person> guests = someAtOnce(200, 32, i -> night.register("Guest " + i));

        List<Answer> answers = someAtOnce(
                200,
                32,
                i -> night.post(
                        "/api/orders", guests.get(i), NightClient.basket(eventId, tierId, 1), "Prefer", "wait=0"));

        List<Answer> sold =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(sold).hasSize(50);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> {
            answer.isProblem(409, "SOLD_OUT");
            assertThat(answer.number("available")).isZero();
        });
        Answer event = night.await("/api/events/" + eventId, hostOwner, "tiers.0.available", "0");
        assertThat(event.at("tiers.0.soldOut").asBoolean()).isTrue();
    }

    @Test
    void twoScannersWithOneCodeLetOneIn() {
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(1));
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 49_900, 10);
        night.publish(hostOwner, venueOwner, eventId);
        Person guest = night.register("Gita Guest");
        String code = night.buy(guest, NightClient.basket(eventId, tierId, 1)).text("tickets.0.code");

        List<Answer> scans = allAtOnce(
                10,
                i -> night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", code), "Prefer", "wait=0"));

        scans.forEach(scan -> scan.is(200));
        assertThat(scans.stream().filter(scan -> scan.text("result").equals("VALID")))
                .hasSize(1);
        assertThat(scans.stream().filter(scan -> scan.text("result").equals("ALREADY_SCANNED")))
                .hasSize(9);
    }

    /** The known defect 2: a check for duplicates that reads, then writes. */
    @Test
    void defect2TwoGatesWithOneCodeLetInAsManyAsItAdmits() {
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(2));
        String single = night.tier(hostOwner, eventId, "General", "GENERAL", 0, 10);
        String couple = night.tier(hostOwner, eventId, "Couple", "COUPLE", 0, 10);
        night.publish(hostOwner, venueOwner, eventId);
        List<String> gates = List.of(gate("Front"), gate("Back"));

        assertThat(admittedByRacing(gates, eventId, freeTicket(eventId, single), 40))
                .isEqualTo(1);
        assertThat(admittedByRacing(gates, eventId, freeTicket(eventId, couple), 40))
                .isEqualTo(2);
        night.await("/api/events/" + eventId + "/guestlist", venueOwner, "items.0.status", "ADMITTED");
        night.await("/api/events/" + eventId + "/guestlist", venueOwner, "items.1.status", "ADMITTED");
        Answer last = night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", "forged"))
                .is(200);
        assertThat(last.number("headcount.inside")).isEqualTo(3);
    }

    private long admittedByRacing(List<String> gates, String eventId, String code, int times) {
        return allAtOnce(
                        times,
                        i -> night.post(
                                "/api/scan",
                                venueOwner,
                                Map.of("eventId", eventId, "code", code, "deviceId", gates.get(i % 2)),
                                "Prefer",
                                "wait=0"))
                .stream()
                .map(scan -> scan.is(200).text("result"))
                .peek(result -> assertThat(result).isIn("VALID", "ALREADY_SCANNED"))
                .filter("VALID"::equals)
                .count();
    }

    private String gate(String name) {
        String code = night.post("/api/venue/devices", venueOwner, Map.of("venueId", venueId))
                .is(201)
                .text("code");
        return night.post("/api/venue/devices/binding", venueOwner, Map.of("code", code, "name", name))
                .is(201)
                .text("deviceId");
    }

    private String freeTicket(String eventId, String tierId) {
        Person guest = night.register("Gita Guest");
        String orderId = night.post("/api/orders", guest, NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
        return night.await("/api/orders/" + orderId, guest, "status", "CONFIRMED")
                .text("tickets.0.code");
    }

    @Test
    void twentyPayoutRequestsOnOneBalanceNeverOverdrawIt() {
        Person admin = admin();
        Person promoter = night.promoter(admin);
        String promoterId = night.promoterId(promoter);
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(2));
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 500_000, 10);
        night.letPromotersSell(hostOwner, eventId);
        night.publish(hostOwner, venueOwner, eventId);
        String code = night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201)
                .text("code");
        Person guest = night.register("Gita Guest");
        Map<String, Object> basket = new java.util.HashMap<>(NightClient.basket(eventId, tierId, 2));
        basket.put("promoterCode", code);
        night.buy(guest, basket);
        // 15 % of two tickets at 5,000.00 less 10 %.
        night.await("/api/promoter/payouts?promoterId=" + promoterId, promoter, "balance.payable.amount", "135000");

        List<Answer> requests = allAtOnce(
                20,
                i -> night.post(
                        "/api/promoter/payouts",
                        promoter,
                        Map.of(
                                "promoterId",
                                promoterId,
                                "amount",
                                Map.of("amount", 20_000, "currency", "INR"),
                                "method",
                                "UPI",
                                "upi",
                                Map.of("vpa", "pia@upi"))));

        assertThat(requests.stream().filter(request -> request.status() == 201)).hasSize(6);
        requests.stream()
                .filter(request -> request.status() != 201)
                .forEach(request -> request.isProblem(409, "INSUFFICIENT_BALANCE"));
        Answer balance = night.await(
                "/api/promoter/payouts?promoterId=" + promoterId, promoter, "balance.reserved.amount", "120000");
        assertThat(balance.number("balance.payable.amount")).isEqualTo(15_000);
    }

    @Test
    void twoRequestsForOneNightMakeOneBooking() {
        String first = night.draft(hostOwner, hostId, venueId, NightClient.slot(60));
        String second = night.draft(hostOwner, hostId, venueId, NightClient.slot(62));
        List<String> slots = List.of(first, second).stream()
                .peek(eventId -> night.tier(hostOwner, eventId, "General", "GENERAL", 49_900, 10))
                .map(eventId -> night.post("/api/events/" + eventId + "/submission", hostOwner, null)
                        .is(200)
                        .text("slotRequestId"))
                .toList();

        List<Answer> approvals =
                allAtOnce(2, i -> night.post("/api/slots/" + slots.get(i) + "/approval", venueOwner, Map.of()));

        assertThat(approvals.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        approvals.stream()
                .filter(answer -> answer.status() != 204)
                .forEach(answer -> assertThat(answer.text("code")).isIn("SLOT_TAKEN", "SLOT_REQUEST_CLOSED"));
    }
}
