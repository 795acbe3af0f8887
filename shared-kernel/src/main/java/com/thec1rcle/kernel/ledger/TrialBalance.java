package com.thec1rcle.kernel.ledger;

import com.thec1rcle.kernel.money.Money;
import java.util.List;

/**
 * What every account adds up to.
 *
 * @param sum of all balances in minor units; zero unless the books are wrong
 */
public record TrialBalance(List<AccountBalance> accounts, long sum) {

    /** What one account adds up to; balance = debit - credit. */
    public record AccountBalance(String account, Money debit, Money credit, Money balance) {}
}
