package com.thec1rcle.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A night to look around in: a venue, a host, a promoter, a guest and a door, each made by commands as users would. */
final class DemoNight {
    private static final Duration FROM_NOW = Duration.ofHours(23);
    private static final Duration LENGTH = Duration.ofHours(7);

    private final DemoClient client;
    private final Clock clock;
    private final String adminToken;
    private final String password;

    DemoNight(DemoClient client, Clock clock, String adminToken, String password) {
        this.client = client;
        this.clock = clock;
        this.adminToken = adminToken;
        this.password = password;
    }

    void load() {
        String venueOwner = account("Vera Venue", "venue@demo.example");
        String hostOwner = account("Hari Host", "host@demo.example");
        String promoter = account("Pia Promoter", "promoter@demo.example");
        String guest = account("Gita Guest", "guest@demo.example");
        account("Dev Door", "door@demo.example");

        String venueId = client.post(
                        "/api/venues",
                        venueOwner,
                        Map.of(
                                "name", "Blue Room",
                                "city", "Mumbai",
                                "address", "1 Harbour Road",
                                "timeZone", "Asia/Kolkata",
                                "capacity", 400))
                .path("venueId")
                .asString();
        doorStaff(venueOwner, venueId);
        String hostId = client.post("/api/hosts", hostOwner, Map.of("name", "Night Shift", "city", "Mumbai"))
                .path("hostId")
                .asString();
        String partnershipId = client.post(
                        "/api/partnerships",
                        hostOwner,
                        Map.of("hostId", hostId, "venueId", venueId, "message", "We bring house on Saturdays."))
                .path("partnershipId")
                .asString();
        client.post("/api/partnerships/" + partnershipId + "/approval", venueOwner, Map.of());
        client.post("/api/follow", guest, Map.of("targetType", "HOST", "targetId", hostId));

        String eventId = event(hostOwner, hostId, venueId);
        String general = tier(hostOwner, eventId, "General", "GENERAL", 99_900, 200);
        tier(hostOwner, eventId, "Couple", "COUPLE", 159_900, 60);
        tier(hostOwner, eventId, "VIP", "VIP", 299_900, 20);
        publish(hostOwner, venueOwner, eventId);

        String code = link(promoter, eventId);
        buy(guest, eventId, general, code);
    }

    private String account(String name, String email) {
        client.post("/api/auth/register", null, Map.of("email", email, "password", password, "name", name));
        return client.post("/api/auth/token", null, Map.of("email", email, "password", password))
                .path("accessToken")
                .asString();
    }

    private void doorStaff(String venueOwner, String venueId) {
        String staffId = client.post(
                        "/api/venue/staff",
                        venueOwner,
                        Map.of(
                                "venueId",
                                venueId,
                                "email",
                                "door@demo.example",
                                "name",
                                "Dev Door",
                                "role",
                                "SECURITY"))
                .path("staffId")
                .asString();
        // Signing in with the invited address ties the invitation to the account; then the owner can verify it.
        String door = client.post("/api/auth/token", null, Map.of("email", "door@demo.example", "password", password))
                .path("accessToken")
                .asString();
        client.get("/api/me", door);
        client.send(
                HttpMethod.PATCH,
                "/api/venue/staff",
                venueOwner,
                Map.of("venueId", venueId, "staffId", staffId, "action", "VERIFY"));
    }

    private String event(String hostOwner, String hostId, String venueId) {
        String eventId = client.post(
                        "/api/events",
                        hostOwner,
                        Map.of("creator", Map.of("type", "HOST", "id", hostId), "title", "Monsoon Nights"))
                .path("eventId")
                .asString();
        String event = "/api/events/" + eventId;
        client.put(
                event + "/details",
                hostOwner,
                Map.of(
                        "title", "Monsoon Nights",
                        "description", "Four rooms of house until the rain stops.",
                        "category", "house",
                        "city", "Mumbai"));
        Instant now = clock.instant();
        Instant from = now.plus(FROM_NOW).truncatedTo(ChronoUnit.HOURS);
        client.put(
                event + "/schedule",
                hostOwner,
                Map.of(
                        "venueId",
                        venueId,
                        "from",
                        from.toString(),
                        "until",
                        from.plus(LENGTH).toString(),
                        "doorsAt",
                        now.toString())); // So that the door can be tried at once.
        client.put(
                event + "/promoters",
                hostOwner,
                Map.of(
                        "enabled", true,
                        "mode", "ALL",
                        "promoterIds", List.of(),
                        "commission", Map.of("basisPoints", 1500),
                        "discount", Map.of("basisPoints", 1000)));
        return eventId;
    }

    private String tier(String hostOwner, String eventId, String name, String entryType, long paise, int stock) {
        return client.post(
                        "/api/events/" + eventId + "/tiers",
                        hostOwner,
                        Map.of(
                                "name", name,
                                "entryType", entryType,
                                "price", Map.of("amount", paise, "currency", "INR"),
                                "stock", stock))
                .path("tierId")
                .asString();
    }

    private void publish(String hostOwner, String venueOwner, String eventId) {
        String slotRequestId = client.post("/api/events/" + eventId + "/submission", hostOwner, Map.of())
                .path("slotRequestId")
                .asString();
        client.post("/api/slots/" + slotRequestId + "/approval", venueOwner, Map.of());
        client.post("/api/events/" + eventId + "/publication", hostOwner, Map.of());
    }

    private String link(String promoter, String eventId) {
        String promoterId = client.post("/api/promoters", promoter, Map.of("displayName", "Pia"))
                .path("promoterId")
                .asString();
        client.post("/api/promoters/" + promoterId + "/approval", adminToken, Map.of());
        return client.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .path("code")
                .asString();
    }

    private void buy(String guest, String eventId, String tierId, String code) {
        String orderId = client.post(
                        "/api/orders",
                        guest,
                        Map.of(
                                "eventId",
                                eventId,
                                "lines",
                                List.of(Map.of("tierId", tierId, "quantity", 2)),
                                "buyer",
                                Map.of("name", "Gita Guest", "email", "guest@demo.example"),
                                "promoterCode",
                                code))
                .path("orderId")
                .asString();
        String gatewayOrderId = client.post("/api/payments", guest, Map.of("orderId", orderId))
                .path("gatewayOrderId")
                .asString();
        JsonNode checkout = client.post("/api/payments/sandbox/" + gatewayOrderId, guest, Map.of("outcome", "SUCCESS"));
        client.send(
                HttpMethod.PATCH,
                "/api/payments",
                guest,
                Map.of(
                        "orderId", orderId,
                        "razorpay_order_id", checkout.path("razorpay_order_id").asString(),
                        "razorpay_payment_id",
                                checkout.path("razorpay_payment_id").asString(),
                        "razorpay_signature",
                                checkout.path("razorpay_signature").asString()));
    }
}
