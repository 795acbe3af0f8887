package com.thec1rcle.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.ledger.LedgerLine;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindLines;
import com.thec1rcle.kernel.ledger.LedgerStatement;
import com.thec1rcle.kernel.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class LedgerControllerTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");

    private final List<FindLines> asked = new ArrayList<>();
    private ApiSlice slice;

    @BeforeEach
    void start() {
        slice = ApiSlice.of(LedgerController.class);
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @Test
    void anExportFollowsThePagesToTheEnd() {
        answerTwoPages();
        String csv = slice.client(ApiSlice.token("fatima"))
                .get()
                .uri("/api/finance/ledger?account=gateway")
                .accept(MediaType.parseMediaType("text/csv"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(csv).isEqualTo("""
                        lineId,at,account,debit,credit,currency,cause,causeId,subject
                        e1-1,2026-12-04T15:30:00Z,gateway,195930,0,INR,OrderConfirmed,e1,order-1
                        e2-1,2026-12-04T15:30:00Z,gateway,195930,0,INR,OrderConfirmed,e2,order-1
                        """.replace("\n", "\r\n"));
        assertThat(asked).extracting(FindLines::account).containsExactly("gateway", "gateway");
    }

    @Test
    void withoutAWishTheAnswerIsJson() {
        answerTwoPages();
        slice.client(ApiSlice.token("fatima"))
                .get()
                .uri("/api/finance/ledger?from=2026-12-01T00:00:00Z&to=2026-12-31T00:00:00Z&limit=10")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.items[0].debit.amount")
                .isEqualTo(195_930)
                .jsonPath("$.nextCursor")
                .isEqualTo("more");
        assertThat(asked.getFirst().from()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(asked.getFirst().limit()).isEqualTo(10);
    }

    @Test
    void aRefusalIsAnAnswerOfItsOwnEvenForAnExport() {
        when(slice.bean(QueryGateway.class).query(any(FindLines.class), any(ResponseType.class)))
                .thenReturn(CompletableFuture.failedFuture(new QueryExecutionException(
                        "No.", null, new RefusalDetails(ErrorCode.FORBIDDEN, "You may not see this.", Map.of()))));
        slice.client(ApiSlice.token("riya"))
                .get()
                .uri("/api/finance/ledger")
                .accept(MediaType.parseMediaType("text/csv"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @SuppressWarnings("unchecked")
    private void answerTwoPages() {
        when(slice.bean(QueryGateway.class).query(any(FindLines.class), any(ResponseType.class)))
                .thenAnswer(call -> {
                    FindLines query = call.getArgument(0);
                    asked.add(query);
                    LedgerStatement page = query.cursor() == null
                            ? new LedgerStatement(List.of(line("e1")), "more")
                            : new LedgerStatement(List.of(line("e2")), null);
                    return CompletableFuture.completedFuture(Optional.of(page));
                });
    }

    private static LedgerLine line(String cause) {
        return new LedgerLine(
                cause + "-1", "gateway", Money.inr(195_930), Money.inr(0), cause, "OrderConfirmed", "order-1", AT);
    }
}
