package com.thec1rcle.api.benchmark;

import com.thec1rcle.api.jar.RunningJar;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * One night on sale, as fast as this machine can: the packaged application, its store and the guests share it. Says how
 * fast, beside the single-row commits of the same store in the same run, and whether everything is exact afterwards.
 */
public final class NightBenchmark {
    private static final int GUESTS = 256;
    private static final int CONNECTIONS = 64;

    /** Room for views of all the orders of a run, the collector that takes least of two processors, and short pauses. */
    private static final List<String> JVM = List.of("-Xmx4g", "-Xmn512m", "-XX:+UseParallelGC");

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up", 300));
    private static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 15));
    private static final Duration QUIET_LIMIT = Duration.ofMinutes(2);
    private static final String PASSWORD = "the benchmark's own password";

    private final Path folder;
    private final NightClient client;
    private final Guests guests;
    private final Person owner;
    private final Person admin;
    private final String eventId;
    private final String onSale;
    private final String held;
    private final List<Measurement> measurements = new ArrayList<>();
    private final AtomicLong bought = new AtomicLong();
    private final AtomicLong holds = new AtomicLong();
    private final AtomicLong unfinished = new AtomicLong();

    private NightBenchmark(Path folder, RunningJar jar) {
        this.folder = folder;
        client = jar.client();
        admin = client.signIn("admin@example.com", PASSWORD);
        SaleNight night = SaleNight.open(client);
        owner = night.owner();
        eventId = night.eventId();
        onSale = night.onSale();
        held = night.held();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            people.add(client.register("Guest " + i));
        }
        guests = new Guests(jar.url(), CONNECTIONS, people);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder =
                Path.of("target", "benchmark", UUID.randomUUID().toString()).toAbsolutePath();
        Map<String, String> administrator =
                Map.of("C1RCLE_ADMIN_EMAIL", "admin@example.com", "C1RCLE_ADMIN_PASSWORD", PASSWORD);
        List<String> options = new ArrayList<>(List.of("--c1rcle.demo=false"));
        options.addAll(List.of(System.getProperty("benchmark.arguments", "").split(" ")));
        Measurement holds = HoldCommands.measure(folder.resolve("command-bus"), WARM_UP.dividedBy(2), LASTING);
        progress(holds);
        try (RunningJar jar = RunningJar.start(folder, JVM, administrator, options.toArray(String[]::new))) {
            new NightBenchmark(folder, jar).run(holds);
        }
    }

    private void run(Measurement onTheCommandBus) throws Exception {
        progress("warming up for " + WARM_UP.toSeconds() + " s");
        Load.closed("warm-up", CONNECTIONS, WARM_UP, this::buy);
        Load.closed("warm-up", CONNECTIONS, WARM_UP.dividedBy(6), this::hold);
        Load.closed("warm-up", CONNECTIONS, WARM_UP.dividedBy(6), this::lookAtTheEvent);
        quiet();
        List<String> admitted = codes();
        Load.closed("warm-up", CONNECTIONS, WARM_UP.dividedBy(3), number -> scan(admitted, number));
        quiet();
        Measurement store = add(RawCommits.measure(folder.resolve("data"), 16, LASTING));
        measurements.add(onTheCommandBus);
        add(Load.closed("holds on one tier, over HTTP", CONNECTIONS, LASTING, this::hold));
        quiet();
        Measurement orders = add(Load.closed("complete orders on one tier", CONNECTIONS, LASTING, this::buy));
        quiet();
        add(Load.open("placing, at half that load", orders.perSecond() / 2, LASTING, this::placeAndPayLater));
        quiet();
        List<String> codes = codes();
        codes.removeAll(new HashSet<>(admitted));
        add(Load.closed("scans", CONNECTIONS, LASTING, number -> scan(codes, number)));
        add(Load.closed("event page", CONNECTIONS, LASTING, this::lookAtTheEvent));
        quiet();
        report(store, exactness());
    }

    // ---- What guests do -----------------------------------------------------------------------------------------

    private Mono<Boolean> hold(long number) {
        return place(number, held).doOnNext(order -> holds.incrementAndGet()).hasElement();
    }

    private Mono<Boolean> buy(long number) {
        return place(number, onSale).flatMap(orderId -> pay(number, orderId));
    }

    private Mono<Boolean> placeAndPayLater(long number) {
        return place(number, onSale)
                .doOnNext(orderId -> pay(number, orderId).subscribe(paid -> {}, failed -> unfinished.incrementAndGet()))
                .hasElement();
    }

    private Mono<String> place(long number, String tierId) {
        return guests.ask(
                        HttpMethod.POST,
                        "/api/orders",
                        guests.number(number),
                        NightClient.basket(eventId, tierId, 1),
                        201)
                .map(placed -> placed.path("orderId").asString());
    }

    private Mono<Boolean> pay(long number, String orderId) {
        Person guest = guests.number(number);
        return guests.ask(HttpMethod.POST, "/api/payments", guest, Map.of("orderId", orderId), 201)
                .map(opened -> opened.path("gatewayOrderId").asString())
                .flatMap(gatewayOrder -> guests.ask(
                        HttpMethod.POST,
                        "/api/payments/sandbox/" + gatewayOrder,
                        guest,
                        Map.of("outcome", "SUCCESS"),
                        200))
                .flatMap(
                        checkout -> guests.ask(HttpMethod.PATCH, "/api/payments", guest, proof(orderId, checkout), 200))
                .map(paid -> {
                    bought.incrementAndGet();
                    return paid.path("status").asString().equals("CONFIRMED");
                });
    }

    private static Map<String, String> proof(String orderId, JsonNode checkout) {
        return Map.of(
                "orderId", orderId,
                "razorpay_order_id", checkout.path("razorpay_order_id").asString(),
                "razorpay_payment_id", checkout.path("razorpay_payment_id").asString(),
                "razorpay_signature", checkout.path("razorpay_signature").asString());
    }

    private Mono<Boolean> scan(List<String> codes, long number) {
        return guests.ask(
                        HttpMethod.POST,
                        "/api/scan",
                        owner,
                        Map.of("eventId", eventId, "code", codes.get((int) (number % codes.size()))),
                        200)
                .map(answer -> answer.path("result").asString())
                .map(result -> result.equals("VALID") || number >= codes.size());
    }

    private Mono<Boolean> lookAtTheEvent(long number) {
        return guests.look("/api/events/" + eventId);
    }

    // ---- What is true afterwards --------------------------------------------------------------------------------

    /** The codes of all tickets that the guests see in their orders. */
    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            String path = "/api/orders?limit=200";
            JsonNode page = client.get(path, guests.number(i)).is(200).json();
            addCodes(page, codes);
            while (page.has("nextCursor")) {
                page = client.get(path + "&cursor=" + page.path("nextCursor").asString(), guests.number(i))
                        .is(200)
                        .json();
                addCodes(page, codes);
            }
        }
        return codes;
    }

    private static void addCodes(JsonNode page, List<String> codes) {
        for (JsonNode order : page.path("items")) {
            order.path("tickets")
                    .forEach(ticket -> codes.add(ticket.path("code").asString()));
        }
    }

    /** What does not agree with the answers the guests got; empty if everything does. */
    private List<String> exactness() {
        List<String> wrong = new ArrayList<>();
        compare(wrong, "free stock of the tier on sale", SaleNight.STOCK - bought.get(), available(onSale));
        compare(wrong, "free stock of the tier only held", SaleNight.STOCK - holds.get(), available(held));
        compare(
                wrong,
                "sum of the trial balance",
                0,
                client.get("/api/finance/ledger/trial-balance", admin).is(200).number("sum"));
        compare(wrong, "orders begun and not finished", 0, unfinished.get());
        compare(wrong, "tickets of the guests", bought.get(), codes().size());
        return wrong;
    }

    private static void compare(List<String> wrong, String what, long expected, long found) {
        if (expected != found) {
            wrong.add(what + ": " + found + " instead of " + expected);
        }
    }

    private long available(String tierId) {
        for (JsonNode tier :
                client.get("/api/events/" + eventId, null).is(200).json().path("tiers")) {
            if (tier.path("tierId").asString().equals(tierId)) {
                return tier.path("available").asLong();
            }
        }
        throw new IllegalStateException("The event has no such tier any more.");
    }

    /** Waits until every projection and process has seen everything. */
    private void quiet() {
        Instant limit = Instant.now().plus(QUIET_LIMIT);
        long begun = System.nanoTime();
        while (!caughtUp()) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("The views did not catch up within " + QUIET_LIMIT + ".");
            }
        }
        progress(
                "views caught up " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms later");
    }

    private boolean caughtUp() {
        for (JsonNode projection :
                client.get("/api/admin/projections", admin).is(200).json().path("items")) {
            if (projection.path("lag").asLong() > 0) {
                return false;
            }
        }
        return true;
    }

    // ---- The report ---------------------------------------------------------------------------------------------

    private Measurement add(Measurement measurement) {
        measurements.add(measurement);
        progress(measurement);
        return measurement;
    }

    private void report(Measurement store, List<String> wrong) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "| Scenario | per second | target | of the store's commits | p50 ms | p99 ms | errors |",
                "|---|---|---|---|---|---|---|"));
        Map<String, String> targets = Map.of(
                HoldCommands.SCENARIO,
                "2,500",
                "holds on one tier, over HTTP",
                "2,500",
                "complete orders on one tier",
                "600",
                "placing, at half that load",
                "p99 100 ms",
                "scans",
                "1,000",
                "event page",
                "8,000");
        measurements.forEach(
                measurement -> lines.add(measurement.row(store, targets.getOrDefault(measurement.scenario(), ""))));
        lines.add("");
        lines.add(wrong.isEmpty() ? "Exact: stock, orders and ledger agree with the answers." : "NOT EXACT: " + wrong);
        Path file = folder.getParent().resolve("report.md");
        Files.write(file, lines);
        lines.forEach(NightBenchmark::progress);
        progress("The report is in " + file + ".");
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The benchmark is not exact: " + wrong);
        }
    }

    private static void progress(Measurement measurement) {
        progress(String.format(
                "%s: %,.0f/s, %d errors", measurement.scenario(), measurement.perSecond(), measurement.errors()));
    }

    private static void progress(@Nullable String line) {
        System.out.println(line);
    }
}
