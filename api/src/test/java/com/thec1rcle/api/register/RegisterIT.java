package com.thec1rcle.api.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterIT extends ApplicationIT {
    private static final String PATH = "/api/venue/registers";
    private static final String DATE = "2026-12-04";

    @Test
    void aNightIsWrittenDownAndClosed() {
        Person owner = night.register("Nina Shah");
        String venueId = night.venue(owner);
        String incidentId = night.post(
                        PATH,
                        owner,
                        about(
                                venueId,
                                Map.of(
                                        "kind",
                                        "INCIDENT",
                                        "type",
                                        "MEDICAL",
                                        "severity",
                                        "LOW",
                                        "description",
                                        "A twisted ankle")))
                .is(201)
                .text("entryId");
        night.post(
                        PATH,
                        owner,
                        about(
                                venueId,
                                Map.of("kind", "INSPECTION", "type", "FIRE", "passed", true, "inspector", "R. Mehta")))
                .is(201);
        night.patch(
                        PATH,
                        owner,
                        about(
                                venueId,
                                Map.of(
                                        "action",
                                        "RESOLVE_INCIDENT",
                                        "entryId",
                                        incidentId,
                                        "resolution",
                                        "Went home well")))
                .is(204);
        Map<String, Object> closing = about(
                venueId,
                Map.of(
                        "action",
                        "CLOSE_DAY",
                        "actualFootfall",
                        312,
                        "revenue",
                        Map.of("cover", Map.of("amount", 100_000, "currency", "INR"))));
        night.patch(PATH, owner, closing).is(204);
        night.patch(PATH, owner, closing).isProblem(409, "REGISTER_CLOSED");
        night.post(PATH, owner, about(venueId, Map.of("kind", "NOTE", "text", "Too late")))
                .isProblem(409, "REGISTER_CLOSED");
        night.patch(
                        PATH,
                        owner,
                        about(venueId, Map.of("action", "CORRECT", "entryId", "closing", "text", "It was 310")))
                .is(200);

        Answer day =
                night.get(PATH + "?venueId=" + venueId + "&date=" + DATE, owner).is(200);
        assertThat(day.text("entries.0.kind")).isEqualTo("INCIDENT");
        assertThat(day.text("entries.0.resolution")).isEqualTo("Went home well");
        assertThat(day.text("entries.0.by")).isEqualTo(owner.userId());
        assertThat(day.text("entries.1.inspector")).isEqualTo("R. Mehta");
        assertThat(day.number("entries.2.revenue.cover.amount")).isEqualTo(100_000);
        assertThat(day.text("entries.3.corrects")).isEqualTo("closing");
        Answer range = night.get(PATH + "?venueId=" + venueId + "&from=2026-12-01&to=2026-12-31", owner)
                .is(200);
        assertThat(range.number("incidents.byType.MEDICAL")).isEqualTo(1);
        assertThat(range.number("footfall.actual")).isEqualTo(312);
    }

    @Test
    void strangersNeitherReadNorWrite() {
        String venueId = night.venue(night.register("Nina Shah"));
        Person stranger = night.register("Sam Stranger");
        night.post(PATH, stranger, about(venueId, Map.of("kind", "NOTE", "text", "Hello")))
                .isProblem(403, "FORBIDDEN");
        night.get(PATH + "?venueId=" + venueId, stranger).isProblem(403, "FORBIDDEN");
        night.get(PATH + "?venueId=" + venueId, null).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void whatIsNotThereCannotBeActedOn() {
        Person owner = night.register("Nina Shah");
        String venueId = night.venue(owner);
        Map<String, Object> resolve =
                about(venueId, Map.of("action", "RESOLVE_INCIDENT", "entryId", "nothing", "resolution", "Gone"));
        night.patch(PATH, owner, resolve).isProblem(404, "NOT_FOUND");
        night.post(PATH, owner, about(venueId, Map.of("kind", "NOTE", "text", "First")))
                .is(201);
        night.patch(PATH, owner, resolve).isProblem(404, "REGISTER_ENTRY_NOT_FOUND");
    }

    private static Map<String, Object> about(String venueId, Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("venueId", venueId);
        body.put("date", DATE);
        return body;
    }
}
