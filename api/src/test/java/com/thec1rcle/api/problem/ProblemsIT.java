package com.thec1rcle.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemsIT extends ApplicationIT {
    @Test
    void everythingThatFailsOutsideAControllerIsAProblemToo() {
        Person asha = night.register("Asha Rao");
        expect(night.get("/nowhere", asha), 404, "NOT_FOUND");
        expect(night.get("/nowhere", null), 401, "UNAUTHENTICATED");
        expect(night.call("DELETE", "/api/me", asha, null), 405, "METHOD_NOT_ALLOWED");
        expect(night.get("/api/me", asha, "Accept", "image/png"), 406, "NOT_ACCEPTABLE");
        expect(night.get("/api/me", null, "Authorization", "Bearer nonsense"), 401, "UNAUTHENTICATED");
    }

    @Test
    void oddBodiesAreProblems() {
        Person asha = night.register("Asha Rao");
        expect(night.post("/api/venues", asha, "{"), 400, "MALFORMED_REQUEST");
        expect(night.post("/api/venues", asha, Map.of("nmae", "x")), 400, "VALIDATION_FAILED");
        expect(night.post("/api/venues", asha, "{}", "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        expect(night.post("/api/venues", asha, "x".repeat(1_100_000)), 413, "BODY_TOO_LARGE");
        expect(
                night.post("/api/venues", asha, "x".repeat(1_100_000), "Idempotency-Key", "large"),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void theRequestsIdIsAnswered() {
        Answer answer = night.get("/nowhere", null, "X-Request-Id", "night-42");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("night-42");
    }

    @Test
    void theSameKeyCreatesOnce() {
        Person asha = night.register("Asha Rao");
        Map<String, Object> host = Map.of("name", "Night Shift", "city", "Mumbai");
        Answer first = night.post("/api/hosts", asha, host, "Idempotency-Key", "one");
        Answer second = night.post("/api/hosts", asha, host, "Idempotency-Key", "one");
        assertThat(second.is(201).text("hostId")).isEqualTo(first.is(201).text("hostId"));
        expect(
                night.post("/api/hosts", asha, Map.of("name", "Day Shift", "city", "Pune"), "Idempotency-Key", "one"),
                409,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(night.get("/api/me", asha).json().path("hosts")).hasSize(1);
    }

    private static void expect(Answer answer, int status, String code) {
        assertThat(answer.is(status).text("code")).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
