package com.thec1rcle.command.order;

import com.thec1rcle.kernel.money.BasisPoints;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform takes of an order, in basis points.
 *
 * @param platformFee of the discounted subtotal
 * @param paymentFee of the discounted subtotal
 * @param tax of the two fees
 */
@ConfigurationProperties("c1rcle.order")
record OrderSettings(
        @DefaultValue("500") int platformFee,
        @DefaultValue("250") int paymentFee,
        @DefaultValue("1800") int tax) {

    OrderSettings {
        requireShare("platform-fee", platformFee);
        requireShare("payment-fee", paymentFee);
        requireShare("tax", tax);
    }

    private static void requireShare(String name, int basisPoints) {
        try {
            new BasisPoints(basisPoints);
        } catch (IllegalArgumentException outOfRange) {
            throw new IllegalArgumentException("c1rcle.order." + name + " is between 0 and 10000.", outOfRange);
        }
    }
}
