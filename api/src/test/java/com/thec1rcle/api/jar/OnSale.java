package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.jar.Purchase.Intention;
import com.thec1rcle.api.jar.Purchase.Refused;
import com.thec1rcle.api.jar.Purchase.Tier;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The opening of a sale: many buyers at once with mixed baskets, some of whom never pay and some of whom give back what
 * they bought. Whoever is cut off, or told to come back, asks the same again.
 */
final class OnSale {
    static final int BUYERS = 500;
    static final int CONNECTIONS = 64;

    private static final int ACCOUNTS = 32;
    private static final int HOURS_AHEAD = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> ASK_AGAIN =
            Set.of("CONCURRENT_CHANGE", "TOO_BUSY", "OUTCOME_UNKNOWN", "GATEWAY_UNAVAILABLE", "TOO_MANY_REQUESTS");

    final Person admin;
    final Person venueOwner;
    final Person hostOwner;
    final Person promoter;
    final String eventId;
    final String linkId;
    final List<Tier> tiers;
    final List<Person> guests;
    final List<Purchase> purchases;

    private final String code;
    private final AtomicInteger answers = new AtomicInteger();
    private volatile NightClient client;

    /** Publishes the night, and lets everybody register. */
    OnSale(NightClient client, Person admin, Random random) {
        this.client = client;
        this.admin = admin;
        venueOwner = client.register("Vera Venue");
        hostOwner = client.register("Hari Host");
        promoter = client.promoter(admin);
        String venueId = client.venue(venueOwner);
        String hostId = client.host(hostOwner);
        client.partnership(hostOwner, hostId, venueOwner, venueId);
        Map<String, Object> slot = NightClient.slot(HOURS_AHEAD);
        eventId = client.draft(hostOwner, hostId, venueId, slot);
        openTheDoors(venueId, slot);
        tiers = List.of(
                tier("General", "GENERAL", 49_900, 520, 4),
                tier("Couple", "COUPLE", 89_905, 170, 2),
                tier("VIP", "VIP", 249_990, 130, 2));
        client.put(
                        "/api/events/" + eventId + "/limits",
                        hostOwner,
                        Map.of("minPerOrder", 1, "maxPerOrder", 10, "maxPerAccount", 1_000))
                .is(204);
        client.letPromotersSell(hostOwner, eventId);
        client.publish(hostOwner, venueOwner, eventId);
        Answer link = client.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201);
        linkId = link.text("linkId");
        code = link.text("code");
        guests = together(
                IntStream.range(0, ACCOUNTS).boxed().toList(), number -> this.client.register("Guest " + number));
        purchases = IntStream.range(0, BUYERS)
                .mapToObj(number -> new Purchase(number, guests.get(number % ACCOUNTS), random, tiers))
                .toList();
    }

    /** Doors may open a day before the night at the earliest: these are open already. */
    private void openTheDoors(String venueId, Map<String, Object> slot) {
        client.put(
                        "/api/events/" + eventId + "/schedule",
                        hostOwner,
                        Map.of(
                                "venueId", venueId,
                                "from", slot.get("from"),
                                "until", slot.get("until"),
                                "doorsAt", Instant.now().minusSeconds(60).toString()))
                .is(204);
    }

    private Tier tier(String name, String entryType, long price, int stock, int most) {
        return new Tier(
                client.tier(hostOwner, eventId, name, entryType, price, stock), name, entryType, price, stock, most);
    }

    /** Does something for each of many, on all connections at once. */
    static <T, R> List<R> together(List<T> all, Function<T, R> work) {
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            return all.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> work.apply(each), connections))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /** Opens the sale; done when every buyer has got what was wanted, or a no. */
    CompletableFuture<Void> open() {
        return CompletableFuture.runAsync(() -> together(purchases, this::buy));
    }

    /** From now on the house answers here. */
    void moveTo(NightClient house) {
        client = house;
    }

    /** How many answers the buyers have got so far. */
    int answers() {
        return answers.get();
    }

    // ---- Buying -------------------------------------------------------------------------------------------------

    private Purchase buy(Purchase purchase) {
        place(purchase);
        if (purchase.isPlaced() && purchase.intention != Intention.NEVER_PAYS) {
            pay(purchase);
            if (purchase.proven && purchase.intention != Intention.KEEPS_ALL) {
                giveBack(purchase);
            }
        }
        return purchase;
    }

    private void place(Purchase purchase) {
        String key = "on-sale-" + purchase.number;
        List<Instant> asked = new ArrayList<>();
        Answer answer = ask(house -> {
            asked.add(Instant.now());
            return house.post(
                    "/api/orders",
                    purchase.guest,
                    purchase.body(eventId, code),
                    "Idempotency-Key",
                    key,
                    "Prefer",
                    "wait=0");
        });
        if (answer.status() == 201) {
            purchase.orderId = answer.text("orderId");
            purchase.amounts = answer.json().path("amounts");
        } else {
            answer.isProblem(409, "SOLD_OUT");
            Instant since = answer.isReplayed() ? asked.getFirst() : asked.getLast();
            purchase.refused = new Refused(answer.json(), since, Instant.now());
        }
    }

    private void pay(Purchase purchase) {
        Map<String, Object> order = Map.of("orderId", purchase.orderId);
        Answer begun = ask(house -> house.post("/api/payments", purchase.guest, order, "Prefer", "wait=0"));
        if (begun.status() != 201) {
            assertThat(begun.text("code")).as(begun.text()).isEqualTo("ORDER_EXPIRED");
            purchase.tooLate = true;
            return;
        }
        String window = "/api/payments/sandbox/" + begun.text("gatewayOrderId");
        Answer proof = ask(house -> house.post(window, purchase.guest, Map.of("outcome", "SUCCESS")))
                .is(200);
        Map<String, Object> proven = Map.of(
                "orderId", purchase.orderId,
                "razorpay_order_id", proof.text("razorpay_order_id"),
                "razorpay_payment_id", proof.text("razorpay_payment_id"),
                "razorpay_signature", proof.text("razorpay_signature"));
        ask(house -> house.patch("/api/payments", purchase.guest, proven)).is(200);
        purchase.proven = true;
    }

    // ---- Giving back --------------------------------------------------------------------------------------------

    /** A guest whose payment came too late has nothing to give back. */
    private void giveBack(Purchase purchase) {
        JsonNode order = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> ask(house -> house.get("/api/orders/" + purchase.orderId, purchase.guest))
                                .json(),
                        shown -> Set.of("CONFIRMED", "EXPIRED")
                                .contains(shown.path("status").asString()));
        if (order.path("status").asString().equals("EXPIRED")) {
            return;
        }
        List<String> tickets = new ArrayList<>();
        order.path("tickets").forEach(ticket -> {
            String id = ticket.path("ticketId").asString();
            tickets.add(id);
            purchase.codesOfBefore.put(id, ticket.path("code").asString());
        });
        boolean one = purchase.intention == Intention.GIVES_ONE_BACK;
        List<String> back = one ? List.of(tickets.get(purchase.number % tickets.size())) : tickets;
        String key = UUID.nameUUIDFromBytes(new byte[] {(byte) purchase.number, (byte) (purchase.number >> 8)})
                .toString();
        Answer asked = ask(house -> house.post(
                "/api/orders/" + purchase.orderId + "/refunds",
                purchase.guest,
                Map.of("ticketIds", back, "reason", "Cannot come"),
                "Idempotency-Key",
                key));
        asked.is(202);
        purchase.refunds.put(asked.text("refundId"), back);
        approve(asked.text("refundId"), purchase);
    }

    /** From 500.00 somebody says yes, from 5,000.00 two people do. */
    private void approve(String refundId, Purchase purchase) {
        JsonNode refund = await().atMost(PATIENCE)
                .until(
                        () -> ask(house -> house.get("/api/refunds/" + refundId, purchase.guest)),
                        shown -> shown.status() == 200)
                .json();
        List<Person> judges = List.of(hostOwner, admin);
        for (Person judge : judges.subList(0, refund.path("approvalsNeeded").asInt())) {
            ask(house -> house.post("/api/refunds/" + refundId + "/approval", judge, null, "Prefer", "wait=0"))
                    .is(204);
        }
    }

    /** Asks until somebody decides: a house that is gone, or too busy, has decided nothing. */
    Answer ask(Function<NightClient, Answer> request) {
        Answer answer = await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> request.apply(client), OnSale::isDecided);
        answers.incrementAndGet();
        return answer;
    }

    private static boolean isDecided(Answer answer) {
        boolean askAgain = answer.status() >= 400
                && ASK_AGAIN.contains(answer.json().path("code").asString(""));
        return !askAgain;
    }
}
