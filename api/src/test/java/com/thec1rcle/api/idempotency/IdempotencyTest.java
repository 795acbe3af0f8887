package com.thec1rcle.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class IdempotencyTest {
    private static final AtomicInteger DONE = new AtomicInteger();
    private static ApiSlice slice;
    private static WebTestClient asha;
    private static WebTestClient ben;

    @BeforeAll
    static void start() {
        slice = ApiSlice.of(Works.class, IdempotencyFilter.class, StoredAnswers.class);
        asha = slice.client(ApiSlice.token("asha"));
        ben = slice.client(ApiSlice.token("ben"));
    }

    @AfterAll
    static void stop() {
        slice.close();
    }

    @BeforeEach
    void empty() {
        slice.vault().clear();
        DONE.set(0);
    }

    record Order(String name) {}

    @RestController
    @Profile(ApiSlice.PROFILE)
    static class Works {
        @PostMapping({"/works", "/api/orders/quote", "/api/auth/register"})
        Mono<ResponseEntity<Map<String, String>>> create(@RequestBody Order order, NewIds ids) {
            int done = DONE.incrementAndGet();
            return Mono.just(ResponseEntity.created(URI.create("/works/" + ids.next("work")))
                    .body(Map.of("id", ids.next("work"), "done", "" + done, "fingerprint", ids.fingerprint())));
        }

        @PostMapping("/silent")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        Mono<Void> silent() {
            return Mono.fromRunnable(DONE::incrementAndGet);
        }

        @PostMapping("/empty")
        Mono<ResponseEntity<Void>> empty() {
            DONE.incrementAndGet();
            return Mono.just(ResponseEntity.accepted().build());
        }

        @PostMapping("/refusal/{code}")
        Mono<Void> refuse(@PathVariable ErrorCode code) {
            DONE.incrementAndGet();
            return Mono.error(new Refusal(code, "No."));
        }

        @PostMapping("/slow")
        Mono<Map<String, String>> slow(@RequestBody Order order, NewIds ids) {
            DONE.incrementAndGet();
            return Mono.delay(Duration.ofMillis(300)).thenReturn(Map.of("id", ids.next("work"), "name", order.name()));
        }
    }

    @Test
    void theSameRequestTwiceIsDoneOnceAndAnsweredAsBefore() {
        Answer first = post(asha, "/works", "key", "{\"name\": \"a\"}");
        Answer second = post(asha, "/works", "key", "{\"name\": \"a\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second).isEqualTo(new Answer(201, first.location(), first.type(), first.body(), "true"));
        assertThat(first.replayed()).isNull();
        assertThat(DONE).hasValue(1);
    }

    @Test
    void theSameKeyWithOtherWordsIsRefused() {
        post(asha, "/works", "key", "{\"name\": \"a\"}");
        Answer other = post(asha, "/works", "key", "{\"name\": \"b\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(DONE).hasValue(1);
    }

    @Test
    void anotherKeyPersonOrPathIsAnotherRequest() {
        post(asha, "/works", "key", "{\"name\": \"a\"}");
        assertThat(post(asha, "/works", "other", "{\"name\": \"a\"}").replayed())
                .isNull();
        assertThat(post(ben, "/works", "key", "{\"name\": \"a\"}").replayed()).isNull();
        assertThat(post(asha, "/api/orders/quote", "key", "{\"name\": \"a\"}").replayed())
                .isNull();
        assertThat(DONE).hasValue(4);
    }

    @Test
    void withoutAKeyEveryRequestIsNew() {
        String first = post(asha, "/works", null, "{\"name\": \"a\"}").body();
        String second = post(asha, "/works", null, "{\"name\": \"a\"}").body();
        assertThat(first).isNotEqualTo(second);
        assertThat(DONE).hasValue(2);
    }

    @Test
    void strangersWhoThinkOfTheSameKeyDoNotMeet() {
        WebTestClient anybody = slice.client();
        Answer one = post(anybody, "/api/orders/quote", "1", "{\"name\": \"a\"}");
        Answer other = post(anybody, "/api/orders/quote", "1", "{\"name\": \"b\"}");
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.location()).isNotEqualTo(one.location());
    }

    @Test
    void answersWithoutABodyAreKeptToo() {
        for (String path : new String[] {"/silent", "/empty"}) {
            DONE.set(0);
            Answer first = post(asha, path, "key", "");
            Answer second = post(asha, path, "key", "");
            assertThat(second.status()).isEqualTo(first.status());
            assertThat(second.replayed()).isEqualTo("true");
            assertThat(DONE).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOLD_OUT", "LIMIT_EXCEEDED"})
    void whatWasDecidedStays(ErrorCode code) {
        Answer first = post(asha, "/refusal/" + code, "key", "");
        Answer second = post(asha, "/refusal/" + code, "key", "");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.type()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(DONE).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTCOME_UNKNOWN", "TOO_BUSY", "TOO_MANY_REQUESTS", "CONCURRENT_CHANGE", "INTERNAL_ERROR"})
    void whatWasNotDecidedIsAskedAgain(ErrorCode code) {
        post(asha, "/refusal/" + code, "key", "");
        post(asha, "/refusal/" + code, "key", "");
        assertThat(DONE).hasValue(2);
    }

    @Test
    void twoAtOnceMakeTheSameThing() {
        Mono<Answer> one = Mono.fromCallable(() -> post(asha, "/slow", "key", "{\"name\": \"a\"}"));
        var both = Mono.zip(
                        one.subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                        one.subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .block();
        assertThat(both).isNotNull();
        assertThat(both.getT1().body()).isEqualTo(both.getT2().body());
    }

    @Test
    void ofTwoAtOnceWithOtherWordsOneIsRefused() {
        var both = Mono.zip(
                        Mono.fromCallable(() -> post(asha, "/slow", "key", "{\"name\": \"a\"}"))
                                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                        Mono.fromCallable(() -> post(asha, "/slow", "key", "{\"name\": \"b\"}"))
                                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .block();
        assertThat(both).isNotNull();
        assertThat(new int[] {both.getT1().status(), both.getT2().status()}).containsExactlyInAnyOrder(200, 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\tb"})
    void aKeyThatNobodyCanReadIsRefused(String key) {
        assertThat(post(asha, "/works", key, "{\"name\": \"a\"}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "schlüssel", "{\"order\": 7}"})
    void anyPrintableKeyWillDo(String key) {
        for (String sent : new String[] {key, asUtf8(key)}) {
            assertThat(post(asha, "/works", sent, "{\"name\": \"a\"}").status()).isEqualTo(201);
            assertThat(post(asha, "/works", sent, "{\"name\": \"a\"}").replayed())
                    .isEqualTo("true");
        }
    }

    @Test
    void charactersAreCountedAndNotTheirBytes() {
        assertThat(post(asha, "/works", asUtf8("ü".repeat(200)), "{\"name\": \"a\"}")
                        .status())
                .isEqualTo(201);
        assertThat(post(asha, "/works", asUtf8("ü".repeat(201)), "{\"name\": \"a\"}")
                        .status())
                .isEqualTo(400);
    }

    /** The bytes of these characters, as clients that know only bytes send them. */
    private static String asUtf8(String key) {
        return new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aKeyIsTwoHundredCharactersAtMost() {
        assertThat(post(asha, "/works", "k".repeat(200), "{\"name\": \"a\"}").status())
                .isEqualTo(201);
        assertThat(post(asha, "/works", "k".repeat(201), "{\"name\": \"a\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aBodyTooLargeIsRefusedWithAKeyToo() {
        assertThat(post(asha, "/works", "key", "n".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
    }

    @Test
    void secretsAreNotWrittenDown() {
        Answer first = post(slice.client(), "/api/auth/register", "key", "{\"name\": \"a\"}");
        Answer second = post(slice.client(), "/api/auth/register", "key", "{\"name\": \"a\"}");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(slice.vault().mongo().count(new Query(), StoredAnswers.COLLECTION))
                .isZero();
    }

    @Test
    void afterADayTheAnswerIsForgotten() {
        post(asha, "/works", "key", "{\"name\": \"a\"}");
        Update long_ago =
                new Update().set("at", slice.bean(StoredAnswers.class).now().minus(Duration.ofHours(25)));
        slice.vault().mongo().updateMulti(new Query(), long_ago, StoredAnswers.COLLECTION);
        assertThat(post(asha, "/works", "key", "{\"name\": \"b\"}").status()).isEqualTo(201);
        assertThat(DONE).hasValue(2);

        slice.vault().mongo().updateMulti(new Query(), long_ago, StoredAnswers.COLLECTION);
        slice.bean(StoredAnswers.class).sweep();
        assertThat(slice.vault().mongo().count(new Query(), StoredAnswers.COLLECTION))
                .isZero();
    }

    private record Answer(
            int status,
            @Nullable String location,
            @Nullable String type,
            String body,
            @Nullable String replayed) {}

    private static Answer post(WebTestClient client, String path, @Nullable String key, String body) {
        WebTestClient.RequestBodySpec request = client.post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        var result = request.bodyValue(body).exchange().expectBody(String.class).returnResult();
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders().getFirst("Location"),
                result.getResponseHeaders().getFirst("Content-Type"),
                result.getResponseBody() == null ? "" : result.getResponseBody(),
                result.getResponseHeaders().getFirst("Idempotent-Replayed"));
    }
}
