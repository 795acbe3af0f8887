package com.thec1rcle.api.embedded;

import com.thec1rcle.kernel.error.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that lives and dies with this process and loses nothing when it does not die well. A server left
 * behind by a killed process is stopped first; PostgreSQL then recovers from its log.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static EmbeddedPostgresServer start(Path folder) {
        stopLeftBehind(folder);
        Path mark = folder.resolveSibling(folder.getFileName() + ".complete");
        removeHalfMade(folder, mark);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_LIMIT)
                    // The library starts a server for tests; this one keeps books.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "64MB")
                    .start();
            if (Files.notExists(mark)) {
                Files.createFile(mark);
            }
            return new EmbeddedPostgresServer(server);
        } catch (IOException | IllegalStateException failed) {
            throw new CannotStart(
                    "The embedded PostgreSQL did not start in " + folder + ": " + failed.getMessage(), failed);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?reWriteBatchedInserts=true";
    }

    private static void stopLeftBehind(Path folder) {
        leftBehind(folder).ifPresent(process -> {
            LOG.info("Stopping the PostgreSQL that an earlier process left behind (pid {}).", process.pid());
            process.destroy();
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        });
    }

    private static Optional<ProcessHandle> leftBehind(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            // A machine that restarted may have given the number to somebody else's process.
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                            .filter(process ->
                                    process.info().command().orElse("").contains("postgres"));
        } catch (IOException | NumberFormatException unreadable) {
            throw new CannotStart(
                    "The file " + pidFile + " cannot be read; remove it if no PostgreSQL runs there.", unreadable);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A first start that was killed while the files were being laid out has promised nothing to anybody: the mark is
     * set before anything else can be written.
     */
    private static void removeHalfMade(Path folder, Path mark) {
        if (Files.exists(folder) && Files.notExists(mark)) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException failed) {
                throw new CannotStart("The half-made folder " + folder + " cannot be removed; remove it.", failed);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
