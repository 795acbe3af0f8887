package com.thec1rcle.api.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A server in this process that speaks MongoDB's protocol, on the loopback address only. */
public final class EmbeddedMongoServer implements AutoCloseable {
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongoServer(MongoServer server) {
        this.server = server;
        server.bind("127.0.0.1", 0);
        this.address = server.getLocalAddress();
    }

    /** For views: in memory, rebuilt from the events at every start, so it can never disagree with them. */
    public static EmbeddedMongoServer inMemory() {
        return new EmbeddedMongoServer(new MongoServer(new IndexedViews()));
    }

    /** For the vault: in one file. */
    public static EmbeddedMongoServer inFile(Path file) {
        return new EmbeddedMongoServer(new MongoServer(DurableVault.open(file)));
    }

    public String connectionString() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
