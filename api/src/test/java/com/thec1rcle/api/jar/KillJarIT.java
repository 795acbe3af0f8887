package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A process killed in the middle of a rush loses nothing that it had promised. */
class KillJarIT {
    private static final int STOCK = 500;
    private static final int BUYERS = 100;
    private static final int KILL_AFTER = 40;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedOrderIsThereAfterAKillAndTheStockIsExact() throws InterruptedException {
        Map<String, String> none = Map.of();
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Person guest;
        Person hostOwner;
        Person venueOwner;
        String eventId;
        try (RunningJar jar = RunningJar.start(folder, none, "--c1rcle.demo=false")) {
            NightClient night = jar.client();
            venueOwner = night.register("Vera Venue");
            hostOwner = night.register("Hari Host");
            guest = night.register("Gita Guest");
            String venueId = night.venue(venueOwner);
            String hostId = night.host(hostOwner);
            night.partnership(hostOwner, hostId, venueOwner, venueId);
            eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(30));
            String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 49_900, STOCK);
            night.put(
                            "/api/events/" + eventId + "/limits",
                            hostOwner,
                            Map.of("minPerOrder", 1, "maxPerOrder", 10, "maxPerAccount", 1_000))
                    .is(204);
            night.publish(hostOwner, venueOwner, eventId);

            rush(jar, guest, eventId, tierId, acknowledged);
        }

        try (RunningJar again = RunningJar.start(folder, none, "--c1rcle.demo=false")) {
            NightClient night = again.client();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILL_AFTER);
            for (String orderId : acknowledged) {
                night.get("/api/orders/" + orderId, guest).is(200);
            }
            Answer event = night.get("/api/events/" + eventId, hostOwner).is(200);
            long held = placed(night, guest);
            assertThat(held).isGreaterThanOrEqualTo(acknowledged.size());
            // Orders cut off between hold and order hold stock until they lapse; the view shows exactly what the events
            // say.
            long heldByEvents = heldByEvents(night, venueOwner, event.text("tiers.0.tierId"));
            assertThat(heldByEvents).isBetween(held, (long) BUYERS);
            assertThat(event.number("tiers.0.available")).isEqualTo(STOCK - heldByEvents);
            night.post("/api/orders", guest, NightClient.basket(eventId, event.text("tiers.0.tierId"), 1))
                    .is(201);
        }
    }

    private static void rush(
            RunningJar jar, Person guest, String eventId, String tierId, ConcurrentLinkedQueue<String> acknowledged)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(KILL_AFTER);
        try (ExecutorService buyers = Executors.newFixedThreadPool(20)) {
            NightClient client = jar.client();
            List<Map<String, Object>> baskets = IntStream.range(0, BUYERS)
                    .mapToObj(i -> NightClient.basket(eventId, tierId, 1))
                    .toList();
            for (Map<String, Object> basket : baskets) {
                buyers.execute(() -> {
                    try {
                        Answer answer = client.post("/api/orders", guest, basket, "Prefer", "wait=0");
                        if (answer.status() == 201) {
                            acknowledged.add(answer.text("orderId"));
                            enough.countDown();
                        }
                    } catch (UncheckedIOException killed) {
                        // What was not answered was not promised.
                        return;
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            jar.kill();
        }
    }

    /** What the tier's history says is held. */
    private static long heldByEvents(NightClient night, Person venueOwner, String tierId) {
        JsonNode items = night.get("/api/audit/tier/" + tierId + "?limit=200", venueOwner)
                .is(200)
                .json()
                .path("items");
        long quantity = 0;
        for (JsonNode item : items) {
            quantity += switch (item.path("name").asString()) {
                case "StockHeld" -> item.path("data").path("quantity").asLong();
                case "HoldReleased", "HoldLapsed" ->
                    -item.path("data").path("quantity").asLong();
                default -> 0;
            };
        }
        return quantity;
    }

    private static long placed(NightClient night, Person guest) {
        long count = 0;
        String cursor = "";
        do {
            JsonNode page =
                    night.get("/api/orders?limit=200" + cursor, guest).is(200).json();
            count += page.path("items").size();
            cursor = page.path("nextCursor").isString()
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return count;
    }
}
