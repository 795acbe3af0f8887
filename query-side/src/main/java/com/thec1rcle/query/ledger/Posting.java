package com.thec1rcle.query.ledger;

import com.thec1rcle.kernel.money.Money;

/** One side of a journal: above zero a debit, below zero a credit. */
record Posting(String account, Money amount) {
    static Posting debit(String account, Money amount) {
        return new Posting(account, amount);
    }

    static Posting credit(String account, Money amount) {
        return new Posting(account, amount.negated());
    }

    Posting reversed() {
        return new Posting(account, amount.negated());
    }
}
