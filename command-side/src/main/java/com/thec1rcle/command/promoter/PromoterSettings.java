package com.thec1rcle.command.promoter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform agrees with its promoters.
 *
 * @param commissionPayable when earned commission becomes part of the balance
 * @param minimumPayout smallest payout, in minor units of its currency
 * @param attributionWindow how long a click counts
 */
@ConfigurationProperties("c1rcle.promoter")
public record PromoterSettings(
        @DefaultValue("on-completion") CommissionPayable commissionPayable,
        @DefaultValue("10000") long minimumPayout,
        @DefaultValue("30d") Duration attributionWindow) {

    /** The moments at which commission can become payable. */
    public enum CommissionPayable {
        ON_COMPLETION,
        ON_ORDER
    }

    public boolean payableAtOnce() {
        return commissionPayable == CommissionPayable.ON_ORDER;
    }
}
