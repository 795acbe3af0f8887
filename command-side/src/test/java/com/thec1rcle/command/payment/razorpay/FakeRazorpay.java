package com.thec1rcle.command.payment.razorpay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Behaves as Razorpay's API does, and, when told to, as badly as any server can. Listens on this machine only. */
public final class FakeRazorpay implements AutoCloseable {
    public static final String KEY_ID = "rzp_test_fake";
    public static final String KEY_SECRET = "the fake key secret";
    public static final String WEBHOOK_SECRET = "the fake webhook secret";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ObjectNode> orders = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> payments = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> refunds = new ConcurrentHashMap<>();
    private final Map<String, String> bodiesByKey = new ConcurrentHashMap<>();
    private final Map<String, String> refundsByKey = new ConcurrentHashMap<>();
    private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile @Nullable Behaviour always;
    private volatile String refundStatus = "processed";
    private volatile @Nullable HttpServer server;
    private final int port;

    private FakeRazorpay(int port) {
        server = listen(port);
        this.port = server.getAddress().getPort();
    }

    public static FakeRazorpay start() {
        return new FakeRazorpay(0);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A way to answer; what is proper happens only if it is asked for. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange, Supplier<Reply> proper) throws IOException;

        /** Does nothing, and says this. */
        static Behaviour says(int status, String body) {
            return (exchange, proper) -> send(exchange, new Reply(status, body));
        }

        /** Does what is proper, and then says something else. */
        static Behaviour doesAndSays(int status, String body) {
            return (exchange, proper) -> {
                proper.get();
                send(exchange, new Reply(status, body));
            };
        }

        /** Does what is proper, and breaks off in the middle of saying so. */
        static Behaviour breaksOff() {
            return (exchange, proper) -> {
                byte[] body = proper.get().body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            };
        }

        /** Does nothing, and hangs up. */
        static Behaviour hangsUp() {
            return (exchange, proper) -> exchange.close();
        }

        /** Takes its time. */
        static Behaviour isSlow(Duration time) {
            return (exchange, proper) -> {
                pause(time);
                send(exchange, proper.get());
            };
        }

