package com.thec1rcle.query.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.FindProjection;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.FindProjections;
import com.thec1rcle.kernel.maintenance.ProjectionQuery.StartReplay;
import com.thec1rcle.kernel.maintenance.ProjectionStatus;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.query.config.QueryRefused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class ProjectionQueriesTest {
    private static final Actor ADMIN =
            new Actor(new UserId("admin"), null, Set.of(PlatformRole.ADMIN), Map.of(), Set.of(), null);
    private static final Actor STRANGER = Actor.user(new UserId("stranger"));

    private final Hosts hosts = new Hosts();
    private final Configuration axon = DefaultConfigurer.defaultConfiguration()
            .configureSerializer(config -> Jackson3Serializer.builder().build())
            .configureEmbeddedEventStore(config -> new InMemoryEventStorageEngine())
            .eventProcessing(processing -> processing
                    .registerTrackingEventProcessor("projection-hosts")
                    .registerTrackingEventProcessor("process-hosts")
                    .registerEventHandler(config -> hosts)
                    .registerEventHandler(config -> new HostProcess()))
            .buildConfiguration();
    private Projections projections;
    private ProjectionQueries queries;

    @BeforeEach
    void threeHostsSignUp() {
        axon.start();
        @SuppressWarnings("unchecked")
        ObjectProvider<EventProcessingConfiguration> processing = mock(ObjectProvider.class);
        when(processing.getObject()).thenReturn(axon.eventProcessingConfiguration());
        projections = new Projections(processing, axon.eventStore());
        queries = new ProjectionQueries(projections);
        signUp("host-1");
        signUp("host-2");
        signUp("host-3");
        await().until(() -> hosts.names.size() == 3);
    }

    @AfterEach
    void stop() {
        hosts.gate.countDown();
        projections.destroy();
        axon.shutdown();
    }

    @Test
    void aProjectionThatHasSeenEverythingHasCaughtUp() {
        await().untilAsserted(() -> assertThat(status()).satisfies(status -> {
            assertThat(status.running()).isTrue();
            assertThat(status.caughtUp()).isTrue();
            assertThat(status.replaying()).isFalse();
            assertThat(status.lag()).isZero();
            assertThat(status.position()).isEqualTo(status.head());
            assertThat(status.problem()).isNull();
        }));
    }

    @Test
    void onlyProjectionsAreShown() {
        assertThat(queries.handle(new FindProjections(ADMIN)).items())
                .extracting(ProjectionStatus::name)
                .containsExactly("projection-hosts");
        refused(ErrorCode.PROJECTION_NOT_FOUND, () -> queries.handle(new FindProjection(ADMIN, "process-hosts")));
    }

    @Test
    void aReplayEmptiesTheViewAndFillsItAgain() {
        List<String> before = List.copyOf(hosts.names);
        ProjectionStatus answered = queries.handle(new StartReplay(ADMIN, "projection-hosts"));
        assertThat(answered.replaying()).isTrue();
        assertThat(answered.caughtUp()).isFalse();

        await().until(() -> hosts.resets.size() == 1 && !status().replaying() && status().caughtUp());
        assertThat(hosts.names).isEqualTo(before);
    }

    @Test
    void aSecondReplayIsRefusedWhileTheFirstRuns() {
        hosts.hold();
        queries.handle(new StartReplay(ADMIN, "projection-hosts"));
        await().until(() -> hosts.resets.size() == 1);
        refused(ErrorCode.REPLAY_RUNNING, () -> queries.handle(new StartReplay(ADMIN, "projection-hosts")));

        hosts.gate.countDown();
        await().until(() -> !status().replaying() && status().caughtUp());
        queries.handle(new StartReplay(ADMIN, "projection-hosts"));
        await().until(() -> hosts.resets.size() == 2 && !status().replaying());
    }

    @Test
    void anUnknownProjectionIsRefused() {
        refused(ErrorCode.PROJECTION_NOT_FOUND, () -> queries.handle(new StartReplay(ADMIN, "projection-unknown")));
        refused(ErrorCode.PROJECTION_NOT_FOUND, () -> queries.handle(new StartReplay(ADMIN, "process-hosts")));
    }

    @Test
    void onlyAdministratorsSeeAndRebuildProjections() {
        refused(ErrorCode.FORBIDDEN, () -> queries.handle(new FindProjections(STRANGER)));
        refused(ErrorCode.FORBIDDEN, () -> queries.handle(new FindProjection(STRANGER, "projection-hosts")));
        refused(ErrorCode.FORBIDDEN, () -> queries.handle(new StartReplay(STRANGER, "projection-hosts")));
        assertThat(hosts.resets).isEmpty();
    }

    private ProjectionStatus status() {
        return queries.handle(new FindProjection(ADMIN, "projection-hosts"));
    }

    private void signUp(String id) {
        HostId host = new HostId(id);
        axon.eventStore()
                .publish(new GenericDomainEventMessage<>(
                        "Host", id, 0, new HostRegistered(host, new UserId("owner"), id, "Mumbai")));
    }

    private static void refused(ErrorCode code, Runnable query) {
        assertThatThrownBy(query::run)
                .isInstanceOfSatisfying(
                        QueryRefused.class,
                        refusal -> assertThat(refusal.getDetails())
                                .get()
                                .extracting(details -> ((RefusalDetails) details).code())
                                .isEqualTo(code));
    }

    @ProcessingGroup("projection-hosts")
    static class Hosts {
        private final List<String> names = new CopyOnWriteArrayList<>();
        private final List<Integer> resets = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @EventHandler
        void on(HostRegistered event) throws InterruptedException {
            gate.await();
            names.add(event.name());
        }

        @ResetHandler
        void reset() {
            resets.add(names.size());
            names.clear();
        }

        void hold() {
            gate = new CountDownLatch(1);
        }
    }

    @ProcessingGroup("process-hosts")
    static class HostProcess {
        @EventHandler
        void on(HostRegistered event) {
            // It only has to be there.
        }
    }
}
