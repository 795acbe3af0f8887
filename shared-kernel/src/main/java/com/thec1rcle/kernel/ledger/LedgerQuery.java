package com.thec1rcle.kernel.ledger;

import com.thec1rcle.kernel.message.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of the ledger; for finance and administrators. */
public sealed interface LedgerQuery {
    /** Lines in the order they were posted, of one account or of all; answers a LedgerStatement. */
    record FindLines(
            Actor viewer,
            @Nullable String account,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String cursor,
            int limit)
            implements LedgerQuery {}

    /** What every account adds up to; answers a TrialBalance. */
    record FindTrialBalance(Actor viewer) implements LedgerQuery {}
}
