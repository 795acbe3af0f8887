package com.thec1rcle.command.payment;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A vault for one test. */
final class VaultInMemory implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;

    VaultInMemory() {
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
    }

    MongoTemplate template() {
        return new MongoTemplate(client, "vault");
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
