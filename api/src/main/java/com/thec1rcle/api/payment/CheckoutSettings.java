package com.thec1rcle.api.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers about payments wait.
 *
 * @param confirmation for a proven payment to confirm its order, if another process sees to it
 */
@ConfigurationProperties("c1rcle.checkout")
record CheckoutSettings(@DefaultValue("PT2S") Duration confirmation) {}
