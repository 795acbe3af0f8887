package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.money.Money;

/**
 * What commission adds up to: earned = pending + payable + reserved + paid.
 *
 * @param earned all that was not reversed
 * @param pending earned with events that are not over
 * @param payable what can be asked for now; negative when more was reversed than was left
 * @param reserved set aside for payouts on their way
 * @param paid paid out
 */
public record CommissionTotals(Money earned, Money pending, Money payable, Money reserved, Money paid) {}
