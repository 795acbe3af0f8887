package com.thec1rcle.api.refund;

import static com.thec1rcle.api.night.Together.allAtOnce;
import static com.thec1rcle.api.night.Together.someAtOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving tickets back over HTTP: who must say yes, what becomes of tickets, stock, money, commission and books. */
class RefundIT extends ApplicationIT {
    private static final int STOCK = 200;

    private Person admin;
    private Person finance;
    private Person venueOwner;
    private Person hostOwner;
    private Person guest;
    private String eventId;
    private String tierId;
    private String vipId;
    private String freeId;

    @BeforeEach
    void publishANight() {
        admin = admin();
        finance = night.register("Fatima Finance");
        night.put("/api/admin/users/" + finance.userId() + "/roles", admin, Map.of("roles", List.of("FINANCE")))
                .is(204);
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        guest = night.register("Asha Rao");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(1));
        tierId = night.tier(hostOwner, eventId, "Early bird", "GENERAL", 40_000, STOCK);
        vipId = night.tier(hostOwner, eventId, "VIP", "VIP", 300_000, 20);
        freeId = night.tier(hostOwner, eventId, "Friends", "GENERAL", 0, 50);
        night.letPromotersSell(hostOwner, eventId);
        night.publish(hostOwner, venueOwner, eventId);
        for (int place = 0; place < 3; place++) {
            night.await("/api/events/" + eventId, hostOwner, "tiers." + place + ".onSale", "true");
        }
    }

    @Test
    void oneOfThreeTicketsGoesBackByItself() {
        Answer order = buy(tierId, 3);
        Answer asked = refund(order, guest, List.of(ticket(order, 0))).is(202);
        assertThat(asked.headers().firstValue("Location")).hasValue("/api/refunds/" + asked.text("refundId"));
        Answer refund = completed(asked, guest);
        assertThat(refund.number("amount.amount")).isEqualTo(40_000);
        assertThat(refund.text("reason")).isEqualTo("GUEST_REQUEST");

        Answer after = night.await(path(order), guest, "tickets.0.status", "REVOKED");
        assertThat(after.text("status")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(after.text("tickets.1.status")).isEqualTo("VALID");
        assertThat(after.text("refunds.0.status")).isEqualTo("COMPLETED");
        assertThat(after.text("payments.0.status")).isEqualTo("PARTIALLY_REFUNDED");
        sold(tierId, 2);
        refund(order, guest, List.of(ticket(order, 0))).isProblem(409, "TICKET_REFUNDED");
        assertThat(scan(order, 0)).isEqualTo("REVOKED");
        assertThat(scan(order, 1)).isEqualTo("VALID");
        Answer inbox = night.get("/api/notifications", guest).is(200);
        assertThat(inbox.text()).contains("Your money is back");
    }

    @Test
    void theSameKeyIsTheSameRefund() {
        Answer order = buy(tierId, 2);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("ticketIds", List.of(ticket(order, 0)), "reason", "Ill");
        Answer first = night.post(path(order) + "/refunds", guest, body, "Idempotency-Key", key)
                .is(202);
        Answer again = night.post(path(order) + "/refunds", guest, body, "Idempotency-Key", key)
                .is(202);
        assertThat(again.text("refundId")).isEqualTo(first.text("refundId"));
        completed(first, guest);
        assertThat(night.get("/api/refunds?orderId=" + order.text("orderId"), guest)
                        .at("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void fromFiveHundredSomebodyElseSaysYes() {
        Answer order = buy(tierId, 2);
        Answer asked = refund(order, guest, null).is(202);
        assertThat(asked.text("status")).isEqualTo("REQUESTED");
        String refund = "/api/refunds/" + asked.text("refundId");
        night.post(refund + "/approval", guest, null).isProblem(403, "FORBIDDEN");
        night.post(refund + "/approval", venueOwner, null).isProblem(403, "FORBIDDEN");
        assertThat(night.get("/api/refunds?eventId=" + eventId + "&status=REQUESTED", hostOwner)
                        .text("items.0.refundId"))
                .isEqualTo(asked.text("refundId"));
        night.post(refund + "/approval", hostOwner, null).is(204);
        night.post(refund + "/approval", hostOwner, null).is(204);
        completed(asked, guest);
        Answer after = night.await(path(order), guest, "status", "REFUNDED");
        assertThat(after.text("payments.0.status")).as("the fees are kept").isEqualTo("PARTIALLY_REFUNDED");
        night.post(refund + "/rejection", finance, Map.of("reason", "Too late")).isProblem(409, "REFUND_STATE");
    }

    @Test
    void nobodySaysYesToMoneyOfTheirOwn() {
        Answer order = night.buy(hostOwner, NightClient.basket(eventId, vipId, 1));
        String refund = "/api/refunds/" + refund(order, hostOwner, null).is(202).text("refundId");
        night.post(refund + "/approval", hostOwner, null).isProblem(403, "REFUND_SELF_APPROVAL");
        night.post(refund + "/approval", finance, null).is(204);
        night.await(refund, hostOwner, "status", "COMPLETED");
    }

    @Test
    void whatTheGatewayCannotGiveBackIsNotPromised() {
        String coins = night.tier(hostOwner, eventId, "Coin", "GENERAL", 60, 50);
        night.await("/api/events/" + eventId, hostOwner, "tiers.3.onSale", "true");
        Answer order = buy(coins, 4);
        assertThat(refund(order, guest, List.of(ticket(order, 0)))
                        .isProblem(422, "REFUND_TOO_SMALL")
                        .number("minimum"))
                .isEqualTo(100);
        completed(
                refund(order, guest, List.of(ticket(order, 0), ticket(order, 1)))
                        .is(202),
                guest);
    }

    @Test
    void fromFiveThousandTwoPeopleDo() {
        Answer order = buy(vipId, 2);
        Answer asked = refund(order, guest, null).is(202);
        String refund = "/api/refunds/" + asked.text("refundId");
        night.post(refund + "/approval", hostOwner, null).is(204);
        night.post(refund + "/approval", hostOwner, null).is(204);
        assertThat(night.get(refund, finance).is(200).text("status")).isEqualTo("REQUESTED");
        assertThat(scan(order, 0)).as("until it is granted the ticket is good").isEqualTo("VALID");
        night.post(refund + "/approval", finance, null).is(204);
        Answer dropped = night.await(refund, guest, "status", "REJECTED");
        assertThat(dropped.text("rejection")).contains("gone in");
        assertThat(scan(order, 1)).as("nothing half done").isEqualTo("VALID");
        assertThat(night.get(path(order), guest).text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void aRejectedRefundLeavesEverythingAsItWas() {
        Answer order = buy(vipId, 1);
        Answer asked = refund(order, guest, null).is(202);
        String refund = "/api/refunds/" + asked.text("refundId");
        refund(order, guest, null).isProblem(409, "REFUND_UNDER_WAY");
        night.post(refund + "/rejection", hostOwner, Map.of("reason", "The night has begun."))
                .is(204);
        Answer rejected = night.await(refund, guest, "status", "REJECTED");
        assertThat(rejected.text("rejection")).isEqualTo("The night has begun.");
        assertThat(night.get(path(order), guest).text("tickets.0.status")).isEqualTo("VALID");
        Answer again = refundWhenReleased(order);
        assertThat(again.text("status")).isEqualTo("REQUESTED");
    }

    @Test
    void aUsedTicketGoesBackByAnAdministratorOnly() {
        Answer order = buy(tierId, 1);
        assertThat(scan(order, 0)).isEqualTo("VALID");
        refund(order, guest, null).isProblem(409, "TICKET_USED");
        refund(order, hostOwner, null).isProblem(403, "FORBIDDEN");
        Answer asked = refund(order, admin, null).is(202);
        completed(asked, guest);
        night.await(path(order), guest, "status", "REFUNDED");
    }

    @Test
    void aTicketThatWasGivenAwayIsNotTheBuyersToGiveBack() {
        Answer order = buy(tierId, 2);
        Person friend = night.register("Farid Friend");
        night.post("/api/tickets/" + ticket(order, 0) + "/transfer", guest, Map.of("email", friend.email()));
        refund(order, guest, List.of(ticket(order, 0))).isProblem(409, "TICKET_TRANSFERRED");
        refund(order, friend, List.of(ticket(order, 0))).isProblem(403, "FORBIDDEN");
        completed(refund(order, guest, List.of(ticket(order, 1))).is(202), guest);
    }

    @Test
    void freeTicketsGoBackWithoutMoney() {
        Answer placed = night.post("/api/orders", guest, NightClient.basket(eventId, freeId, 2))
                .is(201);
        Answer order = night.await("/api/orders/" + placed.text("orderId"), guest, "status", "CONFIRMED");
        completed(refund(order, guest, List.of(ticket(order, 1))).is(202), guest);
        night.await(path(order), guest, "tickets.1.status", "REVOKED");
        sold(freeId, 1);
    }

    @Test
    void malformedWishesAreRefused() {
        Answer order = buy(tierId, 1);
        night.post(path(order) + "/refunds", guest, Map.of()).isProblem(400, "VALIDATION_FAILED");
        night.post(path(order) + "/refunds", guest, Map.of("reason", "r", "ticketIds", List.of()))
                .isProblem(400, "VALIDATION_FAILED");
        refund(order, guest, List.of("nonsense")).is(400);
        refund(order, guest, List.of(order.text("orderId") + "-9")).isProblem(404, "TICKET_NOT_FOUND");
        String unpaid = night.post("/api/orders", guest, NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
        night.post("/api/orders/" + unpaid + "/refunds", guest, Map.of("reason", "r"))
                .isProblem(409, "ORDER_STATE");
    }

    @Test
    void ofManyWhoAskForOneTicketOneGetsIt() {
        Answer order = buy(tierId, 2);
        List<Answer> answers = allAtOnce(12, i -> refund(order, guest, List.of(ticket(order, 0))));
        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 202)
                .forEach(answer -> assertThat(answer.text("code")).isIn("REFUND_UNDER_WAY", "TICKET_REFUNDED"));
        Answer after = night.await(path(order), guest, "refunds.0.status", "COMPLETED");
        assertThat(after.at("refunds").size()).isEqualTo(1);
        sold(tierId, 1);
    }

    @Test
    void aTicketIsUsedOrGivenBackNeverBoth() {
        Answer order = buy(tierId, 10);
        List<String> outcomes = allAtOnce(20, i -> i % 2 == 0 ? scan(order, i / 2) : giveBack(order, i / 2));
        Answer settled = settled(order);
        long back = 0;
        for (int number = 0; number < 10; number++) {
            boolean entered = outcomes.get(2 * number).equals("VALID");
            boolean revoked = settled.text("tickets." + number + ".status").equals("REVOKED");
            assertThat(entered).as("ticket " + number).isNotEqualTo(revoked);
            back += revoked ? 1 : 0;
        }
        long paidBack = IntStream.range(0, settled.at("refunds").size())
                .filter(i -> settled.text("refunds." + i + ".status").equals("COMPLETED"))
                .mapToLong(i -> settled.number("refunds." + i + ".amount.amount"))
                .sum();
        assertThat(paidBack).isEqualTo(back * 40_000);
        sold(tierId, 10 - back);
    }

    @Test
    void whenAnEventIsCalledOffEverybodyGetsEverythingBack() {
        Person promoter = night.promoter(admin);
        String promoterId = night.promoterId(promoter);
        String code = night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201)
                .text("code");
        List<Person> guests = someAtOnce(25, 6, i -> night.register("Guest " + i));
        List<Answer> orders = someAtOnce(104, 6, i -> {
            Map<String, Object> basket = new HashMap<>(NightClient.basket(eventId, tierId, 1 + i % 2));
            if (i % 3 == 0) {
                basket.put("promoterCode", code);
            }
            return night.buy(guests.get(i % guests.size()), basket);
        });
        // Some give a ticket back before, one waits for a yes, some never paid, one is free.
        for (int i = 1; i < 20; i += 6) {
            Person buyer = guests.get(i % guests.size());
            Answer order = orders.get(i);
            completed(refund(order, buyer, List.of(ticket(order, 0))).is(202), buyer);
        }
        Person patient = guests.get(31 % guests.size());
        Answer waiting = refund(orders.get(31), patient, null).is(202);
        assertThat(waiting.text("status")).isEqualTo("REQUESTED");
        for (int i = 0; i < 3; i++) {
            night.post("/api/orders", guest, NightClient.basket(eventId, tierId, 1))
                    .is(201);
        }
        night.post("/api/orders", guest, NightClient.basket(eventId, freeId, 2)).is(201);
        night.get("/api/events/" + eventId + "/cancellation", hostOwner).isProblem(404, "NOT_FOUND");

        night.post("/api/events/" + eventId + "/cancellation", hostOwner, Map.of("reason", "Rain"))
                .is(204);
        Answer progress = night.await("/api/events/" + eventId + "/cancellation", hostOwner, "done", "true");
        assertThat(progress.number("orders")).isEqualTo(108);
        assertThat(progress.number("cancelled")).isEqualTo(3);
        assertThat(progress.number("refunded")).isEqualTo(105);
        assertThat(progress.number("standing") + progress.number("refundsRequested") + progress.number("failed"))
                .isZero();
        assertThat(progress.number("refundedAmount.amount")).isEqualTo(progress.number("amount.amount"));
        night.get("/api/events/" + eventId + "/cancellation", guest).isProblem(403, "FORBIDDEN");

        long paid = orders.stream()
                .mapToLong(order -> order.number("amounts.total.amount"))
                .sum();
        long before = 4 * 40_000;
        assertThat(progress.number("amount.amount")).as("the rest, and no more").isEqualTo(paid - before);
        night.await("/api/refunds/" + waiting.text("refundId"), patient, "status", "REJECTED");
        Answer partly = night.get(path(orders.get(1)), guests.get(1)).is(200);
        assertThat(partly.text("status")).isEqualTo("REFUNDED");
        assertThat(partly.text("payments.0.status")).isEqualTo("REFUNDED");
        sold(tierId, 0);
        sold(freeId, 0);
        Answer balance =
                night.await("/api/promoter/payouts?promoterId=" + promoterId, promoter, "balance.payable.amount", "0");
        assertThat(balance.number("balance.reserved.amount")).isZero();
        night.await("/api/promoter/links", promoter, "items.0.orders", "0");
        booksAreBalanced(promoterId);
    }

    /** All that this event's sales put into the books is out of them again. */
    private void booksAreBalanced(String promoterId) {
        Answer trial = night.get("/api/finance/ledger/trial-balance", finance).is(200);
        assertThat(trial.number("sum")).isZero();
        for (int i = 0; i < trial.at("accounts").size(); i++) {
            String account = trial.text("accounts." + i + ".account");
            if (account.equals("event-payable:" + eventId) || account.equals("promoter-payable:" + promoterId)) {
                assertThat(trial.number("accounts." + i + ".balance.amount"))
                        .as(account)
                        .isZero();
            }
        }
    }

    private Answer buy(String tier, int quantity) {
        return night.buy(guest, NightClient.basket(eventId, tier, quantity));
    }

    private Answer refund(Answer order, Person as, List<String> ticketIds) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "Cannot come"));
        if (ticketIds != null) {
            body.put("ticketIds", ticketIds);
        }
        return night.post(path(order) + "/refunds", as, body);
    }

    /** A rejection reaches the order in a moment; until then the tickets are still kept for it. */
    private Answer refundWhenReleased(Answer order) {
        return IntStream.range(0, 200)
                .mapToObj(i -> refund(order, guest, null))
                .filter(answer -> answer.status() == 202)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The tickets are never let go."));
    }

    private Answer completed(Answer asked, Person as) {
        return night.await("/api/refunds/" + asked.text("refundId"), as, "status", "COMPLETED");
    }

    /** The order once none of its refunds is under way and what was taken back is dead. */
    private Answer settled(Answer order) {
        for (int i = 0; i < 500; i++) {
            Answer now = night.get(path(order), guest).is(200);
            String text = now.at("refunds").toString();
            boolean open =
                    text.contains("\"REQUESTED\"") || text.contains("\"APPROVED\"") || text.contains("\"PROCESSING\"");
            long back = text.split("\"COMPLETED\"", -1).length - 1;
            long dead = now.at("tickets").toString().split("\"REVOKED\"", -1).length - 1;
            if (!open && back == dead) {
                return now;
            }
        }
        throw new AssertionError("The refunds of " + path(order) + " do not settle.");
    }

    /** Asks for the money of one ticket; the host agrees to what has become too much for nobody to look at. */
    private String giveBack(Answer order, int number) {
        Answer asked = refund(order, guest, List.of(ticket(order, number)));
        if (asked.status() == 202 && asked.text("status").equals("REQUESTED")) {
            night.post("/api/refunds/" + asked.text("refundId") + "/approval", hostOwner, null)
                    .is(204);
        }
        return String.valueOf(asked.status());
    }

    private String scan(Answer order, int number) {
        String code = order.text("tickets." + number + ".code");
        return night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", code))
                .is(200)
                .text("result");
    }

    private void sold(String tier, long expected) {
        Answer event = night.get("/api/events/" + eventId, hostOwner).is(200);
        int place = IntStream.range(0, event.at("tiers").size())
                .filter(i -> event.text("tiers." + i + ".tierId").equals(tier))
                .findFirst()
                .orElseThrow();
        night.await("/api/events/" + eventId, hostOwner, "tiers." + place + ".sold", Long.toString(expected));
    }

    private static String path(Answer order) {
        return "/api/orders/" + order.text("orderId");
    }

    private static String ticket(Answer order, int number) {
        return order.text("tickets." + number + ".ticketId");
    }
}
