package com.thec1rcle.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash would leave is a copy of the file, taken while the vault is in use. */
class DurableVaultTest {
    private static final List<String> WRITERS = List.of("ana-", "ben-", "cem-");

    @TempDir
    private Path folder;

    private EmbeddedMongoServer server;
    private MongoClient client;

    @BeforeEach
    void open() {
        server = EmbeddedMongoServer.inFile(folder.resolve("vault"));
        client = MongoClients.create(server.connectionString());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void whatIsPreciousIsInTheFileOnceItIsAnswered() {
        for (int i = 0; i < 20; i++) {
            insert("person_keys", "key-" + i);

            assertThat(afterACrash("person_keys")).contains("key-" + i).hasSize(i + 1);
        }
    }

    @Test
    void whatCanBeDoneAgainFollowsByItself() {
        insert("timers", "alarm");

        await().untilAsserted(() -> assertThat(afterACrash("timers")).containsExactly("alarm"));
    }

    @Test
    void progressIsNeverKeptWithoutWhatCameBeforeIt() {
        for (int i = 0; i < 50; i++) {
            insert("timers", "alarm-" + i);
            insert("process_tokens", "token-" + i);
            List<List<String>> kept = afterACrash("timers", "process_tokens");

            assertThat(kept.get(0)).hasSizeGreaterThanOrEqualTo(kept.get(1).size());
        }
    }

    /** Crashes amid writes of several threads: a document without its index would be seen by some and not by others. */
    @Test
    void noWriteIsKeptByHalf() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            WRITERS.forEach(name -> writers.submit(() -> {
                for (int i = 0; !over.get(); i++) {
                    insert("timers", name + i);
                    insert("process_tokens", name + i);
                }
            }));
            writers.submit(() -> {
                for (int i = 0; !over.get(); i++) {
                    insert("person_keys", "key-" + i); // Each of these is a commit.
                }
            });
            for (int crash = 0; crash < 20; crash++) {
                afterACrash(DurableVaultTest::requireWholeWrites);
            }
        } finally {
            over.set(true);
            writers.shutdown();
        }
        assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void requireWholeWrites(MongoClient survivor) {
        MongoCollection<Document> timers = survivor.getDatabase("vault").getCollection("timers");
        Set<String> alarms = new HashSet<>(ids(survivor, "timers"));
        List<String> tokens = ids(survivor, "process_tokens");
        assertThat(alarms.containsAll(tokens))
                .as("no progress without what came before it")
                .isTrue();
        for (String writer : WRITERS) {
            long written =
                    alarms.stream().filter(alarm -> alarm.startsWith(writer)).count();
            for (long last = Math.max(0, written - 10); last < written; last++) {
                assertThat(timers.find(new Document("_id", writer + last)).first())
                        .isNotNull();
            }
            timers.insertOne(new Document("_id", writer + written)); // Fails where a key is taken by nothing.
        }
    }

    @Test
    void anOrderlyEndKeepsEverything() {
        insert("timers", "alarm");
        client.close();
        server.close();
        open();

        assertThat(ids(client, "timers")).containsExactly("alarm");
    }

    /** Whatever is being written to the file just then. */
    @Test
    void anOrderlyEndAtAnyMomentKeepsEverything() {
        List<String> alarms = new ArrayList<>();
        for (int end = 0; end < 40; end++) {
            for (int i = 0; i < 20; i++) {
                alarms.add("alarm-" + end + "-" + i);
                insert("timers", alarms.getLast());
            }
            close();
            open();
        }

        assertThat(ids(client, "timers")).containsExactlyInAnyOrderElementsOf(alarms);
    }

    private void insert(String collection, String id) {
        client.getDatabase("vault").getCollection(collection).insertOne(new Document("_id", id));
    }

    private List<String> afterACrash(String collection) {
        return afterACrash(new String[] {collection}).getFirst();
    }

    private List<List<String>> afterACrash(String... collections) {
        List<List<String>> kept = new ArrayList<>();
        afterACrash(survivor -> Stream.of(collections)
                .map(collection -> ids(survivor, collection))
                .forEach(kept::add));
        return kept;
    }

    private void afterACrash(Consumer<MongoClient> look) {
        Path copy = folder.resolve("crashed-" + UUID.randomUUID());
        try {
            Files.copy(folder.resolve("vault"), copy);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        EmbeddedMongoServer crashed = EmbeddedMongoServer.inFile(copy);
        try (MongoClient survivor = MongoClients.create(crashed.connectionString())) {
            look.accept(survivor);
        } finally {
            crashed.close();
        }
    }

    private static List<String> ids(MongoClient client, String collection) {
        List<String> ids = new ArrayList<>();
        client.getDatabase("vault").getCollection(collection).find().forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }
}
