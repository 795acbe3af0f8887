package com.thec1rcle.command.payment;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient one is with the gateway.
 *
 * @param baseUrl where Razorpay answers
 * @param timeout for one call
 * @param attempts of a call whose answer did not come, the first included
 * @param backOff before the second attempt; doubled, and varied by half, before each further one
 * @param calls at most so many at a time, and as many waiting; the rest is answered at once that it cannot be now
 * @param failures of a hundred calls that open the circuit
 * @param pause while the circuit is open nobody calls; then a few try
 */
@ConfigurationProperties("c1rcle.payment.gateway")
public record GatewaySettings(
        @DefaultValue("https://api.razorpay.com") URI baseUrl,
        @DefaultValue("PT4S") Duration timeout,
        @DefaultValue("2") int attempts,
        @DefaultValue("PT0.2S") Duration backOff,
        @DefaultValue("32") int calls,
        @DefaultValue("50") int failures,
        @DefaultValue("PT5S") Duration pause) {}
