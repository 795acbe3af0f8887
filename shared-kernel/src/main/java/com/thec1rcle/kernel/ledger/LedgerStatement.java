package com.thec1rcle.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the lines of an account, or of all accounts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerStatement(
        List<LedgerLine> items, @Nullable String nextCursor) {}
