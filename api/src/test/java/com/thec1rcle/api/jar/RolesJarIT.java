package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.night.NightClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One jar, any mix of sides. */
class RolesJarIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"command", "query", "command,query"})
    void aProcessWithoutTheApiIsReadyAndSaysNothingElse(String roles) {
        try (RunningJar jar = RunningJar.start(folder, Map.of(), "--c1rcle.roles=" + roles)) {
            NightClient night = jar.client();
            night.get("/actuator/health", null).is(200);
            assertThat(night.get("/api/venues", null).status()).isIn(401, 403, 404);
            assertThat(night.get("/actuator/prometheus", null).status()).isIn(401, 403);
        }
    }

    /** Without Axon Server messages do not leave the process: an API alone would have nobody to answer it. */
    @ParameterizedTest
    @ValueSource(strings = {"api", "api,command", "api,query"})
    void anApiWithoutTheOtherSidesDoesNotStartAndSaysWhy(String roles) {
        try (RunningJar jar = RunningJar.launch(folder, RunningJar.freePort(), Map.of(), "--c1rcle.roles=" + roles)) {
            assertThat(jar.awaitEnd()).isNotZero();
            assertThat(jar.log())
                    .contains("A process with the role api needs command and query too")
                    .contains("axonserver")
                    .doesNotContain("\tat ");
        }
    }
}
