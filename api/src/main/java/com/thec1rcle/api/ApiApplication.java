package com.thec1rcle.api;

import com.thec1rcle.api.config.ConditionalOnRole;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Starts THE C1RCLE: the sides that {@code c1rcle.roles} names, on the databases that the profile names. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        // There are two MongoDB databases here, and both are set up by hand.
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoReactiveHealthContributorAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveRepositoriesAutoConfiguration"
        })
@ConfigurationPropertiesScan({"com.thec1rcle.api", "com.thec1rcle.command", "com.thec1rcle.query"})
@ComponentScan({"com.thec1rcle.api.config", "com.thec1rcle.api.embedded", "com.thec1rcle.api.privacy"})
public class ApiApplication {
    public static void main(String[] args) {
        SpringApplication.run(ApiApplication.class, args);
    }

    /** Controllers, security, streams. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole("api")
    @ComponentScan("com.thec1rcle.api")
    static class ApiSide {}

    /** Aggregates, conversations, processes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole("command")
    @ComponentScan("com.thec1rcle.command")
    static class CommandSide {}

    /** Projections and queries. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole("query")
    @ComponentScan("com.thec1rcle.query")
    static class QuerySide {}
}
