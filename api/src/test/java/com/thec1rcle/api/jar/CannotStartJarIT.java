package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the application from starting is said in one clear sentence. */
class CannotStartJarIT {
    @TempDir
    Path folder;

    @Test
    void aDataFolderInUse() {
        try (RunningJar first = RunningJar.start(folder, Map.of(), "--c1rcle.demo=false")) {
            assertThat(first.log()).contains("THE C1RCLE listens at");
            try (RunningJar second =
                    RunningJar.launch(folder, RunningJar.freePort(), Map.of(), "--c1rcle.demo=false")) {
                assertThat(second.awaitEnd()).isNotZero();
                assertThat(second.log())
                        .contains("is in use by another running process")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void aPortTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningJar jar = RunningJar.launch(folder, taken.getLocalPort(), Map.of(), "--c1rcle.demo=false")) {
            assertThat(jar.awaitEnd()).isNotZero();
            assertThat(jar.log())
                    .contains("Port " + taken.getLocalPort() + " was already in use")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aRoleThatIsNone() {
        try (RunningJar jar = RunningJar.launch(folder, RunningJar.freePort(), Map.of(), "--c1rcle.roles=bouncer")) {
            assertThat(jar.awaitEnd()).isNotZero();
            assertThat(jar.log())
                    .contains("c1rcle.roles takes any of api, command and query")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aProductionProfileWithoutItsSettings() {
        try (RunningJar jar =
                RunningJar.launch(folder, RunningJar.freePort(), Map.of(), "--spring.profiles.active=postgres")) {
            assertThat(jar.awaitEnd()).isNotZero();
            assertThat(jar.log()).contains("is missing").doesNotContain("\tat ");
        }
    }
}
