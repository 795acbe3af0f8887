package com.thec1rcle.api.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.query.Query;

/** An empty vault in memory. */
public final class VaultFixture implements AutoCloseable {
    private final MongoServer server;
    private final MongoClient client;
    private final MongoTemplate mongo;

    private VaultFixture(MongoServer server) {
        this.server = server;
        this.client = MongoClients.create(server.bindAndGetConnectionString());
        this.mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "vault"));
        ((MappingMongoConverter) mongo.getConverter()).setTypeMapper(new DefaultMongoTypeMapper(null));
    }

    public static VaultFixture start() {
        return new VaultFixture(new MongoServer(new MemoryBackend()));
    }

    public MongoTemplate mongo() {
        return mongo;
    }

    public void clear() {
        mongo.getCollectionNames().forEach(collection -> mongo.remove(new Query(), collection));
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
