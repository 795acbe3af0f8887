package com.thec1rcle.api.config;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Puts the framework's auto-configuration after Spring Boot's, whose classes moved since: without it every event would
 * be stored outside of a transaction.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration"
        })
public class TransactionOrder {}
