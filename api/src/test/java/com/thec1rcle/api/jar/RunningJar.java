package com.thec1rcle.api.jar;

import com.thec1rcle.api.night.NightClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged application as a process of its own, started as its users start it. */
public final class RunningJar implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    /** A test's process does not live long enough for the optimising compiler to pay. */
    private static final List<String> SHORT_LIVED = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final int port;
    private final Path log;

    private RunningJar(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the jar and waits until it is ready. */
    static RunningJar start(Path folder, Map<String, String> environment, String... arguments) {
        RunningJar jar = launch(folder, freePort(), environment, arguments);
        jar.awaitReady();
        return jar;
    }

    /** Starts the jar with these options of the virtual machine, and waits until it is ready. */
    public static RunningJar start(
            Path folder, List<String> options, Map<String, String> environment, String... arguments) {
        RunningJar jar = launch(folder, freePort(), options, environment, arguments);
        jar.awaitReady();
        return jar;
    }

    /** Starts the jar and does not wait. */
    static RunningJar launch(Path folder, int port, Map<String, String> environment, String... arguments) {
        return launch(folder, port, SHORT_LIVED, environment, arguments);
    }

    private static RunningJar launch(
            Path folder, int port, List<String> options, Map<String, String> environment, String... arguments) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("log-" + System.nanoTime() + ".txt");
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(options);
            command.addAll(List.of(
                    "-jar",
                    jar().toString(),
                    "--server.port=" + port,
                    "--server.address=127.0.0.1",
                    "--c1rcle.data-dir=" + folder.resolve("data")));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .directory(folder.toFile());
            builder.environment().putAll(environment);
            return new RunningJar(builder.start(), port, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("api-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Package the application first."))
                    .toAbsolutePath();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public NightClient client() {
        return new NightClient(url());
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the process as a power cut would: it learns nothing of it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits for the process to end by itself; answers its exit code. */
    int awaitEnd() {
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The process did not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest readiness = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            if (!process.isAlive()) {
                throw new AssertionError("The process ended:\n" + log());
            }
            try {
                if (http.send(readiness, BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            } catch (IOException notListeningYet) {
                pause();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        throw new AssertionError("Not ready in time:\n" + log());
    }

    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }
}
