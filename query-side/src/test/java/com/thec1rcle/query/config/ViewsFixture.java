package com.thec1rcle.query.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** An empty views database in memory, for one test class. */
public final class ViewsFixture implements AutoCloseable {
    private final MongoServer server;
    private final MongoClient client;
    private final MongoTemplate mongo;

    private ViewsFixture(MongoServer server) {
        this.server = server;
        this.client = MongoClients.create(server.bindAndGetConnectionString());
        this.mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "views"));
        ((MappingMongoConverter) mongo.getConverter()).setTypeMapper(new DefaultMongoTypeMapper(null));
    }

    public static ViewsFixture start() {
        return new ViewsFixture(new MongoServer(new MemoryBackend()));
    }

    public MongoTemplate mongo() {
        return mongo;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
