package com.thec1rcle.api.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.thec1rcle.kernel.error.CannotStart;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** The two MongoDB databases: views, which are disposable, and the vault, which is not. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {
    private static final int ANSWER_LIMIT_SECONDS = 15;

    @Bean
    @Profile("!embedded")
    MongoAddresses configuredMongo(
            @Value("${c1rcle.mongo.views:#{null}}") @Nullable String views,
            @Value("${c1rcle.mongo.vault:#{null}}") @Nullable String vault) {
        return new MongoAddresses(required("c1rcle.mongo.views", views), required("c1rcle.mongo.vault", vault));
    }

    @Bean(destroyMethod = "close")
    @Qualifier("views")
    MongoClient viewsClient(MongoAddresses addresses) {
        return client(addresses.views(), WriteConcern.ACKNOWLEDGED);
    }

    @Bean(destroyMethod = "close")
    @Qualifier("vault")
    MongoClient vaultClient(MongoAddresses addresses) {
        // Journaled by a majority: what is in the vault cannot be derived again.
        return client(addresses.vault(), WriteConcern.MAJORITY.withJournal(true));
    }

    @Bean
    @Qualifier("views")
    MongoTemplate viewsTemplate(@Qualifier("views") MongoClient client, MongoAddresses addresses) {
        return template(client, addresses.views());
    }

    @Bean
    @Qualifier("vault")
    MongoTemplate vaultTemplate(@Qualifier("vault") MongoClient client, MongoAddresses addresses) {
        return template(client, addresses.vault());
    }

    private static MongoClient client(String address, WriteConcern concern) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS))
                .writeConcern(concern)
                .retryWrites(false)
                .build());
    }

    private static MongoTemplate template(MongoClient client, String address) {
        MongoTemplate template = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, databaseOf(address)));
        // Documents are records known by their collection; a class name in each would tie them to the code.
        ((MappingMongoConverter) template.getConverter()).setTypeMapper(new DefaultMongoTypeMapper(null));
        return template;
    }

    static String databaseOf(String address) {
        String database = new ConnectionString(address).getDatabase();
        if (database == null) {
            throw new CannotStart("The MongoDB address must name a database, as in mongodb://host/c1rcle_views.");
        }
        return database;
    }

    private static String required(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new CannotStart("The setting " + setting + " is missing; it says where MongoDB is.");
        }
        return value;
    }
}
