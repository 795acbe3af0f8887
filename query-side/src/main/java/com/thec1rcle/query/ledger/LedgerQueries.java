package com.thec1rcle.query.ledger;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindLines;
import com.thec1rcle.kernel.ledger.LedgerQuery.FindTrialBalance;
import com.thec1rcle.kernel.ledger.LedgerStatement;
import com.thec1rcle.kernel.ledger.TrialBalance;
import com.thec1rcle.kernel.ledger.TrialBalance.AccountBalance;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what the books say, to finance and administrators. */
@Component
class LedgerQueries {
    private final MongoTemplate mongo;
    private final Rows<LedgerLineDocument> lines;

    LedgerQueries(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
        lines = new Rows<>(mongo, LedgerLineDocument.class, LedgerLineDocument.COLLECTION);
    }

    @QueryHandler
    LedgerStatement find(FindLines query) {
        requireKeeperOfBooks(query.viewer());
        Rows.Page<LedgerLineDocument> page = lines.page(
                criteria(query),
                "at",
                Direction.ASC,
                query.cursor(),
                query.limit(),
                LedgerLineDocument::at,
                LedgerLineDocument::id);
        return new LedgerStatement(
                page.items().stream().map(LedgerLineDocument::toView).toList(), page.nextCursor());
    }

    @QueryHandler
    TrialBalance find(FindTrialBalance query) {
        requireKeeperOfBooks(query.viewer());
        List<AccountBalance> accounts = mongo
                .aggregate(
                        newAggregation(group("account", "debit.currency")
                                .first("account")
                                .as("account")
                                .first("debit.currency")
                                .as("currency")
                                .sum("debit.amount")
                                .as("debit")
                                .sum("credit.amount")
                                .as("credit")),
                        LedgerLineDocument.COLLECTION,
                        Sum.class)
                .getMappedResults()
                .stream()
                .map(Sum::toBalance)
                .sorted(Comparator.comparing(AccountBalance::account))
                .toList();
        return new TrialBalance(
                accounts,
                accounts.stream()
                        .mapToLong(account -> account.balance().amount())
                        .sum());
    }

    private static Criteria criteria(FindLines query) {
        List<Criteria> parts = new ArrayList<>();
        if (query.account() != null) {
            parts.add(where("account").is(query.account()));
        }
        if (query.from() != null) {
            parts.add(where("at").gte(query.from()));
        }
        if (query.until() != null) {
            parts.add(where("at").lt(query.until()));
        }
        return parts.isEmpty() ? new Criteria() : new Criteria().andOperator(parts);
    }

    private static void requireKeeperOfBooks(Actor viewer) {
        if (!viewer.has(PlatformRole.FINANCE) && !viewer.has(PlatformRole.ADMIN)) {
            throw QueryRefused.forbidden();
        }
    }

    /** What an account's lines in one currency add up to. */
    record Sum(String account, String currency, long debit, long credit) {
        AccountBalance toBalance() {
            return new AccountBalance(
                    account,
                    new Money(debit, currency),
                    new Money(credit, currency),
                    new Money(Math.subtractExact(debit, credit), currency));
        }
    }
}
