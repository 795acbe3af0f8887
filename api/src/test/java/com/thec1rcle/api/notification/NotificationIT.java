package com.thec1rcle.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class NotificationIT extends ApplicationIT {
    @LocalServerPort
    private int port;

    private Person venueOwner;
    private Person hostOwner;
    private String venue;
    private String host;

    @BeforeEach
    void twoPartnersSignUp() {
        venueOwner = night.register("Vera Venue");
        hostOwner = night.register("Hana Host");
        venue = night.venue(venueOwner);
        host = night.host(hostOwner);
    }

    @Test
    void bothSidesOfAPartnershipAreTold() {
        night.partnership(hostOwner, host, venueOwner, venue);
        Answer asked = night.get("/api/notifications", venueOwner).is(200);
        assertThat(asked.text("items.0.kind")).isEqualTo("PARTNERSHIP_ASKED");
        assertThat(asked.text("items.0.subject.type")).isEqualTo("PARTNERSHIP");
        assertThat(asked.number("unread")).isEqualTo(1);
        assertThat(night.get("/api/notifications", hostOwner).is(200).text("items.0.kind"))
                .isEqualTo("PARTNERSHIP_ANSWERED");
    }

    @Test
    void whatIsMarkedIsRead() {
        night.partnership(hostOwner, host, venueOwner, venue);
        String id = night.get("/api/notifications", venueOwner).text("items.0.notificationId");
        night.patch("/api/notifications", hostOwner, Map.of("notificationIds", List.of(id)))
                .is(204);
        assertThat(unread(venueOwner)).isEqualTo(1);
        night.patch("/api/notifications", venueOwner, Map.of("notificationIds", List.of(id)))
                .is(204);
        assertThat(unread(venueOwner)).isZero();
        assertThat(night.get("/api/notifications?unread=true", venueOwner)
                        .at("items")
                        .isEmpty())
                .isTrue();
        assertThat(night.get("/api/notifications", venueOwner).text("items.0.read"))
                .isEqualTo("true");
    }

    @Test
    void everythingMayBeMarkedAtOnce() {
        night.partnership(hostOwner, host, venueOwner, venue);
        night.patch("/api/notifications", venueOwner, Map.of("all", true)).is(204);
        assertThat(unread(venueOwner)).isZero();
        night.host(night.register("Other Host"));
        assertThat(unread(hostOwner)).isEqualTo(1);
    }

    @Test
    void aRequestThatMarksNothingOrBothIsMalformed() {
        night.patch("/api/notifications", venueOwner, Map.of()).isProblem(400, "VALIDATION_FAILED");
        night.patch("/api/notifications", venueOwner, Map.of("notificationIds", List.of()))
                .isProblem(400, "VALIDATION_FAILED");
        night.patch("/api/notifications", venueOwner, Map.of("notificationIds", List.of("n-1"), "all", true))
                .isProblem(400, "VALIDATION_FAILED");
        night.get("/api/notifications?limit=201", venueOwner).isProblem(400, "VALIDATION_FAILED");
        night.get("/api/notifications?cursor=x", venueOwner).isProblem(400, "INVALID_CURSOR");
    }

    @Test
    void onlyWhoIsSignedInIsTold() {
        night.get("/api/notifications", null).isProblem(401, "UNAUTHENTICATED");
        night.get("/api/notifications/stream", null).isProblem(401, "UNAUTHENTICATED");
        night.patch("/api/notifications", null, Map.of("all", true)).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void aStreamTellsWhatHappens() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/notifications/stream"))
                    .header("Authorization", "Bearer " + venueOwner.token())
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo(":alive");
                CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> firstData(lines));
                // The stream tells what is new since its first look; one partnership may be asked before that look.
                while (!told.isDone()) {
                    Person owner = night.register("Hana Host");
                    night.post(
                                    "/api/partnerships",
                                    owner,
                                    Map.of("hostId", night.host(owner), "venueId", venue, "message", "Hello"))
                            .is(201);
                }
                assertThat(told.get(10, TimeUnit.SECONDS)).contains("PARTNERSHIP_ASKED");
            }
            http.shutdownNow();
        }
    }

    private static String firstData(BufferedReader lines) {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long unread(Person person) {
        return night.get("/api/notifications", person).is(200).number("unread");
    }
}
