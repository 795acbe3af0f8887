package com.thec1rcle.api.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers about payments wait.
 *
 * @param patience for the gateway to open its order
 * @param confirmation for a proven payment to confirm its order
 */
@ConfigurationProperties("c1rcle.checkout")
record CheckoutSettings(@DefaultValue("PT8S") Duration patience, @DefaultValue("PT2S") Duration confirmation) {}
