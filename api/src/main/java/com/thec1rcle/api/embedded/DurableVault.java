package com.thec1rcle.api.embedded;

import com.thec1rcle.kernel.error.CannotStart;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault's storage in one file. What must not be lost is on disk before it is answered; what a process would only do
 * once more follows within moments, never out of order: each commit takes everything that was written before it, and no
 * write by half.
 */
final class DurableVault extends H2Backend {
    private static final Logger LOG = LoggerFactory.getLogger(DurableVault.class);
    private static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findandmodify", "createindexes", "drop", "create", "dropdatabase");

    /**
     * What processes write on their way: a crash takes it back together with their progress, and they do it again. The
     * answers kept for idempotency keys only spare work, because ids are derived from the keys.
     */
    private static final Set<String> REPEATABLE =
            Set.of("process_tokens", "timers", "event_orders", "payment_questions", "idempotency");

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(25);

    /** Shared by writes; a commit has it alone, because it takes one collection and index after the other. */
    private final ReadWriteLock wholeWrites = new ReentrantReadWriteLock();

    private final ScheduledExecutorService committer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("vault-committer").daemon().factory());

    private DurableVault(MVStore store) {
        super(store);
        committer.scheduleWithFixedDelay(
                this::commitRepeatable, COMMIT_INTERVAL.toMillis(), COMMIT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    static DurableVault open(Path file) {
        try {
            return new DurableVault(new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open());
        } catch (MVStoreException unreadable) {
            throw new CannotStart("The vault " + file + " cannot be opened: " + unreadable.getMessage(), unreadable);
        }
    }

    /** As {@link IndexedViews}, no look-up by key reads a whole collection. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new H2Database(databaseName, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
                return new KeyIndex<>(
                        super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse), keys, sparse);
            }
        };
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        if (!WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        Document answer = write(channel, databaseName, command, query);
        if (!isRepeatable(query.get(command))) {
            commit();
            getMvStore().sync();
        }
        return answer;
    }

    private Document write(Channel channel, String databaseName, String command, Document query) {
        wholeWrites.readLock().lock();
        try {
            return super.handleCommand(channel, databaseName, command, query);
        } finally {
            wholeWrites.readLock().unlock();
        }
    }

    @Override
    public void commit() {
        wholeWrites.writeLock().lock();
        try {
            super.commit();
        } finally {
            wholeWrites.writeLock().unlock();
        }
    }

    private static boolean isRepeatable(@Nullable Object collection) {
        return collection instanceof String name && REPEATABLE.contains(name);
    }

    private void commitRepeatable() {
        try {
            if (getMvStore().hasUnsavedChanges()) {
                commit();
            }
        } catch (MVStoreException unwritable) {
            // The next write that must not be lost fails aloud; until then only work that is done again is at stake.
            LOG.error("The vault cannot be written.", unwritable);
        }
    }

    @Override
    public void close() {
        committer.close(); // It waits: a commit that is interrupted takes the open file with it.
        commit();
        super.close();
    }
}
