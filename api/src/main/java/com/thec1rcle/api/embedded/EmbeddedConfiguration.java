package com.thec1rcle.api.embedded;

import com.thec1rcle.api.config.MongoAddresses;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Gives the application its databases when there are none to connect to. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class EmbeddedConfiguration {
    @Bean(destroyMethod = "close")
    DataFolder dataFolder(HeadStart.Started started) {
        return started.folder();
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgresServer embeddedPostgres(HeadStart.Started started) {
        return started.postgres();
    }

    @Bean(destroyMethod = "close")
    @Qualifier("views")
    EmbeddedMongoServer viewsServer() {
        return EmbeddedMongoServer.inMemory();
    }

    @Bean(destroyMethod = "close")
    @Qualifier("vault")
    EmbeddedMongoServer vaultServer(DataFolder folder) {
        return EmbeddedMongoServer.inFile(folder.resolve("vault.mv"));
    }

    @Bean
    MongoAddresses mongoAddresses(
            @Qualifier("views") EmbeddedMongoServer views, @Qualifier("vault") EmbeddedMongoServer vault) {
        return new MongoAddresses(
                views.connectionString() + "/c1rcle_views", vault.connectionString() + "/c1rcle_vault");
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(EmbeddedPostgresServer server, @Value("${c1rcle.event-store.connections}") int connections) {
        HikariDataSource pool = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(server.jdbcUrl())
                .username("postgres")
                .build();
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(4, connections));
        pool.setConnectionTimeout(5_000);
        return pool;
    }
}
