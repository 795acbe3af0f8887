package com.thec1rcle.command.refund;

import com.thec1rcle.kernel.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a guest gets back, and who must say yes.
 *
 * @param approvalFrom from this amount of one order, in minor units, one person must say yes
 * @param secondApprovalFrom from this amount of one order two different people must
 * @param keepFees whether a guest's own wish gives back the net ticket price only
 */
@ConfigurationProperties("c1rcle.refund")
public record RefundSettings(
        @DefaultValue("50000") long approvalFrom,
        @DefaultValue("500000") long secondApprovalFrom,
        @DefaultValue("true") boolean keepFees) {

    public RefundSettings {
        if (approvalFrom < 0 || secondApprovalFrom < approvalFrom) {
            throw new IllegalArgumentException(
                    "c1rcle.refund.approval-from is not negative, and second-approval-from not less than it.");
        }
    }

    /**
     * How many people must say yes.
     *
     * @param amount what the order gives back with this wish, and gave back or was asked for before
     * @param afterwards whether the night is over: then nothing goes back by itself
     */
    public int approvalsFor(Money amount, boolean afterwards) {
        if (amount.amount() >= secondApprovalFrom) {
            return 2;
        }
        return afterwards || amount.amount() >= approvalFrom ? 1 : 0;
    }
}
