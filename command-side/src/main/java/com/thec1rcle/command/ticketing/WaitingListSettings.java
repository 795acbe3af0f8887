package com.thec1rcle.command.ticketing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people wait for stock.
 *
 * @param offer how long freed stock is set aside for the one whose turn it is
 * @param size how many people wait for one tier at most, those whose turn it is among them
 */
@ConfigurationProperties("c1rcle.waiting-list")
record WaitingListSettings(
        @DefaultValue("PT15M") Duration offer,
        @DefaultValue("1000") int size) {}
