package com.thec1rcle.api.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A night at a door, over HTTP. */
class DoorIT extends ApplicationIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DoorStream stream;

    @Autowired
    private TicketCodes codes;

    private Person owner;
    private Person guest;
    private String venueId;

    @BeforeEach
    void aVenue() {
        owner = night.register("Vera Venue");
        guest = night.register("Gita Guest");
        venueId = night.venue(owner);
    }

    @Test
    void beforeTheDoorsOpenItIsTooEarlyAndNothingIsUsedUp() {
        String closed = publishedNight(30, Map.of());
        String code = ticket(closed, "GENERAL");

        Answer early = scan(closed, code, Map.of());
        assertThat(early.at("admitted").asBoolean()).isFalse();
        assertThat(early.text("result")).isEqualTo("TOO_EARLY");
        assertThat(early.number("ticket.left")).isEqualTo(1);
        assertThat(history(closed, "&result=TOO_EARLY").at("items").size()).isEqualTo(1);

        String open = publishedNight(20, Map.of("doorsAt", Instant.now().toString()));
        assertThat(scan(open, ticket(open, "GENERAL"), Map.of()).text("result")).isEqualTo("VALID");
    }

    @Test
    void afterTheNightItIsOver() {
        Instant from = Instant.now().plusSeconds(12);
        String eventId = publishedNight(from, Map.of());
        String code = ticket(eventId, "GENERAL");
        assertThat(scan(eventId, code, Map.of("count", 2)).text("result")).isEqualTo("ALREADY_SCANNED");
        String completion = "/api/events/" + eventId + "/completion";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> night.post(completion, owner, null).status() == 204);
        assertThat(scan(eventId, code, Map.of()).text("result")).isEqualTo("EVENT_OVER");
    }

    @Test
    void aCoupleComesTogetherOrOneByOne() {
        String eventId = publishedNight(2, Map.of());
        String together = ticket(eventId, "COUPLE");
        Answer both = scan(eventId, together, Map.of("count", 2));
        assertThat(both.text("result")).isEqualTo("VALID");
        assertThat(both.number("ticket.admitted")).isEqualTo(2);
        assertThat(both.number("ticket.left")).isZero();

        String apart = ticket(eventId, "COUPLE");
        assertThat(scan(eventId, apart, Map.of()).number("ticket.left")).isEqualTo(1);
        Answer tooMany = scan(eventId, apart, Map.of("count", 2));
        assertThat(tooMany.text("result")).isEqualTo("ALREADY_SCANNED");
        assertThat(tooMany.number("ticket.left")).isEqualTo(1);
        assertThat(tooMany.text("previous.by")).isEqualTo(owner.userId());
        assertThat(scan(eventId, apart, Map.of()).text("result")).isEqualTo("VALID");
    }

    @Test
    void theSameAttemptGetsTheFirstAnswerAndLeavesOneRecord() {
        String eventId = publishedNight(2, Map.of());
        String code = ticket(eventId, "GENERAL");
        Answer in = scan(eventId, code, Map.of("nonce", "n1"));
        Answer again = scan(eventId, code, Map.of("nonce", "n1"));
        assertThat(again.text("scanId")).isEqualTo(in.text("scanId"));
        assertThat(again.text("result")).isEqualTo("VALID");

        Answer out = scan(eventId, code, Map.of("nonce", "n1", "direction", "OUT"));
        Answer outAgain = scan(eventId, code, Map.of("nonce", "n1", "direction", "OUT"));
        assertThat(out.text("result")).isEqualTo("VALID");
        assertThat(outAgain.text("scanId")).isEqualTo(out.text("scanId")).isNotEqualTo(in.text("scanId"));
        assertThat(outAgain.text("result")).isEqualTo("VALID");
        assertThat(history(eventId, "").at("items").size()).isEqualTo(2);

        Answer forged = scan(eventId, "forged", Map.of("nonce", "n2"));
        assertThat(scan(eventId, "forged", Map.of("nonce", "n2")).text("scanId"))
                .isEqualTo(forged.text("scanId"));
        assertThat(history(eventId, "&result=INVALID").at("items").size()).isEqualTo(1);
    }

    @Test
    void whoHasLeftComesBackOnlyWhereTheEventLetsThem() {
        String strict = publishedNight(2, Map.of());
        String code = ticket(strict, "GENERAL");
        assertThat(scan(strict, code, Map.of("direction", "OUT")).text("result"))
                .isEqualTo("NOT_INSIDE");
        scan(strict, code, Map.of());
        Answer out = scan(strict, code, Map.of("direction", "OUT"));
        assertThat(out.text("direction")).isEqualTo("OUT");
        assertThat(out.number("headcount.inside")).isZero();
        assertThat(scan(strict, code, Map.of()).text("result")).isEqualTo("ALREADY_SCANNED");

        String open = publishedNight(
                12, Map.of("reEntry", true, "doorsAt", Instant.now().toString()));
        assertThat(night.get("/api/events/" + strict, null).is(200).text("reEntry"))
                .isEqualTo("false");
        assertThat(night.get("/api/events/" + open, null).is(200).text("reEntry"))
                .isEqualTo("true");
        String other = ticket(open, "GENERAL");
        scan(open, other, Map.of());
        assertThat(scan(open, other, Map.of()).text("result")).isEqualTo("ALREADY_SCANNED");
        scan(open, other, Map.of("direction", "OUT"));
        Answer back = scan(open, other, Map.of());
        assertThat(back.text("result")).isEqualTo("VALID");
        assertThat(back.number("ticket.admitted")).isEqualTo(1);
        assertThat(back.number("headcount.inside")).isEqualTo(1);
        assertThat(history(open, "&direction=OUT").at("items").size()).isEqualTo(1);
    }

    @Test
    void aFullHouseIsSaidToBeFullAndTheManagerDecides() {
        night.patch("/api/venues/" + venueId, owner, Map.of("capacity", 2)).is(204);
        String eventId = publishedNight(2, Map.of());
        Answer first = scan(eventId, ticket(eventId, "GENERAL"), Map.of());
        assertThat(first.number("headcount.inside")).isEqualTo(1);
        assertThat(first.number("headcount.capacity")).isEqualTo(2);
        assertThat(first.at("warning").isMissingNode()).isTrue();
        String second = ticket(eventId, "GENERAL");
        assertThat(scan(eventId, second, Map.of()).text("warning")).isEqualTo("FULL");
        Answer third = scan(eventId, ticket(eventId, "GENERAL"), Map.of());
        assertThat(third.at("admitted").asBoolean()).isTrue();
        assertThat(third.number("headcount.inside")).isEqualTo(3);
        scan(eventId, second, Map.of("direction", "OUT"));
        assertThat(scan(eventId, "forged", Map.of()).number("headcount.inside")).isEqualTo(2);
    }

    @Test
    void aManagerTakesAScanBack() {
        String eventId = publishedNight(2, Map.of());
        String code = ticket(eventId, "GENERAL");
        Person guard = night.staff(owner, venueId, "SECURITY");
        String scanId = scan(eventId, code, Map.of()).text("scanId");
        String refused = scan(eventId, code, Map.of()).text("scanId");

        String undo = "/api/scan/" + scanId + "/undo";
        night.post(undo, guard, Map.of()).isProblem(403, "FORBIDDEN");
        night.post(undo, guest, Map.of()).isProblem(403, "FORBIDDEN");
        night.post("/api/scan/none/undo", owner, Map.of()).isProblem(404, "NOT_FOUND");
        night.post("/api/scan/" + refused + "/undo", owner, Map.of()).isProblem(409, "SCAN_NOT_UNDOABLE");
        Answer undone = night.post(undo, owner, Map.of("reason", "Wrong guest")).is(200);
        assertThat(undone.number("admitted")).isZero();
        night.post(undo, owner, null).is(200);

        Answer shown = history(eventId, "&result=VALID");
        assertThat(shown.text("items.0.undone.by")).isEqualTo(owner.userId());
        assertThat(shown.text("items.0.undone.reason")).isEqualTo("Wrong guest");
        Answer again = scan(eventId, code, Map.of());
        assertThat(again.text("result")).isEqualTo("VALID");
        assertThat(again.number("headcount.inside")).isEqualTo(1);
    }

    @Test
    void aDeviceIsBoundByACodeAndRevoked() {
        String eventId = publishedNight(2, Map.of());
        Person guard = night.staff(owner, venueId, "SECURITY");
        night.post("/api/venue/devices", guard, Map.of("venueId", venueId)).isProblem(403, "FORBIDDEN");
        Answer offer = night.post("/api/venue/devices", owner, Map.of("venueId", venueId))
                .is(201);
        assertThat(Instant.parse(offer.text("expiresAt")))
                .isBetween(Instant.now().plusSeconds(400), Instant.now().plusSeconds(601));
        Map<String, Object> binding = Map.of("code", offer.text("code").toLowerCase(), "name", "Front gate");
        night.post("/api/venue/devices/binding", guest, binding).isProblem(403, "FORBIDDEN");
        night.post("/api/venue/devices/binding", guard, Map.of("code", "22222222", "name", "Gate"))
                .isProblem(422, "DEVICE_CODE_INVALID");
        String deviceId =
                night.post("/api/venue/devices/binding", guard, binding).is(201).text("deviceId");
        night.post("/api/venue/devices/binding", owner, binding).isProblem(422, "DEVICE_CODE_INVALID");

        String code = ticket(eventId, "COUPLE");
        assertThat(scanAs(guard, eventId, code, Map.of("deviceId", deviceId)).text("result"))
                .isEqualTo("VALID");
        Answer tooMany = scanAs(guard, eventId, code, Map.of("count", 2));
        assertThat(tooMany.text("previous.gate")).isEqualTo("Front gate");
        assertThat(scanAs(guard, eventId, code, Map.of("deviceId", "unknown")).text("result"))
                .isEqualTo("DEVICE_INVALID");
        String devices = "/api/venue/devices?venueId=" + venueId;
        Answer listed = night.get(devices, owner).is(200);
        assertThat(listed.text("items.0.deviceId")).isEqualTo(deviceId);
        assertThat(Instant.parse(listed.text("items.0.lastSeenAt")))
                .isAfter(Instant.parse(listed.text("items.0.boundAt")));
        night.get(devices, guard).isProblem(403, "FORBIDDEN");

        night.delete("/api/venue/devices/" + deviceId, guard, null).isProblem(403, "FORBIDDEN");
        night.delete("/api/venue/devices/" + deviceId, owner, null).is(204);
        Answer stranger = scanAs(guard, eventId, code, Map.of("deviceId", deviceId));
        assertThat(stranger.text("result")).isEqualTo("DEVICE_INVALID");
        assertThat(stranger.at("ticket").isMissingNode()).isTrue();
        assertThat(night.get(devices, owner).text("items.0.revokedAt")).isNotBlank();
        assertThat(history(eventId, "&deviceId=" + deviceId).at("items").size()).isEqualTo(2);
        assertThat(history(eventId, "&deviceId=" + deviceId).text("items.0.gate"))
                .isEqualTo("Front gate");

        String elsewhere = night.venue(owner);
        Answer foreign = night.post("/api/venue/devices", owner, Map.of("venueId", elsewhere))
                .is(201);
        String foreignDevice = night.post(
                        "/api/venue/devices/binding", owner, Map.of("code", foreign.text("code"), "name", "Gate"))
                .is(201)
                .text("deviceId");
        assertThat(scan(eventId, code, Map.of("deviceId", foreignDevice)).text("result"))
                .isEqualTo("DEVICE_INVALID");
    }

    @Test
    void whoseRightWasTakenAwayScansNothingMore() {
        String eventId = publishedNight(2, Map.of());
        String code = ticket(eventId, "COUPLE");
        Person guard = night.staff(owner, venueId, "SECURITY");
        assertThat(scanAs(guard, eventId, code, Map.of()).text("result")).isEqualTo("VALID");
        String staffId = night.get("/api/venue/staff?venueId=" + venueId, owner).text("items.0.staffId");
        night.patch("/api/venue/staff", owner, Map.of("venueId", venueId, "staffId", staffId, "action", "DEACTIVATE"))
                .is(204);
        night.post("/api/scan", guard, Map.of("eventId", eventId, "code", code)).isProblem(403, "FORBIDDEN");
        night.get("/api/scan/live?eventId=" + eventId, guard).isProblem(403, "FORBIDDEN");
    }

    @Test
    void whoseRightIsTakenAwayWhileTheyLookSeesNoMore() throws Exception {
        String eventId = publishedNight(2, Map.of());
        Person guard = night.staff(owner, venueId, "SECURITY");
        String staffId = night.get("/api/venue/staff?venueId=" + venueId, owner).text("items.0.staffId");
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader lines = live(http, eventId, guard)) {
            assertThat(until(lines, "\"inside\":0")).contains("\"capacity\":400");
            night.patch(
                            "/api/venue/staff",
                            owner,
                            Map.of("venueId", venueId, "staffId", staffId, "action", "DEACTIVATE"))
                    .is(204);
            assertThat(until(lines, "never said")).as("the stream has ended").isEqualTo("null");
        }
    }

    @Test
    void aGoodCodeIsNoUseWithoutItsTicketOrAtAnotherDoor() {
        String eventId = publishedNight(2, Map.of());
        String elsewhere = ticket(publishedNight(30, Map.of()), "GENERAL");
        Answer wrong = scan(eventId, elsewhere, Map.of("nonce", "n1"));
        assertThat(wrong.text("result")).isEqualTo("WRONG_EVENT");
        assertThat(scan(eventId, elsewhere, Map.of("nonce", "n1")).text("scanId"))
                .isEqualTo(wrong.text("scanId"));

        TicketId nobodys = TicketId.of(new OrderId(UUID.randomUUID().toString()), 1);
        String stray = codes.sign(new EventId(eventId), nobodys, 1, 1);
        Answer unknown = scan(eventId, stray, Map.of("nonce", "n2"));
        assertThat(unknown.text("result")).isEqualTo("NOT_FOUND");
        assertThat(scan(eventId, stray, Map.of("nonce", "n2")).text("scanId")).isEqualTo(unknown.text("scanId"));
        assertThat(history(eventId, "").at("items").size()).isEqualTo(2);
        assertThat(history(eventId, "&result=NOT_FOUND").at("items").size()).isEqualTo(1);
    }

    @Test
    void theHistoryIsAskedByWhateverIsInIt() {
        String eventId = publishedNight(2, Map.of());
        Person guard = night.staff(owner, venueId, "SECURITY");
        String code = ticket(eventId, "GENERAL");
        String tierId = night.get("/api/events/" + eventId, owner).text("tiers.0.tierId");
        scan(eventId, code, Map.of());
        scanAs(guard, eventId, code, Map.of());
        scanAs(guard, eventId, "forged", Map.of());

        assertThat(history(eventId, "").at("items").size()).isEqualTo(3);
        assertThat(history(eventId, "&by=" + guard.userId()).at("items").size()).isEqualTo(2);
        assertThat(history(eventId, "&tierId=" + tierId).at("items").size()).isEqualTo(2);
        assertThat(history(eventId, "&by=" + guard.userId() + "&tierId=" + tierId)
                        .text("items.0.result"))
                .isEqualTo("ALREADY_SCANNED");
        assertThat(history(eventId, "&until=" + Instant.now().minus(Duration.ofHours(1)))
                        .at("items")
                        .size())
                .isZero();
        Answer page = history(eventId, "&limit=2");
        assertThat(page.at("items").size()).isEqualTo(2);
        assertThat(history(eventId, "&limit=2&cursor=" + page.text("nextCursor"))
                        .at("items")
                        .size())
                .isEqualTo(1);
        night.get("/api/scan?eventId=" + eventId + "&direction=UP", owner).is(400);
    }

    @Test
    void theLiveCountComesAtOnceAndFollowsTheDoor() throws Exception {
        String eventId = publishedNight(2, Map.of());
        String code = ticket(eventId, "GENERAL");
        night.get("/api/scan/live?eventId=" + eventId, null).isProblem(401, "UNAUTHENTICATED");
        night.get("/api/scan/live?eventId=" + eventId, guest).isProblem(403, "FORBIDDEN");
        night.get("/api/scan/live?eventId=none", owner).isProblem(404, "NOT_FOUND");
        try (HttpClient http = HttpClient.newHttpClient()) {
            try (BufferedReader lines = live(http, eventId, owner)) {
                assertThat(until(lines, "\"inside\":0")).contains("\"capacity\":400");
                assertThat(stream.open()).isPositive();
                scan(eventId, code, Map.of());
                assertThat(until(lines, "\"inside\":1")).contains("\"tierName\":\"GENERAL\"");
                scan(eventId, code, Map.of());
                assertThat(until(lines, "\"ALREADY_SCANNED\":1")).contains("\"inside\":1");
            }
        }
        await("the stream ends with its client").atMost(Duration.ofSeconds(20)).until(() -> stream.open() == 0);
    }

    private BufferedReader live(HttpClient http, String eventId, Person viewer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/scan/live?eventId=" + eventId))
                .header("Authorization", "Bearer " + viewer.token())
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next data line that says so; "null" if the stream ends before. */
    private static String until(BufferedReader lines, String part) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        String line = lines.readLine();
                        while (line != null && !(line.startsWith("data:") && line.contains(part))) {
                            line = lines.readLine();
                        }
                        return String.valueOf(line);
                    } catch (IOException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }

    private Answer scan(String eventId, String code, Map<String, Object> more) {
        return scanAs(owner, eventId, code, more);
    }

    private Answer scanAs(Person person, String eventId, String code, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("eventId", eventId);
        body.put("code", code);
        return night.post("/api/scan", person, body).is(200);
    }

    private Answer history(String eventId, String filter) {
        return night.get("/api/scan?eventId=" + eventId + filter, owner).is(200);
    }

    private String publishedNight(int hours, Map<String, Object> more) {
        return publishedNight(Instant.now().plus(hours, ChronoUnit.HOURS), more);
    }

    /** The venue's own night, with free tickets. */
    private String publishedNight(Instant from, Map<String, Object> more) {
        String eventId = night.post(
                        "/api/events",
                        owner,
                        Map.of("creator", Map.of("type", "VENUE", "id", venueId), "title", "Monsoon Nights"))
                .is(201)
                .text("eventId");
        String event = "/api/events/" + eventId;
        night.put(event + "/details", owner, Map.of("title", "Monsoon Nights", "city", "Mumbai"))
                .is(204);
        Map<String, Object> schedule = new HashMap<>(more);
        schedule.put("venueId", venueId);
        schedule.put("from", from.toString());
        schedule.put("until", from.plus(3, ChronoUnit.HOURS).toString());
        night.put(event + "/schedule", owner, schedule).is(204);
        night.tier(owner, eventId, "GENERAL", "GENERAL", 0, 100);
        night.tier(owner, eventId, "COUPLE", "COUPLE", 0, 100);
        night.post(event + "/submission", owner, null).is(200);
        night.post(event + "/publication", owner, null).is(204);
        return eventId;
    }

    private String ticket(String eventId, String tierName) {
        Answer event = night.get("/api/events/" + eventId, owner).is(200);
        int number = event.text("tiers.0.name").equals(tierName) ? 0 : 1;
        String tierId = event.text("tiers." + number + ".tierId");
        String orderId = night.post("/api/orders", guest, NightClient.basket(eventId, tierId, 1))
                .is(201)
                .text("orderId");
        return night.await("/api/orders/" + orderId, guest, "status", "CONFIRMED")
                .text("tickets.0.code");
    }
}