        private static void pause(Duration time) {
            try {
                new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is said. */
    public record Reply(int status, String body) {}

    /** A webhook, as it would be sent. */
    public record Notice(String body, String signature, String eventId) {}

    // ---- Telling it how to behave -------------------------------------------------------------------------------

    /** The next requests are answered so, one each. */
    public void next(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    /** Every request is answered so, until told otherwise. */
    public void always(@Nullable Behaviour behaviour) {
        always = behaviour;
    }

    public void refundsBecome(String status) {
        refundStatus = status;
    }

    /** Listens no more: whoever calls is refused. */
    public void goDown() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    public void comeBack() {
        if (server == null) {
            server = listen(port);
        }
    }

    // ---- What guests, and the people of the gateway, do ---------------------------------------------------------

    /** A guest pays: the payment is {@code authorized}, {@code captured}, {@code failed} or whatever is said. */
    public String pay(String orderId, String status) {
        return pay(orderId, status, orders.get(orderId).path("amount").asLong());
    }

    public String pay(String orderId, String status, long amount) {
        ObjectNode payment = JSON.createObjectNode()
                .put("id", newId("pay"))
                .put("entity", "payment")
                .put("order_id", orderId)
                .put("amount", amount)
                .put("currency", "INR")
                .put("status", status);
        if (status.equals("failed")) {
            payment.put("error_description", "The bank said no.");
        }
        payments.put(payment.path("id").asString(), payment);
        return payment.path("id").asString();
    }

    public void becomes(String paymentId, String status) {
        payments.get(paymentId).put("status", status);
    }

    public void refundBecomes(String refundId, String status) {
        refunds.get(refundId).put("status", status);
    }

    /** The proof that the checkout hands to the guest. */
    public static String proof(String orderId, String paymentId) {
        return hmac(KEY_SECRET, orderId + "|" + paymentId);
    }

    /** The webhook about a payment as it is now. */
    public Notice notice(String event, String paymentId) {
        ObjectNode body = JSON.createObjectNode().put("entity", "event").put("event", event);
        body.putObject("payload").putObject("payment").set("entity", payments.get(paymentId));
        return sign(body.toString());
    }

    /** The webhook about a refund as it is now. */
    public Notice refundNotice(String event, String refundId) {
        ObjectNode refund = refunds.get(refundId);
        ObjectNode body = JSON.createObjectNode().put("entity", "event").put("event", event);
        ObjectNode payload = body.putObject("payload");
        payload.putObject("payment")
                .set("entity", payments.get(refund.path("payment_id").asString()));
        payload.putObject("refund").set("entity", refund);
        return sign(body.toString());
    }

    public static Notice sign(String body) {
        return new Notice(body, hmac(WEBHOOK_SECRET, body), "evt_" + UUID.randomUUID());
    }

    // ---- What became of it --------------------------------------------------------------------------------------

    public List<JsonNode> orders() {
        return List.copyOf(orders.values());
    }

    public JsonNode payment(String paymentId) {
        return payments.get(paymentId);
    }

    public List<JsonNode> refunds() {
        return List.copyOf(refunds.values());
    }

    /** How often it was called so, as in {@code POST /v1/orders}. */
    public long calls(Predicate<String> request) {
        return log.stream().filter(request).count();
    }

    /** What was captured and not given back, in paise. */
    public long held() {
        long captured = payments.values().stream()
                .filter(payment -> Set.of("captured", "refunded")
                        .contains(payment.path("status").asString()))
                .mapToLong(payment -> payment.path("amount").asLong())
                .sum();
        return captured
                - refunds.values().stream()
                        .filter(refund -> !refund.path("status").asString().equals("failed"))
                        .mapToLong(refund -> refund.path("amount").asLong())
                        .sum();
    }

    // ---- HTTP ---------------------------------------------------------------------------------------------------

    private HttpServer listen(int onPort) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", onPort), 64);
            listening.createContext("/", this::handle);
            listening.setExecutor(Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("fake-razorpay-", 1).daemon().factory()));
            listening.start();
            return listening;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        log.add(exchange.getRequestMethod() + " " + path);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Behaviour behaviour = next.poll();
        if (behaviour == null) {
            behaviour = always;
        }
        Supplier<Reply> proper = () -> reply(exchange, path, body);
        try {
            if (behaviour == null) {
                send(exchange, proper.get());
            } else {
                behaviour.answer(exchange, proper);
            }
        } finally {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Reply reply(HttpExchange exchange, String path, String body) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((KEY_ID + ":" + KEY_SECRET).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem(401, "Authentication failed");
        }
        String[] parts = path.substring(1).split("/");
        boolean post = exchange.getRequestMethod().equals("POST");
        String what = (post ? "POST " : "GET ") + parts[1] + (parts.length > 3 ? "/" + parts[3] : "");
        return switch (what) {
            case "POST orders" -> create(JSON.readTree(body));
            case "GET orders" -> collection(orders, receiptIs(exchange));
            case "GET orders/payments" -> collection(payments, of("order_id", parts[2]));
            case "GET payments" -> found(payments.get(parts[2]));
            case "POST payments/capture" -> capture(payments.get(parts[2]), JSON.readTree(body));
            case "POST payments/refund" ->
                refund(
                        payments.get(parts[2]),
                        body,
                        exchange.getRequestHeaders().getFirst("X-Refund-Idempotency"));
            case "GET payments/refunds" -> collection(refunds, of("payment_id", parts[2]));
            default -> problem(404, "The requested URL was not found on the server.");
        };
    }

    private Reply create(JsonNode request) {
        if (request.path("amount").asLong() < 100) {
            return problem(400, "Order amount less than minimum amount allowed");
        }
        if (request.path("receipt").asString().length() > 40) {
            return problem(400, "receipt: the length must be no more than 40.");
        }
        ObjectNode order = ((ObjectNode) request.deepCopy())
                .put("id", newId("order"))
                .put("entity", "order")
                .put("status", "created")
                .put("created_at", 1_796_000_000L + ids.get());
        orders.put(order.path("id").asString(), order);
        return new Reply(200, order.toString());
    }

    private Reply capture(@Nullable ObjectNode payment, JsonNode request) {
        if (payment == null) {
            return problem(400, "The id provided does not exist");
        }
        return switch (payment.path("status").asString()) {
            case "captured" -> problem(400, "This payment has already been captured");
            case "authorized" -> {
                if (request.path("amount").asLong() != payment.path("amount").asLong()) {
                    yield problem(400, "Capture amount must be equal to the amount authorized");
                }
                yield found(payment.put("status", "captured"));
            }
            default -> problem(400, "Only payments which have been authorized and not yet captured can be captured");
        };
    }

    private Reply refund(@Nullable ObjectNode payment, String body, @Nullable String key) {
        if (payment == null) {
            return problem(400, "The id provided does not exist");
        }
        if (key == null || key.length() < 10) {
            return problem(400, "The idempotency key is missing or too short");
        }
        if (!keysInFlight.add(key)) {
            return problem(409, "Request failed because another request is in progress with the same key");
        }
        try {
            String before = bodiesByKey.putIfAbsent(key, body);
            if (before != null) {
                return before.equals(body)
                        ? found(refunds.get(refundsByKey.get(key)))
                        : problem(400, "Different request with the same idempotency key");
            }
            return give(payment, JSON.readTree(body), key);
        } finally {
            keysInFlight.remove(key);
        }
    }

    private Reply give(ObjectNode payment, JsonNode request, String key) {
        long amount = request.path("amount").asLong();
        long given = refunds.values().stream()
                .filter(of("payment_id", payment.path("id").asString()))
                .filter(refund -> !refund.path("status").asString().equals("failed"))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
        if (!payment.path("status").asString().equals("captured")
                || given + amount > payment.path("amount").asLong()) {
            bodiesByKey.remove(key);
            return problem(400, "The payment has been fully refunded already");
        }
        ObjectNode refund = ((ObjectNode) request.deepCopy())
                .put("id", newId("rfnd"))
                .put("entity", "refund")
                .put("payment_id", payment.path("id").asString())
                .put("currency", "INR")
                .put("status", refundStatus);
        refunds.put(refund.path("id").asString(), refund);
        refundsByKey.put(key, refund.path("id").asString());
        return found(refund);
    }

    private static Predicate<ObjectNode> receiptIs(HttpExchange exchange) {
        String query =
                URLDecoder.decode(String.valueOf(exchange.getRequestURI().getRawQuery()), StandardCharsets.UTF_8);
        return order -> List.of(query.split("&"))
                .contains("receipt=" + order.path("receipt").asString());
    }

    private static Predicate<ObjectNode> of(String field, String value) {
        return entity -> entity.path(field).asString().equals(value);
    }

    private static Reply collection(Map<String, ObjectNode> entities, Predicate<ObjectNode> wanted) {
        ArrayNode items = JSON.createArrayNode();
        entities.values().stream().filter(wanted).forEach(items::add);
        ObjectNode collection =
                JSON.createObjectNode().put("entity", "collection").put("count", items.size());
        collection.set("items", items);
        return new Reply(200, collection.toString());
    }

    private static Reply found(@Nullable ObjectNode entity) {
        return entity == null ? problem(400, "The id provided does not exist") : new Reply(200, entity.toString());
    }

    public static Reply problem(int status, String description) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("code", "BAD_REQUEST_ERROR").put("description", description);
        return new Reply(status, body.toString());
    }

    private String newId(String kind) {
        return kind + "_Fake" + ids.incrementAndGet();
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        goDown();
    }
}
