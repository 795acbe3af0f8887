package com.thec1rcle.api.jar;

import static com.thec1rcle.api.jar.Histories.all;
import static com.thec1rcle.api.jar.Histories.awaitViews;
import static com.thec1rcle.api.jar.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A process killed in the middle of a rush loses nothing that it had promised, and its views show what its events say:
 * as they come up after the kill, and once more when each is rebuilt from nothing.
 */
class KillJarIT {
    private static final int STOCK = 500;
    private static final int BUYERS = 100;
    private static final int KILL_AFTER = 40;
    private static final int PAID_BY_LINK_BEFORE = 3;
    private static final String ADMIN = "admin@example.com";
    private static final String PASSWORD = "the administrator's password";
    private static final String[] SETTINGS = {
        "--c1rcle.demo=false",
        "--c1rcle.promoter.commission-payable=on-order",
        "--c1rcle.admin.email=" + ADMIN,
        "--c1rcle.admin.password=" + PASSWORD
    };

    private static final String AROUND_THE_NIGHT = "from=" + NightClient.slot(0).get("from") + "&to="
            + NightClient.slot(72).get("until");

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();

    /** Who and what the night is about. */
    private record Night(
            Person venueOwner,
            Person hostOwner,
            Person promoter,
            Person guest,
            String venueId,
            String hostId,
            String eventId,
            String tierId,
            String linkId,
            String code) {}

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndTheViewsShowWhatTheEventsSay() throws InterruptedException {
        Night night;
        try (RunningJar jar = RunningJar.start(folder, Map.of(), SETTINGS)) {
            night = prepare(jar.client());
            rush(jar, night);
        }

        try (RunningJar again = RunningJar.start(folder, Map.of(), SETTINGS)) {
            NightClient client = again.client();
            Person admin = client.signIn(ADMIN, PASSWORD);
            List<OrderStory> orders = toldToTheEnd(client, night, admin);

            everyAcknowledgedOrderIsThere(orders);
            everyOrderShowsWhatItsHistorySays(client, night, orders);
            theStockIsExact(client, night, admin, orders);
            theGuestListNamesEveryTicketSold(client, night, orders);
            theBooksSayWhatTheOrdersSay(client, admin, orders);
            theCommissionIsThatOfTheOrders(client, night, orders);

            theNightGoesOn(client, night, orders);
            everyViewIsTheSameWhenRebuilt(client, night, admin);
        }
    }

    // ---- Before the kill ----------------------------------------------------------------------------------------

