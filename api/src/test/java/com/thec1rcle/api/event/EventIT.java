package com.thec1rcle.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventIT extends ApplicationIT {
    private Person vera;
    private Person hana;
    private String venueId;
    private String hostId;

    @BeforeEach
    void people() {
        vera = night.register("Vera");
        hana = night.register("Hana");
        venueId = night.venue(vera);
        hostId = night.host(hana);
    }

    @Test
    void aNightGoesFromDraftToThePublic() {
        night.partnership(hana, hostId, vera, venueId);
        String eventId = night.draft(hana, hostId, venueId, NightClient.slot(72));
        String event = "/api/events/" + eventId;
        night.get(event, null).isProblem(404, "NOT_FOUND");
        assertThat(night.get(event + "/readiness", hana).is(200).text("ready")).isEqualTo("false");
        String tierId = night.tier(hana, eventId, "General", "GENERAL", 100_000, 10);
        assertThat(night.get(event + "/readiness", hana).is(200).text("ready")).isEqualTo("true");
        night.post(event + "/publication", hana, null).isProblem(409, "EVENT_STATE");
        night.publish(hana, vera, eventId);
        Answer page = night.get(event, null).is(200);
        assertThat(page.text("status")).isEqualTo("SCHEDULED");
        assertThat(page.text("tiers.0.tierId")).isEqualTo(tierId);
        assertThat(page.number("tiers.0.available")).isEqualTo(10);
        night.get("/api/events?mine=true", null).isProblem(401, "UNAUTHENTICATED");
        assertThat(night.get("/api/events?hostId=" + hostId, null).is(200).text("items.0.eventId"))
                .isEqualTo(eventId);
        night.patch(event + "/tiers/" + tierId, hana, Map.of("stock", 5)).is(204);
        night.post(event + "/cancellation", vera, Map.of("reason", "Rain.")).isProblem(403, "FORBIDDEN");
        night.post(event + "/cancellation", hana, Map.of("reason", "Rain.")).is(204);
    }

    @Test
    void withoutAPartnershipNothingIsSubmitted() {
        String eventId = night.draft(hana, hostId, venueId, NightClient.slot(96));
        night.post("/api/events/" + eventId + "/submission", hana, null).isProblem(403, "PARTNERSHIP_REQUIRED");
    }

    @Test
    void theShortAddressLeadsOnWhateverBecomesOfTheClick() {
        Answer answer = night.get("/e/event-1?c=NOSUCH", null).is(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).isEqualTo("/api/events/event-1?c=NOSUCH");
    }
}
