package com.thec1rcle.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How tickets sell: hidden tiers, limits, RSVPs, promo codes and waiting lists, over HTTP. */
class SalesIT extends ApplicationIT {
    private Person venueOwner;
    private Person hostOwner;
    private Person guest;
    private String eventId;
    private String event;

    @BeforeEach
    void draftANight() {
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        guest = night.register("Asha Rao");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(48));
        event = "/api/events/" + eventId;
    }

    // ---- tiers

    @Test
    void aHiddenTierIsSeenAndSoldWithItsCodeOnly() {
        night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        String hiddenId = tier(Map.of("name", "Velvet", "price", price(50_000), "stock", 4, "accessCode", "VELVET"));
        publish();
        assertThat(night.get(event, null).is(200).at("tiers").size()).isEqualTo(1);
        assertThat(night.get(event + "?accessCode=WRONG", null).at("tiers").size())
                .isEqualTo(1);
        assertThat(night.get(event + "?accessCode=VELVET", null).text("tiers.1.name"))
                .isEqualTo("Velvet");
        assertThat(night.get(event, hostOwner).at("tiers").size()).isEqualTo(2);
        assertThat(night.get(event, null).number("fromPrice.amount")).isEqualTo(100_000);
        night.post("/api/orders/quote", guest, basket(hiddenId, 1)).isProblem(422, "ACCESS_CODE_REQUIRED");
        Map<String, Object> withCode = new HashMap<>(basket(hiddenId, 1));
        withCode.put("accessCode", "VELVET");
        night.post("/api/orders/quote", guest, withCode).is(200);
        night.post("/api/orders", guest, withCode).is(201);
    }

    @Test
    void aTierSellsInItsWindowOnly() {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        String later =
                tier(Map.of("name", "Later", "price", price(50_000), "stock", 4, "salesFrom", tomorrow.toString()));
        String over =
                tier(Map.of("name", "Early", "price", price(50_000), "stock", 4, "salesUntil", "2026-01-01T00:00:00Z"));
        publish();
        night.post("/api/orders", guest, basket(later, 1)).isProblem(422, "SALES_CLOSED");
        night.post("/api/orders", guest, basket(over, 1)).isProblem(422, "SALES_CLOSED");
        night.post(waitingList(over), guest, Map.of("quantity", 1)).isProblem(422, "SALES_CLOSED");
    }

    @Test
    void aTableAdmitsItsSeatsAndSoldOutNamesTheTier() {
        String table =
                tier(Map.of("name", "Table", "entryType", "TABLE", "price", price(800_000), "stock", 1, "admits", 6));
        String general = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        publish();
        Map<String, Object> both = new HashMap<>(basket(general, 1));
        both.put("lines", List.of(line(general, 1), line(table, 2)));
        Answer soldOut = night.post("/api/orders", guest, both).isProblem(409, "SOLD_OUT");
        assertThat(soldOut.number("available")).isEqualTo(1);
        assertThat(soldOut.text("tierId")).isEqualTo(table);
        assertThat(soldOut.text("detail")).isEqualTo("Only 1 of Table are left.");
        Answer order = night.buy(guest, basket(table, 1));
        assertThat(order.number("tickets.0.admits")).isEqualTo(6);
        night.patch(event + "/tiers/" + table, hostOwner, Map.of("stock", 0)).isProblem(409, "STOCK_BELOW_COMMITTED");
        night.patch(event + "/tiers/" + table, hostOwner, Map.of("stock", 2)).is(204);
        night.post("/api/orders", night.register("Bina"), basket(table, 1)).is(201);
    }

    @Test
    void racingOrdersOfOneAccountNeverExceedItsLimit() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 100);
        night.put(event + "/limits", hostOwner, Map.of("minPerOrder", 1, "maxPerOrder", 4, "maxPerAccount", 7))
                .is(204);
        publish();
        List<Answer> answers =
                allAtOnce(24, i -> night.post("/api/orders", guest, basket(tierId, 1 + i % 3), "Prefer", "wait=0"));
        int taken = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).status() == 201) {
                taken += 1 + i % 3;
            } else {
                answers.get(i).isProblem(422, "LIMIT_EXCEEDED");
            }
        }
        assertThat(taken).isEqualTo(7);
        night.await(event, hostOwner, "tiers/0/held", Integer.toString(taken));
    }

    // ---- RSVP

    @Test
    void anRsvpEventIsFreeAndTakesOneOfEachAccount() {
        String paid = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        night.put(event + "/limits", hostOwner, Map.of("rsvp", true)).isProblem(422, "RSVP_NOT_FREE");
        night.put(event + "/limits", hostOwner, Map.of("minPerOrder", 1)).isProblem(400, "VALIDATION_FAILED");
        night.patch(event + "/tiers/" + paid, hostOwner, Map.of("price", price(0)))
                .is(204);
        night.put(event + "/limits", hostOwner, Map.of("rsvp", true)).is(204);
        night.put(event + "/limits", hostOwner, Map.of("rsvp", true)).is(204);
        night.patch(event + "/tiers/" + paid, hostOwner, Map.of("price", price(100)))
                .isProblem(422, "RSVP_NOT_FREE");
        night.post(
                        event + "/tiers",
                        hostOwner,
                        Map.of("name", "VIP", "entryType", "VIP", "price", price(100), "stock", 5))
                .isProblem(422, "RSVP_NOT_FREE");
        publish();
        Answer page = night.get(event, null).is(200);
        assertThat(page.text("rsvp")).isEqualTo("true");
        assertThat(page.number("limits.maxPerAccount")).isEqualTo(1);
        night.post("/api/orders", guest, basket(paid, 2)).isProblem(422, "LIMIT_EXCEEDED");
        List<Answer> answers = allAtOnce(8, i -> night.post("/api/orders", guest, basket(paid, 1)));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.isProblem(422, "LIMIT_EXCEEDED"));
    }

    @Test
    void editorsWhoSwitchRsvpsAtOnceLeaveEveryTierAsTheEventIs() {
        List<String> tiers = List.of(
                night.tier(hostOwner, eventId, "Early", "GENERAL", 0, 8),
                night.tier(hostOwner, eventId, "Late", "GENERAL", 0, 8));
        List<Map<String, Object>> wishes =
                List.of(Map.of("rsvp", true), Map.of("minPerOrder", 1, "maxPerOrder", 4, "maxPerAccount", 4));
        for (int round = 0; round < 3; round++) {
            allAtOnce(8, i -> night.put(event + "/limits", hostOwner, wishes.get(i % 2)))
                    .forEach(answer -> {
                        if (answer.status() != 204) {
                            answer.isProblem(409, "CONCURRENT_CHANGE");
                        }
                    });
            boolean rsvp = night.get(event, hostOwner).is(200).at("rsvp").asBoolean();
            for (String tierId : tiers) {
                Answer priced = night.patch(event + "/tiers/" + tierId, hostOwner, Map.of("price", price(100)));
                if (rsvp) {
                    priced.isProblem(422, "RSVP_NOT_FREE");
                } else {
                    priced.is(204);
                }
                night.patch(event + "/tiers/" + tierId, hostOwner, Map.of("price", price(0)))
                        .is(204);
            }
        }
    }

    @Test
    void whereRsvpsCannotBeSwitchedOnNoTierHasToStayFree() {
        String free = night.tier(hostOwner, eventId, "Guests", "GENERAL", 0, 8);
        night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        night.put(event + "/limits", hostOwner, Map.of("rsvp", true)).isProblem(422, "RSVP_NOT_FREE");
        night.patch(event + "/tiers/" + free, hostOwner, Map.of("price", price(100)))
                .is(204);
    }

    // ---- promo codes

    @Test
    void aPromoCodeMakesAnOrderCheaperAsOftenAsItMay() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 50);
        String vipId = night.tier(hostOwner, eventId, "VIP", "VIP", 300_000, 50);
        night.letPromotersSell(hostOwner, eventId);
        publish();
        String codes = event + "/promo-codes";
        String summerId = night.post(
                        codes, hostOwner, Map.of("code", "summer", "discount", Map.of("amount", 33_333), "uses", 2))
                .is(201)
                .text("promoCodeId");
        night.post(codes, hostOwner, Map.of("code", "SUMMER ", "discount", Map.of("basisPoints", 1)))
                .isProblem(409, "ALREADY_EXISTS");
        night.post(codes, hostOwner, Map.of("code", "BOTH", "discount", Map.of("basisPoints", 1, "amount", 1)))
                .isProblem(400, "VALIDATION_FAILED");
        night.post(codes, guest, Map.of("code", "MINE", "discount", Map.of("basisPoints", 9_000)))
                .isProblem(403, "FORBIDDEN");

        Map<String, Object> basket = promo(basket(tierId, 2), "Summer");
        basket.put("lines", List.of(line(tierId, 2), line(vipId, 1)));
        Answer quote = night.post("/api/orders/quote", guest, basket).is(200);
        assertThat(quote.text("promoCode")).isEqualTo("SUMMER");
        assertThat(quote.number("amounts.discount.amount")).isEqualTo(33_333);
        Answer placed = night.post("/api/orders", guest, basket).is(201);
        assertThat(placed.at("amounts")).isEqualTo(quote.at("amounts"));
        String orderId = placed.text("orderId");
        Answer order = night.get("/api/orders/" + orderId, guest).is(200);
        assertThat(order.text("promoCode")).isEqualTo("SUMMER");
        assertThat(order.number("lines.0.discount.amount") + order.number("lines.1.discount.amount"))
                .isEqualTo(33_333);

        Person bina = night.register("Bina");
        String second = night.post("/api/orders", bina, promo(basket(tierId, 1), "SUMMER"))
                .is(201)
                .text("orderId");
        Person chen = night.register("Chen");
        night.post("/api/orders", chen, promo(basket(tierId, 1), "SUMMER")).isProblem(409, "PROMO_CODE_USED_UP");
        night.post("/api/orders/" + second + "/cancellation", bina, null).is(204);
        night.await(codes, hostOwner, "items/0/reserved", "1");
        night.pay(guest, orderId).is(200);
        night.await(codes, hostOwner, "items/0/used", "1");
        String third = night.post("/api/orders", chen, promo(basket(tierId, 1), "SUMMER"))
                .is(201)
                .text("orderId");
        night.post("/api/orders/" + third + "/cancellation", chen, null).is(204);
        night.await(codes, hostOwner, "items/0/reserved", "0");

        night.patch(codes + "/" + summerId, hostOwner, Map.of("active", false)).is(204);
        night.post("/api/orders/quote", chen, promo(basket(tierId, 1), "SUMMER"))
                .isProblem(422, "PROMO_CODE_INVALID");
        night.post("/api/orders/quote", chen, promo(basket(tierId, 1), "NOSUCH"))
                .isProblem(422, "PROMO_CODE_INVALID");
        night.get(codes, guest).isProblem(403, "FORBIDDEN");
    }

    @Test
    void theBetterOfPromoCodeAndPromoterWinsAndThePromoterEarnsEitherWay() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 50);
        night.letPromotersSell(hostOwner, eventId);
        publish();
        String codes = event + "/promo-codes";
        night.post(codes, hostOwner, Map.of("code", "FIVE", "discount", Map.of("basisPoints", 500)))
                .is(201);
        night.post(codes, hostOwner, Map.of("code", "HALF", "discount", Map.of("basisPoints", 5_000)))
                .is(201);
        Person promoter = night.promoter(admin());
        String link = night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201)
                .text("code");
        Map<String, Object> five = promo(basket(tierId, 2), "FIVE");
        five.put("promoterCode", link);
        Answer promoters = night.post("/api/orders/quote", guest, five).is(200);
        assertThat(promoters.number("amounts.discount.amount")).isEqualTo(20_000);
        assertThat(promoters.at("promoCode").isMissingNode()).isTrue();
        Map<String, Object> half = promo(basket(tierId, 2), "HALF");
        half.put("promoterCode", link);
        Answer order = night.buy(guest, half);
        assertThat(order.number("amounts.discount.amount")).isEqualTo(100_000);
        // 15 % of the net price after the promo code.
        night.await("/api/promoter/payouts", promoter, "balance/payable/amount", "15000");
    }

    @Test
    void usesAreNeverExceededHoweverManyOrdersRace() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 100);
        publish();
        night.post(
                        event + "/promo-codes",
                        hostOwner,
                        Map.of("code", "RUSH", "discount", Map.of("basisPoints", 1_000), "uses", 5))
                .is(201);
        List<Person> guests = allAtOnce(24, i -> night.register("Guest " + i));
        List<Answer> answers = allAtOnce(
                24,
                i -> night.post("/api/orders", guests.get(i), promo(basket(tierId, 1), "RUSH"), "Prefer", "wait=0"));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(5);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.isProblem(409, "PROMO_CODE_USED_UP"));
        night.await(event, hostOwner, "tiers/0/held", "5");
    }

    // ---- waiting lists

    @Test
    void freedTicketsAreOfferedInTheOrderOfTheLine() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 2);
        publish();
        Person bina = night.register("Bina");
        Person chen = night.register("Chen");
        night.post(waitingList(tierId), bina, Map.of("quantity", 2)).isProblem(409, "WAITING_LIST_NOT_NEEDED");
        String orderId =
                night.post("/api/orders", guest, basket(tierId, 2)).is(201).text("orderId");
        Answer first =
                night.post(waitingList(tierId), bina, Map.of("quantity", 2)).is(201);
        assertThat(first.number("position")).isEqualTo(1);
        assertThat(night.post(waitingList(tierId), bina, Map.of("quantity", 2))
                        .is(201)
                        .text("entryId"))
                .isEqualTo(first.text("entryId"));
        night.post(waitingList(tierId), bina, Map.of("quantity", 1)).isProblem(409, "WAITING_LIST_JOINED");
        assertThat(night.post(waitingList(tierId), chen, Map.of("quantity", 1))
                        .is(201)
                        .number("position"))
                .isEqualTo(2);
        assertThat(night.get(event, null).number("tiers.0.waiting")).isEqualTo(2);
        assertThat(night.get(waitingList(tierId) + "/mine", chen).is(200).number("position"))
                .isEqualTo(2);
        assertThat(night.get(waitingList(tierId), hostOwner).is(200).at("items").size())
                .isEqualTo(2);
        night.get(waitingList(tierId), chen).isProblem(403, "FORBIDDEN");
        night.get(waitingList(tierId) + "/mine", guest).isProblem(404, "NOT_FOUND");

        night.post("/api/orders/" + orderId + "/cancellation", guest, null).is(204);
        Answer offer = night.await(waitingList(tierId) + "/mine", bina, "status", "OFFERED");
        assertThat(Instant.parse(offer.text("offeredUntil"))).isAfter(Instant.now());
        night.await("/api/notifications", bina, "items/0/kind", "WAITING_LIST_OFFER");
        Person dora = night.register("Dora");
        Answer soldOut = night.post("/api/orders", dora, basket(tierId, 1)).isProblem(409, "SOLD_OUT");
        assertThat(soldOut.number("available")).isZero();

        night.post("/api/orders", bina, basket(tierId, 1)).is(201);
        assertThat(night.get(waitingList(tierId) + "/mine", bina).text("status"))
                .isEqualTo("ORDERED");
        night.await(waitingList(tierId) + "/mine", chen, "status", "OFFERED");
        night.delete(waitingList(tierId), chen, null).is(204);
        night.delete(waitingList(tierId), chen, null).is(204);
        assertThat(night.get(waitingList(tierId) + "/mine", chen).text("status"))
                .isEqualTo("LEFT");
        night.post("/api/orders", dora, basket(tierId, 1)).is(201);
    }

    @Test
    void moreStockGoesToThoseWhoWait() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 1);
        String otherId = night.tier(hostOwner, eventId, "VIP", "VIP", 100_000, 0);
        publish();
        night.post("/api/orders", guest, basket(tierId, 1)).is(201);
        Person bina = night.register("Bina");
        night.post(waitingList(tierId), bina, Map.of("quantity", 1)).is(201);
        night.patch(event + "/tiers/" + tierId, hostOwner, Map.of("stock", 2)).is(204);
        night.await(waitingList(tierId) + "/mine", bina, "status", "OFFERED");
        Map<String, Object> both = new HashMap<>(basket(tierId, 1));
        both.put("lines", List.of(line(tierId, 1), line(otherId, 1)));
        night.post("/api/orders", bina, both).isProblem(409, "SOLD_OUT");
        night.post("/api/orders", night.register("Dora"), basket(tierId, 1)).isProblem(409, "SOLD_OUT");
        night.post("/api/orders", bina, basket(tierId, 1)).is(201);
        night.post(event + "/cancellation", hostOwner, Map.of("reason", "Rain")).is(204);
        night.post(waitingList(tierId), bina, Map.of("quantity", 1)).isProblem(422, "SALES_CLOSED");
    }

    @Test
    void aWaitingListTakesNoMoreThanItMay() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 1);
        publish();
        night.post("/api/orders", guest, basket(tierId, 1)).is(201);
        List<Answer> answers = allAtOnce(
                WAITING_LIST + 2,
                i -> night.post(waitingList(tierId), night.register("Guest " + i), Map.of("quantity", 1)));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(WAITING_LIST);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.isProblem(409, "WAITING_LIST_FULL"));
    }

    // ---- what does not belong together

    @Test
    void aTierIsSoldAtItsOwnEventOnly() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        publish();
        Map<String, Object> elsewhere = new HashMap<>(basket(tierId, 1));
        elsewhere.put("eventId", UUID.randomUUID().toString());
        night.post("/api/orders", guest, elsewhere).isProblem(404, "TIER_NOT_FOUND");
        String unknown = UUID.randomUUID().toString();
        night.patch(event + "/tiers/" + unknown, hostOwner, Map.of("stock", 5)).isProblem(404, "TIER_NOT_FOUND");
        night.post(
                        event + "/promo-codes",
                        hostOwner,
                        Map.of("code", "ELSE", "discount", Map.of("basisPoints", 500), "tierIds", List.of(unknown)))
                .isProblem(404, "TIER_NOT_FOUND");
        night.await(event, hostOwner, "tiers/0/held", "0");
    }

    @Test
    void noRateTakesMoreThanATicketCanCost() {
        Map<String, Object> most = Map.of("amount", Long.MAX_VALUE);
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        night.patch(event + "/tiers/" + tierId, hostOwner, Map.of("commission", most))
                .isProblem(422, "TIER_INVALID");
    }

    @Test
    void aPromoCodeHasTermsThatMakeSense() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        publish();
        String codes = event + "/promo-codes";
        night.post(
                        codes,
                        hostOwner,
                        Map.of(
                                "code",
                                "BACK",
                                "discount",
                                Map.of("basisPoints", 500),
                                "validFrom",
                                "2026-12-02T00:00:00Z",
                                "validUntil",
                                "2026-12-01T00:00:00Z"))
                .isProblem(422, "PROMO_CODE_TERMS_INVALID");
        String twiceId = night.post(
                        codes, hostOwner, Map.of("code", "TWICE", "discount", Map.of("basisPoints", 500), "uses", 2))
                .is(201)
                .text("promoCodeId");
        for (String name : List.of("Bina", "Chen")) {
            night.post("/api/orders", night.register(name), promo(basket(tierId, 1), "TWICE"))
                    .is(201);
        }
        night.patch(codes + "/" + twiceId, hostOwner, Map.of("uses", 1))
                .isProblem(409, "PROMO_CODE_USES_BELOW_COMMITTED");
        night.patch(codes + "/" + twiceId, hostOwner, Map.of("uses", 3)).is(204);
    }

    @Test
    void aPromotersCodeCountsWhileItsLinkIsInForce() {
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 100_000, 8);
        night.letPromotersSell(hostOwner, eventId);
        publish();
        Person promoter = night.promoter(admin());
        Answer link = night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201);
        Map<String, Object> basket = new HashMap<>(basket(tierId, 1));
        basket.put("promoterCode", link.text("code"));
        night.post("/api/orders/quote", guest, basket).is(200);
        night.delete("/api/promoter/links/" + link.text("linkId"), promoter, null)
                .is(204);
        night.post("/api/orders/quote", guest, basket).isProblem(409, "LINK_INACTIVE");
        night.post("/api/orders", guest, basket).isProblem(409, "LINK_INACTIVE");
        basket.put("promoterCode", "NOSUCH");
        night.post("/api/orders", guest, basket).isProblem(422, "PROMOTER_CODE_INVALID");
    }

    @Test
    void whatIsLessThanTheGatewayTakesIsNotOrdered() {
        String tierId = night.tier(hostOwner, eventId, "Token", "GENERAL", 10, 50);
        publish();
        night.post("/api/orders", guest, basket(tierId, 1)).isProblem(422, "ORDER_TOTAL_TOO_SMALL");
        night.await(event, hostOwner, "tiers/0/held", "0");
    }

    // ---- words of the tests

    private void publish() {
        night.publish(hostOwner, venueOwner, eventId);
    }

    private String tier(Map<String, Object> parts) {
        Map<String, Object> body = new HashMap<>(Map.of("entryType", "GENERAL"));
        body.putAll(parts);
        return night.post(event + "/tiers", hostOwner, body).is(201).text("tierId");
    }

    private String waitingList(String tierId) {
        return event + "/tiers/" + tierId + "/waiting-list";
    }

    private Map<String, Object> basket(String tierId, int quantity) {
        return NightClient.basket(eventId, tierId, quantity);
    }

    private static Map<String, Object> promo(Map<String, Object> basket, String code) {
        Map<String, Object> withCode = new HashMap<>(basket);
        withCode.put("promoCode", code);
        return withCode;
    }

    private static Map<String, Object> line(String tierId, int quantity) {
        return Map.of("tierId", tierId, "quantity", quantity);
    }

    private static Map<String, Object> price(long amount) {
        return Map.of("amount", amount, "currency", "INR");
    }

    private static <T> List<T> allAtOnce(int times, IntFunction<T> action) {
        try (ExecutorService everybody = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> action.apply(i))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> call : everybody.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
