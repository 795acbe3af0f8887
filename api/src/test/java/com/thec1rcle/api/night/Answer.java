package com.thec1rcle.api.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the server answered: its status, headers and JSON. */
public record Answer(String request, int status, HttpHeaders headers, String text, JsonNode json) {
    /** Fails the test unless the status is this one. */
    public Answer is(int expected) {
        assertThat(status).as(request + " answered " + text).isEqualTo(expected);
        return this;
    }

    /** Fails the test unless this is a problem of this status and code. */
    public Answer isProblem(int expected, String code) {
        is(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(text("code")).as(request + " answered " + text).isEqualTo(code);
        assertThat(text("detail")).isNotBlank();
        assertThat(text).doesNotContain("Exception").doesNotContain("at com.");
        return this;
    }

    /** Whether the house had answered the same request before, under the same Idempotency-Key. */
    public boolean isReplayed() {
        return headers.firstValue("Idempotent-Replayed").isPresent();
    }

    /** The text at a path such as {@code amounts.total.amount}; fails the test if there is none. */
    public String text(String path) {
        JsonNode node = at(path);
        assertThat(node.isMissingNode()).as(path + " in " + text).isFalse();
        return node.asString();
    }

    public long number(String path) {
        return at(path).asLong();
    }

    public JsonNode at(String path) {
        return json.at("/" + path.replace('.', '/'));
    }
}
