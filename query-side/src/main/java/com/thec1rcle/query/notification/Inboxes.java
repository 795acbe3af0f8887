package com.thec1rcle.query.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.notification.NotificationId;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who was told what, and what of it is read. */
final class Inboxes {
    static final String COLLECTION = "notifications";
    private static final String TOLD = "notification_causes";
    private static final String MARKS = "notification_marks";

    private final Rows<NotificationDocument> notifications;
    private final Rows<Told> told;
    private final Rows<ReadMark> marks;

    Inboxes(MongoTemplate mongo) {
        this.notifications = new Rows<>(mongo, NotificationDocument.class, COLLECTION);
        this.told = new Rows<>(mongo, Told.class, TOLD);
        this.marks = new Rows<>(mongo, ReadMark.class, MARKS);
        Indexes.ensure(mongo, COLLECTION, "userId");
    }

    /** Tells each of the people once; the same cause again tells nobody. */
    void tell(String cause, Instant at, Collection<UserId> people, Message message) {
        if (told.find(cause).isPresent()) {
            return;
        }
        Instant when = stored(at);
        Set.copyOf(people)
                .forEach(person -> notifications.insertIfAbsent(new NotificationDocument(
                        NotificationId.of(cause, person, message.kind()).value(),
                        person.value(),
                        message.kind(),
                        message.title(),
                        message.text(),
                        message.subject().type(),
                        message.subject().id(),
                        when,
                        hasReadUpTo(person, when))));
        told.insertIfAbsent(new Told(cause, when));
    }

    void read(UserId person, Set<NotificationId> ids) {
        notifications.set(
                where("_id")
                        .in(ids.stream().map(NotificationId::value).toList())
                        .and("userId")
                        .is(person.value()),
                update("read", true));
    }

    /** What came up to then is read, also where the news of it comes in later. */
    void readUpTo(UserId person, Instant upTo, long version) {
        Instant until = stored(upTo);
        marks.insertIfAbsent(new ReadMark(person.value(), until, version));
        marks.advance(person.value(), version, update("upTo", until));
        notifications.set(where("userId").is(person.value()).and("at").lte(until), update("read", true));
    }

    void clear() {
        notifications.clear();
        told.clear();
        marks.clear();
    }

    private boolean hasReadUpTo(UserId person, Instant at) {
        return marks.find(person.value())
                .filter(mark -> !at.isAfter(mark.upTo()))
                .isPresent();
    }

    /** The database keeps milliseconds; comparing anything finer here would differ from comparing there. */
    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
