package com.thec1rcle.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.venue.VenueId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class ProblemsTest {
    private static ApiSlice slice;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        slice = ApiSlice.of(Doors.class);
        client = slice.client(ApiSlice.token("somebody"));
    }

    @AfterAll
    static void stop() {
        slice.close();
    }

    enum Kind {
        RED,
        BLUE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(VenueId venueId, @Positive int quantity) {}

    record Body(
            @NotBlank String name,
            @Nullable Kind kind,
            @Nullable Instant at,
            @Nullable VenueId venueId,
            @Nullable List<@Valid Line> lines) {}

    @RestController
    @Profile(ApiSlice.PROFILE)
    static class Doors {
        @PostMapping("/doors")
        Mono<Body> open(@Valid @RequestBody Body body) {
            return Mono.just(body);
        }

        @PostMapping("/raw")
        Mono<Integer> raw(@RequestBody byte[] body) {
            return Mono.just(body.length);
        }

        @GetMapping("/doors/{id}")
        Mono<VenueId> door(@PathVariable VenueId id) {
            return Mono.just(id);
        }

        @GetMapping("/pages")
        Mono<String> page(
                @RequestParam @Min(1) @Max(200) int limit,
                @RequestParam(required = false) @Nullable VenueId venueId,
                @RequestParam(required = false) @Nullable Instant from,
                @RequestParam(required = false) @Nullable LocalDate date) {
            return Mono.just(limit + " " + venueId + " " + from + " " + date);
        }

        @GetMapping("/refusal/{code}")
        Mono<Void> refusal(@PathVariable ErrorCode code) {
            return Mono.error(new Refusal(code, "No.", Map.of("available", "3", "tier", "early bird")));
        }

        @GetMapping("/bug")
        Mono<Void> bug() {
            throw new IllegalStateException("the secret of the house");
        }

        @GetMapping("/value")
        Mono<String> value() {
            return Mono.just(new VenueId("not an id").value());
        }

        @GetMapping("/money")
        Mono<Money> money() {
            return Mono.just(Money.inr(1));
        }

        @GetMapping("/full")
        Mono<Void> full() {
            return Mono.error(new RejectedExecutionException("queue of 1000"));
        }
    }

    @Test
    void aRefusalCarriesItsFactsAndNumbersAreNumbers() {
        client.get()
                .uri("/refusal/SOLD_OUT")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                        {"type": "urn:c1rcle:problem:sold-out", "title": "Sold out", "status": 409, "detail": "No.",
                         "code": "SOLD_OUT", "available": 3, "tier": "early bird"}""");
    }

    @ParameterizedTest
    @CsvSource({"TOO_MANY_REQUESTS, 429", "TOO_BUSY, 503", "OUTCOME_UNKNOWN, 503"})
    void whoShouldComeBackIsToldWhen(String code, int status) {
        client.get()
                .uri("/refusal/" + code)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "1");
    }

    @Test
    void whatIsFullIsBusy() {
        expect(client.get().uri("/full"), 503, ErrorCode.TOO_BUSY)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "1");
    }

    @Test
    void aBugShowsNothingOfTheInside() {
        String body = new String(
                client.get()
                        .uri("/bug")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(500)
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("INTERNAL_ERROR")
                        .jsonPath("$.detail")
                        .doesNotExist()
                        .returnResult()
                        .getResponseBodyContent(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("secret", "Exception", "com.thec1rcle");
    }

    @Test
    void aValueOfTheKernelThatCannotBeIsTheCallersMistake() {
        expect(client.get().uri("/value"), 400, ErrorCode.VALIDATION_FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"\"}                                             | name",
                "{}                                                           | name",
                "{\"name\": \"a\", \"nmae\": \"b\"}                           | nmae",
                "{\"name\": \"a\", \"kind\": \"GREEN\"}                       | kind",
                "{\"name\": \"a\", \"kind\": 1}                               | kind",
                "{\"name\": \"a\", \"at\": \"tomorrow\"}                      | at",
                "{\"name\": \"a\", \"venueId\": \"not an id\"}                | venueId",
                "{\"name\": \"a\", \"lines\": [{\"venueId\": \"v\", \"quantity\": 0}]}   | lines[0].quantity",
                "{\"name\": \"a\", \"lines\": [{\"venueId\": \"v\", \"quantity\": 1.5}]} | lines[0].quantity",
                "{\"name\": \"a\", \"lines\": [{\"venueId\": \"v\", \"quantity\": \"x\"}]} | lines[0].quantity",
                "{\"name\": \"a\", \"lines\": [{\"venueId\": \"v\"}]}         | lines[0].quantity",
                "{\"name\": \"a\", \"lines\": [{\"venueId\": \"v\", \"quantity\": 99999999999}]} | lines[0].quantity",
                "{\"name\": {}}                                               | name"
            })
    void whatIsWrongInABodyIsNamed(String body, String field) {
        expect(json(body), 400, ErrorCode.VALIDATION_FAILED)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void anUnknownKindIsAnsweredWithTheKnownOnes() {
        expect(json("{\"name\": \"a\", \"kind\": \"GREEN\"}"), 400, ErrorCode.VALIDATION_FAILED)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("One of RED, BLUE.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"name\":", "[]", "'' ", "{\"name\": \"a\"} x", "null", "\"text\""})
    void whatIsNoBodyIsMalformed(@Nullable String body) {
        expect(json(body == null ? "" : body), 400, ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({
        "/pages, limit",
        "/pages?limit=0, limit",
        "/pages?limit=201, limit",
        "/pages?limit=many, limit",
        "/pages?limit=1&venueId=a%20b, venueId",
        "/pages?limit=1&from=yesterday, from",
        "/pages?limit=1&date=4.12.2026, date",
        "/doors/a%20b, id"
    })
    void whatIsWrongInAnAddressIsNamed(String uri, String field) {
        expect(client.get().uri(java.net.URI.create(uri)), 400, ErrorCode.VALIDATION_FAILED)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void idsAndTimesAreTakenInTheirTypes() {
        client.get()
                .uri("/pages?limit=7&venueId=v1&from=2026-12-04T15:30:00Z&date=2026-12-04")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("7 v1 2026-12-04T15:30:00Z 2026-12-04");
        client.get().uri("/doors/v1").exchange().expectStatus().isOk();
    }

    @Test
    void anUnknownAddressIsNotFound() {
        expect(client.get().uri("/nowhere"), 404, ErrorCode.NOT_FOUND);
    }

    @Test
    void anUnknownMethodIsToldWhichAreKnown() {
        expect(client.delete().uri("/doors"), 405, ErrorCode.METHOD_NOT_ALLOWED)
                .expectHeader()
                .valueEquals(HttpHeaders.ALLOW, "POST");
    }

    @Test
    void anUnknownFormIsNotUnderstood() {
        expect(
                client.post().uri("/doors").contentType(MediaType.TEXT_PLAIN).bodyValue("name=a"),
                415,
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        expect(client.get().uri("/doors/v1").accept(MediaType.IMAGE_PNG), 406, ErrorCode.NOT_ACCEPTABLE);
    }

    @Test
    void aBodyTooLargeIsRefused() {
        String name = "n".repeat(1024 * 1024);
        expect(json("{\"name\": \"" + name + "\"}"), 413, ErrorCode.BODY_TOO_LARGE);
        expect(
                client.post()
                        .uri("/raw")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(new byte[2_000_000]),
                413,
                ErrorCode.BODY_TOO_LARGE);
    }

    private static WebTestClient.RequestHeadersSpec<?> json(String body) {
        return client.post()
                .uri("/doors")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body);
    }

    private static WebTestClient.ResponseSpec expect(
            WebTestClient.RequestHeadersSpec<?> request, int status, ErrorCode code) {
        WebTestClient.ResponseSpec answer = request.exchange();
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code.name())
                .jsonPath("$.status")
                .isEqualTo(status)
                .returnResult()
                .getResponseBodyContent();
        assertThat(body).isNotNull();
        return request.exchange();
    }
}
