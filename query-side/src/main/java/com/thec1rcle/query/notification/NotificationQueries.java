package com.thec1rcle.query.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.notification.NotificationList;
import com.thec1rcle.kernel.notification.NotificationQuery.FindNotifications;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what a person was told. */
@Component
class NotificationQueries {
    private final Rows<NotificationDocument> notifications;

    NotificationQueries(@Qualifier("views") MongoTemplate mongo) {
        this.notifications = new Rows<>(mongo, NotificationDocument.class, Inboxes.COLLECTION);
    }

    @QueryHandler
    NotificationList handle(FindNotifications query) {
        if (query.viewer().isAnonymous()) {
            throw QueryRefused.forbidden();
        }
        String userId = query.viewer().userId().value();
        Rows.Page<NotificationDocument> page = notifications.page(
                query.unreadOnly() ? unread(userId) : where("userId").is(userId),
                "at",
                Sort.Direction.DESC,
                query.cursor(),
                query.limit(),
                NotificationDocument::at,
                NotificationDocument::id);
        return new NotificationList(
                page.items().stream().map(NotificationDocument::toView).toList(),
                notifications.count(unread(userId)),
                page.nextCursor());
    }

    private static Criteria unread(String userId) {
        return where("userId").is(userId).and("read").is(false);
    }
}
