package com.thec1rcle.api.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Walks through nights over HTTP as the partner apps do; every step waits until the views show it. */
public final class NightClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "a long enough password";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String base;

    public NightClient(String base) {
        this.base = base;
    }

    public Answer get(String path, @Nullable Person as, String... headers) {
        return call("GET", path, as, null, headers);
    }

    public Answer post(String path, @Nullable Person as, @Nullable Object body, String... headers) {
        return call("POST", path, as, body, headers);
    }

    public Answer put(String path, @Nullable Person as, Object body) {
        return call("PUT", path, as, body);
    }

    public Answer patch(String path, @Nullable Person as, Object body) {
        return call("PATCH", path, as, body);
    }

    public Answer delete(String path, @Nullable Person as, @Nullable Object body) {
        return call("DELETE", path, as, body);
    }

    /** Sends a request; commands prefer to wait for the views unless a header says otherwise. */
    public Answer call(String method, String path, @Nullable Person as, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(40))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        request.setHeader("Content-Type", "application/json");
        if (!method.equals("GET")) {
            request.setHeader("Prefer", "wait=5");
        }
        if (as != null) {
            request.setHeader("Authorization", "Bearer " + as.token());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return answer(method + " " + path, send(request.build(), BodyHandlers.ofString()));
    }

    /** Asks for a stream that never ends, sees how it begins, and leaves; the answer has no text. */
    public Answer open(String path, @Nullable Person as) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
        if (as != null) {
            request.setHeader("Authorization", "Bearer " + as.token());
        }
        HttpResponse<InputStream> response = send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream left = response.body()) {
            return new Answer("GET " + path, response.statusCode(), response.headers(), "", MissingNode.getInstance());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(Object body) {
        return body instanceof String raw ? raw : JSON.writeValueAsString(body);
    }

    private static Answer answer(String request, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean json = type.contains("json") && !response.body().isEmpty() && !type.contains("ndjson");
        JsonNode tree = json ? JSON.readTree(response.body()) : MissingNode.getInstance();
        return new Answer(request, response.statusCode(), response.headers(), response.body(), tree);
    }

    // ---- People -------------------------------------------------------------------------------------------------

    public Person register(String name) {
        return register(name, name.toLowerCase().replace(' ', '.') + "." + UUID.randomUUID() + "@example.com");
    }

    public Person register(String name, String email) {
        String userId = post("/api/auth/register", null, Map.of("email", email, "password", PASSWORD, "name", name))
                .is(201)
                .text("userId");
        return new Person(userId, name, email, token(email, PASSWORD));
    }

    public Person signIn(String email, String password) {
        String token = token(email, password);
        Person nameless = new Person("", "", email, token);
        return new Person(get("/api/me", nameless).is(200).text("userId"), "", email, token);
    }

    private String token(String email, String password) {
        return post("/api/auth/token", null, Map.of("email", email, "password", password))
                .is(200)
                .text("accessToken");
    }

    // ---- Partners -----------------------------------------------------------------------------------------------

    public String venue(Person owner) {
        return post(
                        "/api/venues",
                        owner,
                        Map.of(
                                "name", "Blue Room",
                                "city", "Mumbai",
                                "address", "1 Harbour Road",
                                "timeZone", "Asia/Kolkata",
                                "capacity", 400))
                .is(201)
                .text("venueId");
    }

    /** Somebody who was invited to a venue's roster, has signed in, and is verified. */
    public Person staff(Person owner, String venueId, String role) {
        Person person = register("Dev " + role);
        String staffId = post(
                        "/api/venue/staff",
                        owner,
                        Map.of("venueId", venueId, "email", person.email(), "name", person.name(), "role", role))
                .is(201)
                .text("staffId");
        get("/api/me", person).is(200);
        patch("/api/venue/staff", owner, Map.of("venueId", venueId, "staffId", staffId, "action", "VERIFY"))
                .is(204);
        return person;
    }

    public String host(Person owner) {
        return post("/api/hosts", owner, Map.of("name", "Night Shift", "city", "Mumbai"))
                .is(201)
                .text("hostId");
    }

    public String partnership(Person hostOwner, String hostId, Person venueOwner, String venueId) {
        String id = post(
                        "/api/partnerships",
                        hostOwner,
                        Map.of("hostId", hostId, "venueId", venueId, "message", "Hello"))
                .is(201)
                .text("partnershipId");
        post("/api/partnerships/" + id + "/approval", venueOwner, null).is(204);
        return id;
    }

    public Person promoter(Person admin) {
        Person person = register("Pia Promoter");
        String id = promoterId(person);
        post("/api/promoters/" + id + "/approval", admin, null).is(204);
        return person;
    }

    /** Opens the account if there is none, and names it either way. */
    public String promoterId(Person person) {
        JsonNode known = get("/api/me", person).is(200).json().path("promoterId");
        return known.isString()
                ? known.asString()
                : post("/api/promoters", person, Map.of("displayName", person.name()))
                        .is(201)
                        .text("promoterId");
    }

    // ---- Events -------------------------------------------------------------------------------------------------

    /** A night that begins so many hours from now, and lasts seven. */
    public static Map<String, Object> slot(int hours) {
        Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(hours, ChronoUnit.HOURS);
        return Map.of(
                "from", from.toString(), "until", from.plus(7, ChronoUnit.HOURS).toString());
    }

    public String draft(Person hostOwner, String hostId, String venueId, Map<String, Object> slot) {
        String id = post(
                        "/api/events",
                        hostOwner,
                        Map.of("creator", Map.of("type", "HOST", "id", hostId), "title", "Monsoon Nights"))
                .is(201)
                .text("eventId");
        put(
                        "/api/events/" + id + "/details",
                        hostOwner,
                        Map.of(
                                "title",
                                "Monsoon Nights",
                                "description",
                                "House and rain",
                                "category",
                                "techno",
                                "city",
                                "Mumbai"))
                .is(204);
        put(
                        "/api/events/" + id + "/schedule",
                        hostOwner,
                        Map.of("venueId", venueId, "from", slot.get("from"), "until", slot.get("until")))
                .is(204);
        return id;
    }

    public String tier(Person owner, String eventId, String name, String entryType, long price, int stock) {
        return post(
                        "/api/events/" + eventId + "/tiers",
                        owner,
                        Map.of(
                                "name", name,
                                "entryType", entryType,
                                "price", Map.of("amount", price, "currency", "INR"),
                                "stock", stock))
                .is(201)
                .text("tierId");
    }

    public void letPromotersSell(Person owner, String eventId) {
        put(
                        "/api/events/" + eventId + "/promoters",
                        owner,
                        Map.of(
                                "enabled", true,
                                "mode", "ALL",
                                "promoterIds", List.of(),
                                "commission", Map.of("basisPoints", 1500),
                                "discount", Map.of("basisPoints", 1000)))
                .is(204);
    }

    /** Submits, has the venue approve, and publishes. */
    public void publish(Person hostOwner, Person venueOwner, String eventId) {
        String slotRequestId = post("/api/events/" + eventId + "/submission", hostOwner, null)
                .is(200)
                .text("slotRequestId");
        post("/api/slots/" + slotRequestId + "/approval", venueOwner, Map.of()).is(204);
        post("/api/events/" + eventId + "/publication", hostOwner, null).is(204);
    }

    // ---- Orders -------------------------------------------------------------------------------------------------

    public static Map<String, Object> basket(String eventId, String tierId, int quantity) {
        return Map.of(
                "eventId", eventId,
                "lines", List.of(Map.of("tierId", tierId, "quantity", quantity)),
                "buyer", Map.of("name", "Asha Rao", "email", "asha@example.com"));
    }

    /** Pays a placed order through the sandbox; answers the last answer, which names the order's status. */
    public Answer pay(Person guest, String orderId) {
        String gatewayOrderId =
                post("/api/payments", guest, Map.of("orderId", orderId)).is(201).text("gatewayOrderId");
        Answer checkout = post("/api/payments/sandbox/" + gatewayOrderId, guest, Map.of("outcome", "SUCCESS"))
                .is(200);
        return patch(
                "/api/payments",
                guest,
                Map.of(
                        "orderId", orderId,
                        "razorpay_order_id", checkout.text("razorpay_order_id"),
                        "razorpay_payment_id", checkout.text("razorpay_payment_id"),
                        "razorpay_signature", checkout.text("razorpay_signature")));
    }

    /** Places, pays, and waits for the tickets; answers the confirmed order. */
    public Answer buy(Person guest, Map<String, Object> basket) {
        String orderId = post("/api/orders", guest, basket).is(201).text("orderId");
        pay(guest, orderId).is(200);
        return await("/api/orders/" + orderId, guest, "status", "CONFIRMED");
    }

    /** Asks again until a part of the answer has a value, for ten seconds at most. */
    public Answer await(String path, Person as, String part, String value) {
        return Awaitility.await(path + ": " + part + " becomes " + value)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_AGAIN)
                .until(
                        () -> get(path, as),
                        answer -> answer.status() == 200
                                && answer.at(part).asString().equals(value));
    }
}
