package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads lists to their end, and what has happened to the things of a night. */
final class Histories {
    private Histories() {}

    /** All pages of a list. */
    static List<JsonNode> all(NightClient client, String path, Person reader) {
        List<JsonNode> items = new ArrayList<>();
        String more = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = client.get(path + more + "limit=200" + cursor, reader)
                    .is(200)
                    .json();
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").isString()
                    ? "&cursor=" + page.path("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** Everything that happened to one thing, in order. */
    static List<JsonNode> history(NightClient client, Person admin, String type, String id) {
        return all(client, "/api/audit/" + type + "/" + id, admin);
    }

    /** Until every view shows all that has happened; while rights are rebuilt, nobody is let in to see. */
    static void awaitViews(NightClient client, Person admin) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(all(client, "/api/admin/projections", admin))
                        .allSatisfy(projection -> {
                            assertThat(projection.path("replaying").asBoolean()).isFalse();
                            assertThat(projection.path("caughtUp").asBoolean()).isTrue();
                            assertThat(projection.path("lag").asLong()).isZero();
                        }));
    }
}
