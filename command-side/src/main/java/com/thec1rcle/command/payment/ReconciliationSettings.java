package com.thec1rcle.command.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway is asked about money whose end is unknown.
 *
 * @param interval between two looks at what is due
 * @param workers that ask at the same time
 * @param firstLook after the gateway's order was opened, if it is not paid by then; doubled for each further look
 * @param longestWait between two looks at one order
 * @param lateCaptures for so long after it was opened a gateway order is asked about that nobody paid
 * @param giveUp after so long a person must see to what is still open
 */
@ConfigurationProperties("c1rcle.payment.reconciliation")
record ReconciliationSettings(
        @DefaultValue("PT1S") Duration interval,
        @DefaultValue("4") int workers,
        @DefaultValue("PT3M") Duration firstLook,
        @DefaultValue("PT6H") Duration longestWait,
        @DefaultValue("P4D") Duration lateCaptures,
        @DefaultValue("P30D") Duration giveUp) {}
