package com.thec1rcle.api.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.command.config.LaneSettings;
import com.thec1rcle.command.config.LocalCommandBus;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.partnership.PartnershipCommand.ApprovePartnership;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.venue.VenueId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Requests over HTTP to one aggregate whose lane has room for a single one that waits. */
class FullLaneTest {
    private static final PartnershipId HOT = PartnershipId.of(new HostId("host-1"), new VenueId("venue-1"));
    private static final PartnershipId COLD = PartnershipId.of(new HostId("host-2"), new VenueId("venue-1"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LocalCommandBus bus = new LocalCommandBus(
            LocalCommandBus.builder(),
            NoTransactionManager.INSTANCE,
            DefaultCommandBusSpanFactory.builder()
                    .spanFactory(NoOpSpanFactory.INSTANCE)
                    .build(),
            new LaneSettings(1, 2, 1, 100, 0, Duration.ofSeconds(10)),
            meters);
    private final CountDownLatch deciding = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private ApiSlice slice;
    private WebTestClient client;

    @BeforeEach
    void start() {
        bus.subscribe(ApprovePartnership.class.getName(), message -> {
            if (((ApprovePartnership) message.getPayload()).partnershipId().equals(HOT)) {
                deciding.countDown();
                gate.await();
            }
            return null;
        });
        slice = ApiSlice.over(DefaultCommandGateway.builder().commandBus(bus).build(), PartnershipController.class);
        client = slice.client(ApiSlice.token("vera"));
    }

    @AfterEach
    void stop() throws Exception {
        gate.countDown();
        slice.close();
        bus.close();
    }

    @Test
    void whoeverFindsTheLaneFullIsToldWhenToComeBack() throws InterruptedException {
        CompletableFuture<ResponseSpec> decided = approveMeanwhile();
        deciding.await();
        CompletableFuture<ResponseSpec> waiting = approveMeanwhile();
        await().until(() -> meters.get("c1rcle.lanes.waiting").gauge().value() == 1);

        approve(HOT)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "1")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_BUSY")
                .jsonPath("$.status")
                .isEqualTo(503)
                .jsonPath("$.detail")
                .isNotEmpty();
        approve(COLD).expectStatus().isNoContent();

        assertThat(decided).isNotDone();
        gate.countDown();
        decided.join().expectStatus().isNoContent();
        waiting.join().expectStatus().isNoContent();
        approve(HOT).expectStatus().isNoContent();
    }

    private CompletableFuture<ResponseSpec> approveMeanwhile() {
        return CompletableFuture.supplyAsync(
                () -> approve(HOT), command -> Thread.ofVirtual().start(command));
    }

    private ResponseSpec approve(PartnershipId partnership) {
        return client.post()
                .uri("/api/partnerships/" + partnership + "/approval")
                .exchange();
    }
}
