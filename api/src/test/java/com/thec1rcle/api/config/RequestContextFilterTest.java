package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Profile;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class RequestContextFilterTest {
    private final WebTestClient client = WebTestClient.bindToController(new Echo())
            .webFilter(new RequestContextFilter())
            .build();

    @RestController
    @Profile(ApiSlice.PROFILE)
    static class Echo {
        @RequestMapping("/echo")
        Mono<String> echo() {
            return Mono.deferContextual(context -> {
                RequestContext request = RequestContext.from(context);
                return Mono.just(request.requestId() + " " + request.patience().toSeconds() + " "
                        + context.get(RequestContext.LOGGED_AS));
            });
        }
    }

    @Test
    void theCallersIdIsTakenAndAnswered() {
        client.get()
                .uri("/echo")
                .header("X-Request-Id", "night-42")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "night-42")
                .expectBody(String.class)
                .isEqualTo("night-42 0 night-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "{\"json\":1}"})
    void anIdThatWouldSpoilLogsIsReplaced(String id) {
        String answered = client.get()
                .uri("/echo")
                .header("X-Request-Id", id)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("X-Request-Id");
        assertThat(answered).isNotEqualTo(id).hasSize(36);
    }

    @Test
    void anIdTooLongIsReplaced() {
        anIdThatWouldSpoilLogsIsReplaced("x".repeat(101));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=3                          | 3",
                "wait=0                          | 0",
                "wait=60                         | 5",
                "respond-async, wait=2           | 2",
                "return=minimal; foo=bar, WAIT=4 | 4",
                "wait=soon                       | ",
                "wait=-1                         | ",
                "await=3                         | ",
                "wait=99999999999999             | "
            })
    void aCommandMayWaitForFreshViews(String prefer, @Nullable Integer seconds) {
        WebTestClient.ResponseSpec answer =
                client.post().uri("/echo").header("Prefer", prefer).exchange();
        if (seconds == null) {
            answer.expectHeader().doesNotExist("Preference-Applied");
        } else {
            answer.expectHeader().valueEquals("Preference-Applied", "wait=" + seconds);
        }
        answer.expectBody(String.class)
                .value(body -> assertThat(body.split(" ")[1]).isEqualTo(seconds == null ? "0" : seconds.toString()));
    }

    @Test
    void readingNeverWaits() {
        client.get()
                .uri("/echo")
                .header("Prefer", "wait=3")
                .exchange()
                .expectHeader()
                .doesNotExist("Preference-Applied");
    }
}
