package com.thec1rcle.api.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What the system's own PostgreSQL does without the system: one row of an event's size, one commit, again and again. */
final class RawCommits {
    private static final int PAYLOAD_BYTES = 600;
    private static final int PORT_LINE = 3;

    private RawCommits() {}

    /**
     * @param data the data folder of the running system, whose server is used
     * @param connections that commit at the same time
     */
    static Measurement measure(Path data, int connections, Duration lasting) throws Exception {
        String url = url(data);
        execute(url, "create table if not exists raw_commit (id bigserial primary key, payload bytea not null)");
        Histogram latencies = new ConcurrentHistogram(Duration.ofSeconds(60).toNanos() / 1000, 3);
        long begun = System.nanoTime();
        long end = begun + lasting.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(() -> commitUntil(url, end, latencies));
            }
            for (Future<Void> worker : threads.invokeAll(workers)) {
                worker.get();
            }
        }
        Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
        execute(url, "drop table raw_commit");
        return new Measurement(
                "single-row commits of the store itself", latencies.getTotalCount(), 0, lasted, latencies);
    }

    private static Void commitUntil(String url, long end, Histogram latencies) throws SQLException {
        byte[] payload = new byte[PAYLOAD_BYTES];
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert =
                        connection.prepareStatement("insert into raw_commit (payload) values (?)")) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                insert.setBytes(1, payload);
                insert.executeUpdate();
                latencies.recordValue((System.nanoTime() - now) / 1000);
            }
        }
        return null;
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(Path data) throws IOException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(PORT_LINE);
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }
}
