package com.thec1rcle.api.jar;

import static com.thec1rcle.api.jar.Histories.all;
import static com.thec1rcle.api.jar.Histories.awaitViews;
import static com.thec1rcle.api.jar.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.jar.Purchase.Intention;
import com.thec1rcle.api.jar.Purchase.Refused;
import com.thec1rcle.api.jar.Purchase.Tier;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** After an on-sale: what the buyers were told beside what the house's histories say and its views show. */
record Reckoning(
        OnSale sale,
        NightClient client,
        Map<String, Purchase> placed,
        Map<String, OrderStory> stories,
        Map<Tier, TierStory> tiers) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Waits until nobody in the house has anything left to do: nothing is asked for meanwhile. */
    static Reckoning of(OnSale sale, NightClient client) {
        Map<String, Purchase> placed = sale.purchases.stream()
                .filter(Purchase::isPlaced)
                .collect(Collectors.toMap(purchase -> purchase.orderId, Function.identity()));
        Map<String, OrderStory> stories = new TreeMap<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            List<String> open = placed.keySet().stream()
                    .filter(orderId -> !stories.containsKey(orderId))
                    .toList();
            List<OrderStory> unfinished = new ArrayList<>();
            OnSale.together(open, orderId -> new OrderStory(history(client, sale.admin, "order", orderId)))
                    .forEach(story -> {
                        if (story.isOver()) {
                            stories.put(story.orderId(), story);
                        } else {
                            unfinished.add(story);
                        }
                    });
            assertThat(unfinished)
                    .as("orders that do not come to their end by themselves")
                    .isEmpty();
        });
        Map<Tier, TierStory> tiers = new TreeMap<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            sale.tiers.forEach(tier -> tiers.put(tier, new TierStory(history(client, sale.admin, "tier", tier.id()))));
            assertThat(tiers.values()).allMatch(TierStory::nothingIsClaimed);
        });
        awaitViews(client, sale.admin);
        return new Reckoning(sale, client, placed, stories, tiers);
    }

    // ---- Orders -------------------------------------------------------------------------------------------------

    void everyOrderThatWasAnsweredIsThereAndNoOther() {
        List<String> shown = OnSale.together(sale.guests, guest -> all(client, "/api/orders", guest)).stream()
                .flatMap(Collection::stream)
                .map(order -> order.path("orderId").asString())
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(placed.keySet());
        assertThat(confirmed()).isNotEmpty();
    }

    void everyAmountIsThatOfThePoster() {
        placed.forEach((orderId, purchase) -> {
            Map<String, Long> answered = new TreeMap<>();
            purchase.amounts
                    .properties()
                    .forEach(part -> answered.put(
                            part.getKey(), part.getValue().path("amount").asLong()));
            assertThat(answered).isEqualTo(purchase.expectedAmounts());
            assertThat(stories.get(orderId).placed().path("amounts")).isEqualTo(purchase.amounts);
        });
    }

    void whoeverPaidHasTicketsOrTheMoney() {
        placed.forEach((orderId, purchase) -> {
            OrderStory story = stories.get(orderId);
            if (purchase.proven) {
                assertThat(story.isConfirmed() || story.isPaidBack())
                        .as("what became of %s", orderId)
                        .isTrue();
            }
            assertThat(story.count("PaymentCaptured")).isEqualTo(purchase.proven ? 1 : 0);
            if (story.isConfirmed()) {
                assertThat(story.tickets().size())
                        .isEqualTo(purchase.basket.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum());
            }
        });
    }

    void whoeverNeverPaidHasNothing() {
        placed.forEach((orderId, purchase) -> {
            if (purchase.intention == Intention.NEVER_PAYS || purchase.tooLate) {
                assertThat(stories.get(orderId).isConfirmed()).isFalse();
            }
        });
    }

    /** The time to pay is long over by now. */
    void whoeverPaysTooLateIsTold() {
        placed.forEach((orderId, purchase) -> {
            if (purchase.intention == Intention.NEVER_PAYS) {
                client.post("/api/payments", purchase.guest, Map.of("orderId", orderId))
                        .isProblem(409, "ORDER_EXPIRED");
            }
        });
    }

    void everyRefundGaveBackExactlyItsTickets() {
        placed.forEach((orderId, purchase) -> {
            OrderStory story = stories.get(orderId);
            List<String> wanted =
                    purchase.refunds.values().stream().flatMap(List::stream).toList();
            assertThat(story.ticketsGivenBack())
                    .extracting(ticket -> ticket.path("ticketId").asString())
                    .containsExactlyInAnyOrderElementsOf(wanted);
            if (story.isConfirmed()) {
                assertThat(story.paidBack()).isEqualTo(netGivenBack(purchase));
            }
            purchase.refunds
                    .keySet()
                    .forEach(refundId -> assertThat(client.get("/api/refunds/" + refundId, purchase.guest)
                                    .text("status"))
                            .isEqualTo("COMPLETED"));
        });
    }

    void everyOrderShowsWhatItsHistorySays() {
        OnSale.together(List.copyOf(placed.values()), purchase -> {
            JsonNode view = client.get("/api/orders/" + purchase.orderId, purchase.guest)
                    .is(200)
                    .json();
            assertThat(OrderStory.comparable(view))
                    .isEqualTo(stories.get(purchase.orderId).view());
            return purchase;
        });
    }

    // ---- Stock --------------------------------------------------------------------------------------------------

    /** At some moment between question and answer a tier of the basket had less left than was wanted of it. */
    void whoeverWasTurnedAwayCouldNotBeServed() {
        sale.purchases.stream()
                .filter(purchase -> !purchase.isPlaced())
                .forEach(purchase -> assertThat(purchase.basket)
                        .as("why nothing was left for %s", purchase.refused)
                        .anySatisfy((tier, quantity) ->
                                assertThat(leastLeft(tier, purchase.refused)).isLessThan(quantity)));
    }

    private int leastLeft(Tier tier, Refused refused) {
        return tiers.get(tier).leastLeft(refused.asked(), refused.answered());
    }

    void theStockIsWhatTheBuyersHave() {
        tiers.forEach((tier, story) -> assertThat(story.sold())
                .as("sold of %s", tier.name())
                .isEqualTo((int) confirmed().stream()
                        .flatMap(this::standing)
                        .filter(ticket -> ticket.path("tierId").asString().equals(tier.id()))
                        .count()));
        // Holds that no order was ever opened on lapse too.
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer event = client.get("/api/events/" + sale.eventId, null).is(200);
            event.at("tiers").forEach(shown -> {
                Tier tier = tierOf(shown.path("tierId").asString());
                assertThat(shown.path("available").asInt())
                        .isEqualTo(tier.stock() - tiers.get(tier).sold())
                        .isEqualTo(tiers.get(tier).leftAt(Instant.now()));
            });
        });
    }

    private Tier tierOf(String id) {
        return sale.tiers.stream()
                .filter(tier -> tier.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void theGuestListNamesEveryTicketOnce() {
        List<JsonNode> expected = new ArrayList<>();
        stories.values()
                .forEach(story -> story.tickets()
                        .forEach(ticket -> expected.add(((ObjectNode) ticket)
                                .put("orderId", story.orderId())
                                .put("name", "Asha Rao"))));
        List<JsonNode> listed = all(client, "/api/events/" + sale.eventId + "/guestlist", sale.venueOwner);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(new HashSet<>(listed)).hasSameSizeAs(listed);
    }

    // ---- Money --------------------------------------------------------------------------------------------------

    void theBooksAddUpToWhatTheBuyersWereTold() {
        Map<String, Map<String, Long>> posted = new TreeMap<>();
        all(client, "/api/finance/ledger", sale.admin)
                .forEach(line -> posted.computeIfAbsent(line.path("subject").asString(), subject -> new TreeMap<>())
                        .merge(
                                line.path("account").asString(),
                                line.at("/debit/amount").asLong()
                                        - line.at("/credit/amount").asLong(),
                                Long::sum));
        posted.values().forEach(accounts -> accounts.values().removeIf(amount -> amount == 0));
        posted.values().removeIf(Map::isEmpty);
        Map<String, Map<String, Long>> owed =
                stories.values().stream().collect(Collectors.toMap(OrderStory::orderId, OrderStory::postings));
        owed.values().removeIf(Map::isEmpty);
        assertThat(posted).as("what each order posted").isEqualTo(owed);

        Answer balance =
                client.get("/api/finance/ledger/trial-balance", sale.admin).is(200);
        Map<String, Long> balances = new TreeMap<>();
        balance.at("accounts")
                .forEach(account -> balances.put(
                        account.path("account").asString(),
                        account.at("/balance/amount").asLong()));
        balances.values().removeIf(amount -> amount == 0);
        assertThat(balances).as("the trial balance").isEqualTo(toldToTheBuyers());
        assertThat(balance.number("sum")).isZero();
    }

    /** The balances that follow from the prices on the poster, the amounts answered, and the tickets given back. */
    private Map<String, Long> toldToTheBuyers() {
        Map<String, Long> told = new TreeMap<>();
        for (Purchase purchase : confirmed()) {
            long back = netGivenBack(purchase);
            long commission = purchase.commission() - commissionGivenBack(purchase);
            told.merge("gateway", amount(purchase, "total") - back, Long::sum);
            told.merge("event-payable:" + sale.eventId, commission - (purchase.net() - back), Long::sum);
            told.merge("platform-revenue", -amount(purchase, "platformFee"), Long::sum);
            told.merge("gateway-fees", -amount(purchase, "paymentFee"), Long::sum);
            told.merge("tax-payable", -amount(purchase, "tax"), Long::sum);
            told.merge("promoter-payable:" + client.promoterId(sale.promoter), -commission, Long::sum);
        }
        told.values().removeIf(amount -> amount == 0);
        return told;
    }

    void theCommissionIsThatOfTheTicketsSold() {
        Map<String, Long> owed = confirmed().stream()
                .filter(purchase -> purchase.byLink)
                .collect(Collectors.toMap(
                        purchase -> purchase.orderId,
                        purchase -> purchase.commission() - commissionGivenBack(purchase)));
        Map<String, Long> shown = new TreeMap<>();
        all(client, "/api/promoter/commissions", sale.promoter).stream()
                .filter(line -> !line.path("status").asString().equals("REVERSED"))
                .forEach(line -> shown.merge(
                        line.path("orderId").asString(),
                        line.at("/amount/amount").asLong(),
                        Long::sum));
        long sum = owed.values().stream().mapToLong(Long::longValue).sum();
        owed.values().removeIf(amount -> amount == 0);
        assertThat(shown).isNotEmpty().isEqualTo(owed);
        Answer account = client.get("/api/promoter/commissions", sale.promoter).is(200);
        assertThat(account.number("totals.earned.amount")).isEqualTo(sum);
        assertThat(account.number("totals.payable.amount")).isEqualTo(sum);
        Answer link = client.get("/api/promoter/links/" + sale.linkId, sale.promoter);
        assertThat(link.number("commission.amount")).isEqualTo(sum);
        everyCommissionWasEarnedOnce();
    }

    private void everyCommissionWasEarnedOnce() {
        List<String> earned = history(client, sale.admin, "promoter", client.promoterId(sale.promoter)).stream()
                .filter(event -> event.path("name").asString().equals("CommissionEarned"))
                .map(event -> event.at("/data/orderId").asString())
                .toList();
        Set<String> promoted = confirmed().stream()
                .filter(purchase -> purchase.byLink)
                .map(purchase -> purchase.orderId)
                .collect(Collectors.toSet());
        assertThat(earned).containsExactlyInAnyOrderElementsOf(promoted);
    }

    // ---- Of one purchase ----------------------------------------------------------------------------------------

    private List<Purchase> confirmed() {
        return placed.values().stream()
                .filter(purchase -> stories.get(purchase.orderId).isConfirmed())
                .toList();
    }

    private Stream<JsonNode> tickets(Purchase purchase) {
        Stream.Builder<JsonNode> tickets = Stream.builder();
        stories.get(purchase.orderId).tickets().forEach(tickets);
        return tickets.build();
    }

    private Stream<JsonNode> standing(Purchase purchase) {
        return tickets(purchase).filter(ticket -> !isGivenBack(purchase, ticket));
    }

    private static boolean isGivenBack(Purchase purchase, JsonNode ticket) {
        return purchase.isGivenBack(ticket.path("ticketId").asString());
    }

    private long netGivenBack(Purchase purchase) {
        return partGivenBack(purchase, purchase::net);
    }

    private long commissionGivenBack(Purchase purchase) {
        return partGivenBack(purchase, purchase::commission);
    }

    /** What the tickets that were given back have of the sum of their line. */
    private long partGivenBack(Purchase purchase, Function<Tier, Long> sumOf) {
        long back = 0;
        for (Map.Entry<Tier, Integer> line : purchase.basket.entrySet()) {
            List<JsonNode> copies = tickets(purchase)
                    .filter(ticket -> ticket.path("tierId")
                            .asString()
                            .equals(line.getKey().id()))
                    .toList();
            for (int copy = 0; copy < copies.size(); copy++) {
                if (isGivenBack(purchase, copies.get(copy))) {
                    back += Purchase.part(sumOf.apply(line.getKey()), copy, line.getValue());
                }
            }
        }
        return back;
    }

    private static long amount(Purchase purchase, String part) {
        return purchase.amounts.path(part).path("amount").asLong();
    }
}
