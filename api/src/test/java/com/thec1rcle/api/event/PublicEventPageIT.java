package com.thec1rcle.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks at an event without signing in sees what everybody sees, only sooner. */
class PublicEventPageIT extends ApplicationIT {
    /** Asks for the same as everybody, in words that only the ordinary way understands. */
    private static final String[] THE_ORDINARY_WAY = {"Accept", "application/json, */*;q=0.1"};

    private Person vera;
    private Person hana;
    private String eventId;
    private String page;

    @BeforeEach
    void aNight() {
        vera = night.register("Vera");
        hana = night.register("Hana");
        String venueId = night.venue(vera);
        String hostId = night.host(hana);
        night.partnership(hana, hostId, vera, venueId);
        eventId = night.draft(hana, hostId, venueId, NightClient.slot(72));
        page = "/api/events/" + eventId;
        night.tier(hana, eventId, "General", "GENERAL", 100_000, 10);
        night.post(
                        page + "/tiers",
                        hana,
                        Map.of(
                                "name", "Velvet",
                                "entryType", "GENERAL",
                                "price", Map.of("amount", 50_000, "currency", "INR"),
                                "stock", 4,
                                "accessCode", "VELVET"))
                .is(201);
    }

    @Test
    void itIsAnsweredAsTheOrdinaryWayAnswers() {
        night.publish(hana, vera, eventId);
        Answer soon = night.get(page, null).is(200);
        Answer ordinary = night.get(page, null, THE_ORDINARY_WAY).is(200);
        assertThat(soon.text()).isEqualTo(ordinary.text());
        assertThat(headers(soon)).isEqualTo(headers(ordinary));
        assertThat(night.get(page, null, "X-Request-Id", "night-42").headers().firstValue("X-Request-Id"))
                .contains("night-42");
    }

    @Test
    void itShowsEveryChangeToWhoeverAsksAfterwards() {
        night.publish(hana, vera, eventId);
        String tierId = night.get(page, null).is(200).text("tiers.0.tierId");
        for (int stock = 11; stock < 20; stock++) {
            night.patch(page + "/tiers/" + tierId, hana, Map.of("stock", stock)).is(204);
            assertThat(night.get(page, null).number("tiers.0.available")).isEqualTo(stock);
        }
    }

    @Test
    void whatIsNotPublicIsShownToItsPeopleOnly() {
        night.get(page, null).isProblem(404, "NOT_FOUND");
        assertThat(night.get(page, hana).is(200).text("status")).isEqualTo("DRAFT");
        night.get("/api/events/00000000-0000-0000-0000-000000000000", null).isProblem(404, "NOT_FOUND");
        night.get("/api/events/nowhere", null).isProblem(404, "NOT_FOUND");
        night.get("/api/events/" + "-".repeat(36), null).isProblem(400, "VALIDATION_FAILED");
    }

    @Test
    void whoeverAsksForMoreGoesTheOrdinaryWay() {
        night.publish(hana, vera, eventId);
        assertThat(night.get(page, null).at("tiers").size()).isEqualTo(1);
        assertThat(night.get(page + "?accessCode=VELVET", null).at("tiers").size())
                .isEqualTo(2);
        assertThat(night.get(page, hana).at("tiers").size()).isEqualTo(2);
        night.get(page, null, "Accept", "image/png").isProblem(406, "NOT_ACCEPTABLE");
        night.get(page, null, "Authorization", "Bearer nonsense").isProblem(401, "UNAUTHENTICATED");
        night.call("DELETE", page, hana, null).isProblem(405, "METHOD_NOT_ALLOWED");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("x-request-id") || name.equalsIgnoreCase("date"));
        return headers;
    }
}