    private static Night prepare(NightClient client) {
        Person admin = client.signIn(ADMIN, PASSWORD);
        Person venueOwner = client.register("Vera Venue");
        Person hostOwner = client.register("Hari Host");
        Person guest = client.register("Gita Guest");
        Person promoter = client.promoter(admin);
        String venueId = client.venue(venueOwner);
        String hostId = client.host(hostOwner);
        client.partnership(hostOwner, hostId, venueOwner, venueId);
        client.post("/api/follow", guest, Map.of("targetType", "VENUE", "targetId", venueId))
                .is(204);
        client.post(
                        "/api/venue/registers",
                        venueOwner,
                        Map.of("venueId", venueId, "date", "2026-12-24", "kind", "NOTE", "text", "Sound check"))
                .is(201);
        client.patch("/api/profile", venueOwner, Map.of("type", "VENUE", "id", venueId, "tagline", "Blue nights"))
                .is(204);
        String eventId = client.draft(hostOwner, hostId, venueId, NightClient.slot(2));
        String tierId = client.tier(hostOwner, eventId, "General", "GENERAL", 49_900, STOCK);
        client.put(
                        "/api/events/" + eventId + "/limits",
                        hostOwner,
                        Map.of("minPerOrder", 1, "maxPerOrder", 10, "maxPerAccount", 1_000))
                .is(204);
        client.letPromotersSell(hostOwner, eventId);
        client.publish(hostOwner, venueOwner, eventId);
        Answer link = client.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201);
        return new Night(
                venueOwner,
                hostOwner,
                promoter,
                guest,
                venueId,
                hostId,
                eventId,
                tierId,
                link.text("linkId"),
                link.text("code"));
    }

    /** A hundred buyers, every second of whom pays, half of those by a promoter's link; the power goes meanwhile. */
    private void rush(RunningJar jar, Night night) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(KILL_AFTER);
        CountDownLatch enoughPaid = new CountDownLatch(PAID_BY_LINK_BEFORE);
        try (ExecutorService buyers = Executors.newFixedThreadPool(20)) {
            NightClient client = jar.client();
            for (int i = 0; i < BUYERS; i++) {
                int number = i;
                buyers.execute(() -> {
                    try {
                        String orderId = place(client, night, number);
                        acknowledged.add(orderId);
                        enough.countDown();
                        if (number % 2 == 0) {
                            client.pay(night.guest(), orderId).is(200);
                            paid.add(orderId);
                        }
                        if (isByLink(number)) {
                            enoughPaid.countDown();
                        }
                    } catch (UncheckedIOException killed) {
                        // What was not answered was not promised.
                        return;
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(enoughPaid.await(60, TimeUnit.SECONDS)).isTrue();
            jar.kill();
        }
        assertThat(acknowledged).hasSizeBetween(KILL_AFTER, BUYERS - 1);
    }

    private static boolean isByLink(int number) {
        return number % 4 == 0;
    }

    private static String place(NightClient client, Night night, int number) {
        Map<String, Object> basket = new HashMap<>(NightClient.basket(night.eventId(), night.tierId(), 1));
        if (isByLink(number)) {
            basket.put("promoterCode", night.code());
        }
        return client.post("/api/orders", night.guest(), basket, "Prefer", "wait=0")
                .is(201)
                .text("orderId");
    }

    // ---- After the kill -----------------------------------------------------------------------------------------

    /** The histories of all orders, once the processes have gone on from where the kill left them, and the views too. */
    private static List<OrderStory> toldToTheEnd(NightClient client, Night night, Person admin) {
        List<String> placed = all(client, "/api/orders", night.guest()).stream()
                .map(order -> order.path("orderId").asString())
                .toList();
        List<OrderStory> stories = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> placed.stream()
                                .map(orderId -> new OrderStory(history(client, admin, "order", orderId)))
                                .toList(),
                        told -> told.stream().allMatch(OrderStory::isToldToTheEnd));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> nothingIsClaimed(history(client, admin, "tier", night.tierId())));
        awaitViews(client, admin);
        return stories;
    }

    private static boolean nothingIsClaimed(List<JsonNode> tier) {
        return count(tier, "HoldClaimed") == count(tier, "StockSold");
    }

    private void everyAcknowledgedOrderIsThere(List<OrderStory> orders) {
        assertThat(orders).extracting(OrderStory::orderId).containsAll(acknowledged);
        assertThat(orders.stream().filter(OrderStory::isConfirmed))
                .extracting(OrderStory::orderId)
                .containsAll(paid);
    }

    private static void everyOrderShowsWhatItsHistorySays(NightClient client, Night night, List<OrderStory> orders) {
        for (OrderStory order : orders) {
            JsonNode view = client.get("/api/orders/" + order.orderId(), night.guest())
                    .is(200)
                    .json();
            assertThat(OrderStory.comparable(view)).isEqualTo(order.view());
            assertThat(view.at("/buyer/name").asString()).isEqualTo("Asha Rao");
        }
    }

    /** Orders cut off between hold and order hold stock until they lapse; the view shows exactly what the events say. */
    private static void theStockIsExact(NightClient client, Night night, Person admin, List<OrderStory> orders) {
        List<JsonNode> tier = history(client, admin, "tier", night.tierId());
        assertThat(ordersIn(tier, "StockHeld"))
                .hasSizeLessThanOrEqualTo(BUYERS)
                .containsAll(orders.stream().map(OrderStory::orderId).toList());
        assertThat(ordersIn(tier, "StockSold"))
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .filter(OrderStory::isConfirmed)
                        .map(OrderStory::orderId)
                        .toList());
        Answer event = client.get("/api/events/" + night.eventId(), null).is(200);
        assertThat(event.number("tiers.0.available")).isEqualTo(STOCK - taken(tier));
        assertThat(event.at("tiers.0.soldOut").asBoolean()).isFalse();
    }

    private static long taken(List<JsonNode> tier) {
        return tier.stream()
                .mapToLong(event -> {
                    long quantity = event.at("/data/quantity").asLong();
                    return switch (event.path("name").asString()) {
                        case "StockHeld", "StockReclaimed" -> quantity;
                        case "HoldReleased", "HoldLapsed", "ClaimAbandoned" -> -quantity;
                        default -> 0;
                    };
                })
                .sum();
    }

    private static void theGuestListNamesEveryTicketSold(NightClient client, Night night, List<OrderStory> orders) {
        List<JsonNode> expected = new ArrayList<>();
        for (OrderStory order : orders) {
            order.tickets()
                    .forEach(ticket -> expected.add(((ObjectNode) ticket)
                            .put("orderId", order.orderId())
                            .put("name", "Asha Rao")));
        }
        assertThat(all(client, "/api/events/" + night.eventId() + "/guestlist", night.venueOwner()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void theBooksSayWhatTheOrdersSay(NightClient client, Person admin, List<OrderStory> orders) {
        Map<String, Map<String, Long>> posted = new TreeMap<>();
        all(client, "/api/finance/ledger", admin)
                .forEach(line -> posted.computeIfAbsent(line.path("subject").asString(), subject -> new TreeMap<>())
                        .merge(
                                line.path("account").asString(),
                                line.at("/debit/amount").asLong()
                                        - line.at("/credit/amount").asLong(),
                                Long::sum));
        Map<String, Map<String, Long>> owed = orders.stream()
                .filter(OrderStory::isConfirmed)
                .collect(Collectors.toMap(OrderStory::orderId, OrderStory::postings));
        assertThat(posted).isEqualTo(owed);

        Answer balance = client.get("/api/finance/ledger/trial-balance", admin).is(200);
        Map<String, Long> balances = new TreeMap<>();
        balance.at("accounts")
                .forEach(account -> balances.put(
                        account.path("account").asString(),
                        account.at("/balance/amount").asLong()));
        Map<String, Long> sums = new TreeMap<>();
        owed.values()
                .forEach(postings -> postings.forEach((account, amount) -> sums.merge(account, amount, Long::sum)));
        assertThat(balances).isEqualTo(sums);
        assertThat(balance.number("sum")).isZero();
    }

    private static void theCommissionIsThatOfTheOrders(NightClient client, Night night, List<OrderStory> orders) {
        Map<String, Long> expected = orders.stream()
                .filter(order -> order.isConfirmed() && order.isAttributed())
                .collect(Collectors.toMap(OrderStory::orderId, OrderStory::commission));
        Map<String, Long> shown = all(client, "/api/promoter/commissions", night.promoter()).stream()
                .collect(Collectors.toMap(
                        item -> item.path("orderId").asString(),
                        item -> item.at("/amount/amount").asLong()));
        assertThat(shown).isNotEmpty().isEqualTo(expected);
        long sum = expected.values().stream().mapToLong(Long::longValue).sum();
        assertThat(client.get("/api/promoter/commissions", night.promoter()).number("totals.payable.amount"))
                .isEqualTo(sum);
        Answer link = client.get("/api/promoter/links/" + night.linkId(), night.promoter());
        assertThat(link.number("orders")).isEqualTo(expected.size());
        assertThat(link.number("commission.amount")).isEqualTo(sum);
    }

    /** Orders are placed, paid and used, and a payout is asked for, as if nothing had been. */
    private static void theNightGoesOn(NightClient client, Night night, List<OrderStory> orders) {
        client.buy(night.guest(), NightClient.basket(night.eventId(), night.tierId(), 1));
        String left = orders.stream()
                .filter(Predicate.not(OrderStory::isConfirmed))
                .findFirst()
                .orElseThrow()
                .orderId();
        client.pay(night.guest(), left).is(200);
        Answer order = client.await("/api/orders/" + left, night.guest(), "status", "CONFIRMED");
        client.post(
                        "/api/scan",
                        night.venueOwner(),
                        Map.of("eventId", night.eventId(), "code", order.text("tickets.0.code")))
                .is(200);
        client.post(
                        "/api/promoter/payouts",
                        night.promoter(),
                        Map.of(
                                "promoterId", client.promoterId(night.promoter()),
                                "amount", Map.of("amount", 10_000, "currency", "INR"),
                                "method", "UPI",
                                "upi", Map.of("vpa", "p@upi")))
                .is(201);
    }

    // ---- Rebuilding ---------------------------------------------------------------------------------------------

    private static void everyViewIsTheSameWhenRebuilt(NightClient client, Night night, Person admin) {
        awaitViews(client, admin);
        Map<String, JsonNode> before = views(client, night, admin);
        List<String> names = all(client, "/api/admin/projections", admin).stream()
                .map(projection -> projection.path("name").asString())
                .toList();
        assertThat(names).hasSizeGreaterThan(15);
        // Rights last: until they are known again nobody is an administrator.
        List<String> rightsLast = names.stream()
                .sorted(Comparator.comparing("projection-access"::equals))
                .toList();
        rightsLast.forEach(
                name -> client.post("/api/admin/projections/" + name + "/replay", admin, null, "Prefer", "wait=0")
                        .is(202));
        awaitViews(client, admin);

        assertThat(views(client, night, admin)).isEqualTo(before);
    }

    /** Everything that the night's people can read of the views. */
    private static Map<String, JsonNode> views(NightClient client, Night night, Person admin) {
        Map<String, JsonNode> views = new LinkedHashMap<>();
        Map<String, Person> readers = new LinkedHashMap<>();
        String event = "/api/events/" + night.eventId();
        readers.put("/api/orders?limit=200", night.guest());
        all(client, "/api/orders", night.guest())
                .forEach(order ->
                        readers.put("/api/orders/" + order.path("orderId").asString(), night.guest()));
        readers.put("/api/notifications?limit=200", night.guest());
        readers.put("/api/follow", night.guest());
        readers.put("/api/events", night.guest());
        readers.put(event, night.guest());
        readers.put("/api/venues", night.guest());
        readers.put("/api/venues/" + night.venueId(), night.guest());
        readers.put("/api/hosts/" + night.hostId(), night.guest());
        readers.put("/api/profile?type=VENUE&id=" + night.venueId(), night.guest());
        readers.put("/api/events?mine=true", night.hostOwner());
        readers.put("/api/partnerships?hostId=" + night.hostId(), night.hostOwner());
        readers.put("/api/slots?hostId=" + night.hostId(), night.hostOwner());
        readers.put(event + "/promoter-requests", night.hostOwner());
        readers.put(event + "/guestlist?limit=200", night.venueOwner());
        readers.put("/api/scan?eventId=" + night.eventId(), night.venueOwner());
        readers.put("/api/me", night.venueOwner());
        readers.put("/api/venue/staff?venueId=" + night.venueId(), night.venueOwner());
        readers.put("/api/venue/registers?venueId=" + night.venueId() + "&date=2026-12-24", night.venueOwner());
        readers.put("/api/venue/calendar?venueId=" + night.venueId() + "&" + AROUND_THE_NIGHT, night.venueOwner());
        readers.put("/api/promoter/events", night.promoter());
        readers.put("/api/promoter/links", night.promoter());
        readers.put("/api/promoter/commissions?limit=200", night.promoter());
        readers.put("/api/promoter/payouts", night.promoter());
        readers.put("/api/promoters", admin);
        readers.put("/api/finance/payouts", admin);
        readers.put("/api/finance/ledger?limit=200", admin);
        readers.put("/api/finance/ledger/trial-balance", admin);
        readers.forEach((path, reader) ->
                views.put(path, client.get(path, reader).is(200).json()));
        return views;
    }

    // ---- Reading ------------------------------------------------------------------------------------------------

    private static long count(List<JsonNode> history, String name) {
        return history.stream()
                .filter(event -> event.path("name").asString().equals(name))
                .count();
    }

    private static List<String> ordersIn(List<JsonNode> tier, String name) {
        return tier.stream()
                .filter(event -> event.path("name").asString().equals(name))
                .map(event -> event.at("/data/orderId").asString())
                .toList();
    }
}
