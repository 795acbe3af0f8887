package com.thec1rcle.api.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.when;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryQuery.FindScans;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.EntryVerdict.AdmittedTicket;
import com.thec1rcle.kernel.entry.ScanHistory;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.ScanRecord;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ScanControllerTest {
    private static final EventId EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11");
    private static final VenueId VENUE = new VenueId("blue-room");
    private static final Instant NIGHT = Instant.parse("2026-12-04T18:00:00Z");
    private static final TicketId TICKET = TicketId.of(new OrderId("0b6a7d1e-3f7e-4c57-9b53-6d2a4b1c9e01"), 1);

    private ApiSlice slice;
    private WebTestClient guard;

    @BeforeEach
    void start() {
        slice = ApiSlice.of(ScanController.class);
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
                Verdict.VALID,
                new AdmittedTicket(TICKET, "Couple", EntryType.COUPLE, 2, 1, holder),
                null));

        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"admitted": true, "result": "VALID", "scanId": "scan",
                         "ticket": {"ticketId": "%s", "tierName": "Couple", "entryType": "COUPLE",
                                    "admits": 2, "admitted": 1, "holder": "Asha Rao"}}
                        """.formatted(TICKET))
                .jsonPath("$.previous")
                .doesNotExist();
    }

    @Test
    void aRefusalIsAGoodAnswer() {
        EntryAttempt first = new EntryAttempt(
                new ScanId("first"), EVENT, VENUE, new UserId("nina"), new DeviceId("gate-1"), 1, NIGHT);
        answer(new EntryVerdict(
                new ScanId("scan"),
                Verdict.ALREADY_SCANNED,
                new AdmittedTicket(TICKET, "Early bird", EntryType.GENERAL, 1, 1, null),
                first));

        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"admitted": false, "result": "ALREADY_SCANNED",
                 "previous": {"at": "2026-12-04T18:00:00Z", "by": "nina", "deviceId": "gate-1"}}
                """);
    }

    @Test
    void aCodeWithoutTicketShowsNone() {
        answer(new EntryVerdict(new ScanId("scan"), Verdict.INVALID, null, null));

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
        answer(new EntryVerdict(new ScanId("scan"), Verdict.INVALID, null, null));
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\",\"direction\":\"IN\"}");
        assertThat(shown(0).scanId()).isEqualTo(shown(1).scanId());
        assertThat(shown(0)).isEqualTo(shown(1));
    }

    @Test
    void anythingElseIsAnotherAttempt() {
        answer(new EntryVerdict(new ScanId("scan"), Verdict.INVALID, null, null));
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n2\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\",\"deviceId\":\"gate-2\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"other\",\"nonce\":\"n1\",\"deviceId\":\"gate-1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"nonce\":\"n1\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}");
        assertThat(List.of(shown(0), shown(1), shown(2), shown(3), shown(4), shown(5), shown(6)))
                .extracting(PresentCode::scanId)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneGoesInUnlessTheRequestSaysMore() {
        answer(new EntryVerdict(new ScanId("scan"), Verdict.INVALID, null, null));
        scan("{\"eventId\":\"%s\",\"code\":\"abc\"}");
        scan("{\"eventId\":\"%s\",\"code\":\"abc\",\"count\":2}");
        assertThat(shown(0).count()).isEqualTo(1);
        assertThat(shown(1).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "direction | {\"eventId\":\"%s\",\"code\":\"abc\",\"direction\":\"OUT\"}",
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
        ScanRecord row = new ScanRecord(
                new ScanId("scan"),
                EVENT,
                false,
                Verdict.INVALID,
                1,
                NIGHT,
                new UserId("guard"),
                null,
                null,
                null,
                null,
                null,
                null);
        when(slice.bean(QueryGateway.class).query(isA(FindScans.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.completedFuture(Optional.of(new ScanHistory(List.of(row), "next"))));

        guard.get()
                .uri("/api/scan?eventId={event}&result=INVALID&limit=1", EVENT)
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
