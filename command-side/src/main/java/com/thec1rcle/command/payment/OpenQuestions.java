package com.thec1rcle.command.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.order.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Orders about which the gateway is still to be asked, each with the time of its next look; what is settled leaves. */
@Component
class OpenQuestions {
    private static final String COLLECTION = "payment_questions";
    private static final String DUE = "due";

    private final MongoTemplate vault;
    private final Clock clock;
    private volatile Runnable onRaised = () -> {};

    OpenQuestions(@Qualifier("vault") MongoTemplate vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * An open question.
     *
     * @param since when it was first asked
     * @param looks how often it was looked at since it was last raised
     * @param urgent whether more is open than that somebody may pay
     */
    record Question(@Id String id, Instant due, Instant since, int looks, boolean urgent) {
        OrderId orderId() {
            return new OrderId(id);
        }
    }

    /** Whom to wake when a question is raised. */
    void whenRaised(Runnable listener) {
        onRaised = listener;
    }

    /** Notes an order that somebody may pay, unless it is noted already. */
    void note(OrderId orderId, Instant due) {
        Update absent = new Update()
                .setOnInsert(DUE, exact(due))
                .setOnInsert("since", exact(clock.instant()))
                .setOnInsert("looks", 0)
                .setOnInsert("urgent", false);
        vault.upsert(Query.query(where("_id").is(orderId.value())), absent, COLLECTION);
    }

    /** Something of this order is left to be done, at this time or before. */
    void raise(OrderId orderId, Instant due) {
        Update sooner = new Update()
                .min(DUE, exact(due))
                .set("looks", 0)
                .set("urgent", true)
                .setOnInsert("since", exact(clock.instant()));
        vault.upsert(Query.query(where("_id").is(orderId.value())), sooner, COLLECTION);
        onRaised.run();
    }

    /** Nobody need pay for this order any more; what is urgent about it stays. */
    void drop(OrderId orderId) {
        vault.remove(Query.query(where("_id").is(orderId.value()).and("urgent").is(false)), COLLECTION);
    }

    /** What is due, the longest overdue first, and no more than asked for. */
    List<Question> due(int limit) {
        if (limit < 1) {
            return List.of(); // To a query, no limit is what 0 means.
        }
        Query due = Query.query(where(DUE).lte(exact(clock.instant())))
                .with(Sort.by(DUE))
                .limit(limit);
        return vault.find(due, Question.class, COLLECTION);
    }

    /** Whether it is ours to look at now: nobody else does until then, unless it is raised anew. */
    boolean claim(Question question, Instant until) {
        return change(question, new Update().set(DUE, exact(until)));
    }

    /** Looks again later, if it was not raised anew meanwhile. */
    void later(Question question, Instant claimedUntil, Instant due, int looks) {
        change(at(question, claimedUntil), new Update().set(DUE, exact(due)).set("looks", looks));
    }

    /** Nothing is open any more, if it was not raised anew meanwhile. */
    void close(Question question, Instant claimedUntil) {
        vault.remove(Query.query(same(at(question, claimedUntil))), COLLECTION);
    }

    /** How many questions are open. */
    long count() {
        return vault.estimatedCount(COLLECTION);
    }

    private boolean change(Question question, Update update) {
        return vault.updateFirst(Query.query(same(question)), update, COLLECTION)
                        .getModifiedCount()
                == 1;
    }

    private static Question at(Question question, Instant due) {
        return new Question(question.id(), exact(due), question.since(), question.looks(), question.urgent());
    }

    private static Criteria same(Question question) {
        return where("_id").is(question.id()).and(DUE).is(question.due());
    }

    /** As exact as the vault keeps it. */
    private static Instant exact(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
