package com.thec1rcle.api.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.when;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryCommand.UndoScan;
import com.thec1rcle.kernel.entry.EntryQuery.CountDoor;
import com.thec1rcle.kernel.entry.EntryQuery.FindScan;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ScanControllerTest {
    private static final EventId EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11");
    private static final VenueId VENUE = new VenueId("blue-room");
    private static final Instant NIGHT = Instant.parse("2026-12-04T18:00:00Z");
    private static final TicketId TICKET = TicketId.of(new OrderId("0b6a7d1e-3f7e-4c57-9b53-6d2a4b1c9e01"), 1);

    private ApiSlice slice;
    private WebTestClient guard;

    @BeforeEach
    void start() {
        slice = ApiSlice.of(ScanController.class, HeadCounts.class, DoorStream.class, Settings.class);
        slice.grant(
                "guard",
                new AccessView(
                        List.of(), List.of(new Membership(VENUE, StaffRole.SECURITY)), List.of(), null, List.of()));
        guard = slice.client(ApiSlice.token("guard"));
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @Test
    void aGoodCodeShowsWhoseTicketItIs() {
        Sealed holder = slice.bean(PersonalData.class).seal("asha", new Contact("Asha Rao", "asha@example.com", null));
        answer(new EntryVerdict(
                new ScanId("scan"),
                Direction.IN,
                Verdict.VALID,
                new AdmittedTicket(TICKET, "Couple", EntryType.COUPLE, 2, 1, 1, 1, holder),
                null,
                null));

        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"admitted": true, "result": "VALID", "scanId": "scan", "direction": "IN",
                         "ticket": {"ticketId": "%s", "tierName": "Couple", "entryType": "COUPLE",
                                    "admits": 2, "admitted": 1, "inside": 1, "left": 1, "holder": "Asha Rao"}}
                        """.formatted(TICKET))
                .jsonPath("$.previous")
                .doesNotExist()
                .jsonPath("$.headcount")
                .doesNotExist();
    }

    @Test
    void theHeadsAreCountedAndAFullHouseIsSaidToBeFull() {
        answer(invalid());
        counted(count(1, 2));
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectBody()
                .json("{\"headcount\": {\"inside\": 1, \"capacity\": 2}}")
                .jsonPath("$.warning")
                .doesNotExist();
        counted(count(2, 2));
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectBody()
                .json("{\"headcount\": {\"inside\": 2, \"capacity\": 2}, \"warning\": \"FULL\"}")
                .jsonPath("$.headcount.full")
                .doesNotExist();
    }

    @Test
    void theDoorOpensThoughNobodyCanCount() {
        answer(invalid());
        when(slice.bean(QueryGateway.class).query(isA(CountDoor.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("The views are down.")));
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}").expectStatus().isOk();
    }

    @Test
    void theStreamBeginsWithTheCount() {
        counted(count(1, 2));
        DoorCount first = guard.get()
                .uri("/api/scan/live?eventId={event}", EVENT)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(DoorCount.class)
                .getResponseBody()
                .blockFirst(Duration.ofSeconds(5));
        assertThat(first).isEqualTo(count(1, 2));
    }

    @Test
    void whoMayNotLookIsToldBeforeTheStreamBegins() {
        when(slice.bean(QueryGateway.class).query(isA(CountDoor.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.failedFuture(new QueryExecutionException(
                        "no", null, new RefusalDetails(ErrorCode.FORBIDDEN, "You may not do this.", Map.of()))));
        guard.get()
                .uri("/api/scan/live?eventId={event}", EVENT)
                .exchange()
                .expectStatus()
                .isForbidden();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> slice.bean(DoorStream.class).open() == 0);
    }

    @Test
    void streamsAreBoundedAndEndWithTheirClients() {
        counted(count(1, 2));
        DoorStream stream = slice.bean(DoorStream.class);
        Actor actor = Actor.user(new UserId("guard"));
        Disposable one = stream.of(EVENT, actor, Mono.just(actor)).subscribe();
        Disposable two = stream.of(EVENT, actor, Mono.just(actor)).subscribe();
        StepVerifier.create(stream.of(EVENT, actor, Mono.just(actor)))
                .expectErrorMatches(
                        failure -> failure instanceof Refusal refusal && refusal.code() == ErrorCode.TOO_BUSY)
                .verify(Duration.ofSeconds(5));
        one.dispose();
        two.dispose();
        assertThat(stream.open()).isZero();
    }

    @Test
    void aStreamTellsWhatChangesAndNothingElse() {
        DoorStream stream = slice.bean(DoorStream.class);
        when(slice.bean(QueryGateway.class).query(isA(CountDoor.class), any(ResponseType.class)))
                .thenReturn(
                        CompletableFuture.completedFuture(Optional.of(count(0, 2))),
                        CompletableFuture.completedFuture(Optional.of(count(0, 2))),
                        CompletableFuture.completedFuture(Optional.of(count(1, 2))));
        Actor actor = Actor.user(new UserId("guard"));
        StepVerifier.create(stream.of(EVENT, actor, Mono.just(actor))
                        .mapNotNull(event -> event.data())
                        .map(DoorCount::inside)
                        .take(2))
                .expectNext(0, 1)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aScanIsTakenBackOnTheTicketItWasAbout() {
        ScanRecord row = row(TICKET);
        when(slice.bean(QueryGateway.class).query(isA(FindScan.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.completedFuture(Optional.of(row)));
        slice.answerCommands(CompletableFuture.completedFuture(new UndoneScan(row.scanId(), TICKET, 2, 1, 1)));
        guard.post()
                .uri("/api/scan/scan/undo")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\": \"wrong guest\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"scanId\": \"scan\", \"admits\": 2, \"admitted\": 1, \"inside\": 1}");
        guard.post().uri("/api/scan/scan/undo").exchange().expectStatus().isOk();
        assertThat(slice.sent().get(0).getPayload())
                .isEqualTo(new UndoScan(EVENT, row.scanId(), TICKET, "wrong guest"));
        assertThat(slice.sent().get(1).getPayload()).isEqualTo(new UndoScan(EVENT, row.scanId(), TICKET, null));
    }

    @Test
    void anUnknownScanIsNotTakenBack() {
        guard.post().uri("/api/scan/scan/undo").exchange().expectStatus().isNotFound();
        assertThat(slice.sent()).isEmpty();
    }

    @Test
    void aRefusalIsAGoodAnswer() {
        EntryAttempt first = new EntryAttempt(
                new ScanId("first"), EVENT, VENUE, new UserId("nina"), new DeviceId("gate-1"), 1, NIGHT);
        answer(new EntryVerdict(
                new ScanId("scan"),
                Direction.IN,
                Verdict.ALREADY_SCANNED,
                new AdmittedTicket(TICKET, "Early bird", EntryType.GENERAL, 1, 1, 1, 0, null),
                first,
                "Front gate"));

        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"admitted": false, "result": "ALREADY_SCANNED",
                 "previous": {"at": "2026-12-04T18:00:00Z", "by": "nina", "deviceId": "gate-1",
                              "gate": "Front gate"}}
                """);
    }

    @Test
    void aCodeWithoutTicketShowsNone() {
        answer(invalid());

        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.ticket")
                .doesNotExist()
                .jsonPath("$.result")
                .isEqualTo("INVALID");
    }

    @Test
    void whoMayNotScanIsToldSo() {
        slice.answerCommands(
                CompletableFuture.failedFuture(new Refusal(ErrorCode.FORBIDDEN, "You may not do this at this venue.")));

        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}").expectStatus().isForbidden();
    }

    @Test
    void nobodyScansWithoutAToken() {
        slice.client()
                .post()
                .uri("/api/scan")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theSameNonceIsTheSameAttempt() {
        answer(invalid());
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\",\"direction\":\"IN\"}");
        assertThat(shown(0).scanId()).isEqualTo(shown(1).scanId());
        assertThat(shown(0)).isEqualTo(shown(1));
    }

    @Test
    void anythingElseIsAnotherAttempt() {
        answer(invalid());
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n2\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-2\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"other\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"direction\":\"OUT\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}");
        assertThat(List.of(shown(0), shown(1), shown(2), shown(3), shown(4), shown(5), shown(6), shown(7)))
                .extracting(PresentCode::scanId)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneGoesInUnlessTheRequestSaysMore() {
        answer(invalid());
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"count\":2}");
        assertThat(shown(0).count()).isEqualTo(1);
        assertThat(shown(1).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonce     | {\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"\"}",
                "count     | {\"eventId\":\"%s\",\"code\":\"abc\",\"count\":0}",
                "code      | {\"eventId\":\"%s\",\"code\":\" \"}",
                "code      | {\"eventId\":\"%s\"}",
                "eventId   | {\"code\":\"%s\"}",
            })
    void aRequestThatCannotBeMeantIsRefused(String field, String body) {
        scan(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(slice.sent()).isEmpty();
    }

    @Test
    void theHistoryIsAPage() {
        ScanRecord row = row(null);
        when(slice.bean(QueryGateway.class).query(isA(FindScans.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.completedFuture(Optional.of(new ScanHistory(List.of(row), "next"))));

        guard.get()
                .uri(
                        "/api/scan?eventId={event}&result=INVALID&direction=OUT&deviceId=gate-1&by=nina&tierId=t"
                                + "&from=2026-12-04T18:00:00Z&until=2026-12-04T19:00:00Z&limit=1",
                        EVENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items": [{"scanId": "scan", "admitted": false, "result": "INVALID", "count": 1,
                                    "at": "2026-12-04T18:00:00Z", "by": "guard"}],
                         "nextCursor": "next"}
                        """);
    }

    @Test
    void theHistoryIsAskedForOneEventAndARealResult() {
        guard.get().uri("/api/scan").exchange().expectStatus().isBadRequest();
        guard.get()
                .uri("/api/scan?eventId=e&result=FINE")
                .exchange()
                .expectStatus()
                .isBadRequest();
        guard.get()
                .uri("/api/scan?eventId=e&limit=201")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static EntryVerdict invalid() {
        return new EntryVerdict(new ScanId("scan"), Direction.IN, Verdict.INVALID, null, null, null);
    }

    private static DoorCount count(int inside, int capacity) {
        return new DoorCount(EVENT, inside, capacity, inside >= capacity, inside, 0, 0, Map.of(), List.of(), List.of());
    }

    private void counted(DoorCount count) {
        when(slice.bean(QueryGateway.class).query(isA(CountDoor.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.completedFuture(Optional.of(count)));
    }

    private static ScanRecord row(@Nullable TicketId ticketId) {
        return new ScanRecord(
                new ScanId("scan"),
                EVENT,
                Direction.IN,
                false,
                Verdict.INVALID,
                1,
                NIGHT,
                new UserId("guard"),
                null,
                null,
                ticketId,
                null,
                null,
                null,
                null,
                null);
    }

    /** Few streams, so that they can be counted. */
    static class Settings {
        @Bean
        DoorStreamSettings settings() {
            return new DoorStreamSettings(Duration.ofMillis(20), Duration.ofSeconds(15), Duration.ofMinutes(1), 2);
        }
    }

    private WebTestClient.ResponseSpec scan(String body) {
        return guard.post()
                .uri("/api/scan")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body.formatted(EVENT))
                .exchange();
    }

    private PresentCode shown(int number) {
        return (PresentCode) slice.sent().get(number).getPayload();
    }

    private void answer(EntryVerdict verdict) {
        slice.answerCommands(CompletableFuture.completedFuture(verdict));
    }
}
