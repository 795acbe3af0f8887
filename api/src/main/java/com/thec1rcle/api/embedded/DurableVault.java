package com.thec1rcle.api.embedded;

import com.thec1rcle.kernel.error.CannotStart;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The vault's storage in one file: every write is in the file before it is answered. */
final class DurableVault extends H2Backend {
    private static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findandmodify", "createindexes", "drop", "create", "dropdatabase");

    /** Losing the last moment of these repeats some work, which is harmless; they need not wait for the disk itself. */
    private static final Set<String> REPEATABLE = Set.of("process_tokens", "timers", "idempotency");

    private DurableVault(MVStore store) {
        super(store);
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

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        Document answer = super.handleCommand(channel, databaseName, command, query);
        if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            commit();
            if (!(query.get(command) instanceof String collection) || !REPEATABLE.contains(collection)) {
                getMvStore().sync();
            }
        }
        return answer;
    }
}
