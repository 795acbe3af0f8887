package com.thec1rcle.query.ledger;

import com.thec1rcle.kernel.ledger.LedgerLine;
import com.thec1rcle.kernel.money.Money;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/** One line of a journal, in {@code ledger_entries}; its id is the causing event's and the place in its journal. */
record LedgerLineDocument(
        @Id String id,
        String account,
        Money debit,
        Money credit,
        String causeId,
        String cause,
        String subject,
        Instant at) {
    static final String COLLECTION = "ledger_entries";

    LedgerLine toView() {
        return new LedgerLine(id, account, debit, credit, causeId, cause, subject, at);
    }
}
