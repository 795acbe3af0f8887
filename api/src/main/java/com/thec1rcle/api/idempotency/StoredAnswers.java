package com.thec1rcle.api.idempotency;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Answers kept in the vault for a day, so that a repeated request is answered as it was; blocking. */
@Component
public class StoredAnswers {
    static final String COLLECTION = "idempotency";
    static final Duration KEPT = Duration.ofHours(24);

    private final MongoTemplate vault;
    private final Clock clock;

    StoredAnswers(@Qualifier("vault") MongoTemplate vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The answer of an earlier request; refused with IDEMPOTENCY_KEY_REUSED if that one said something else. */
    Optional<StoredAnswer> find(String id, String fingerprint) throws Refusal {
        StoredAnswer known = vault.findById(id, StoredAnswer.class, COLLECTION);
        if (known == null) {
            return Optional.empty();
        }
        if (known.at().isBefore(now().minus(KEPT))) {
            vault.remove(Query.query(where("_id").is(id).and("at").is(known.at())), COLLECTION);
            return Optional.empty();
        }
        requireSame(known, fingerprint);
        return Optional.of(known);
    }

    /** Keeps an answer; refused with IDEMPOTENCY_KEY_REUSED if a request that said something else was faster. */
    void keep(StoredAnswer answer) throws Refusal {
        try {
            vault.insert(answer, COLLECTION);
        } catch (DuplicateKeyException anotherWasFaster) {
            StoredAnswer theirs = vault.findById(answer.id(), StoredAnswer.class, COLLECTION);
            if (theirs != null) {
                requireSame(theirs, answer.fingerprint());
            }
        }
    }

    /** Forgets what nobody can ask for any more. */
    void sweep() {
        vault.remove(Query.query(where("at").lt(now().minus(KEPT))), COLLECTION);
    }

    private static void requireSame(StoredAnswer known, String fingerprint) throws Refusal {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request; take a new one for a new request.");
        }
    }
}
