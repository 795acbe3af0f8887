package com.thec1rcle.query.notification;

import com.thec1rcle.kernel.notification.NotificationId;
import com.thec1rcle.kernel.notification.NotificationKind;
import com.thec1rcle.kernel.notification.NotificationSubject;
import com.thec1rcle.kernel.notification.NotificationView;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/** One thing one person was told. */
record NotificationDocument(
        @Id String id,
        String userId,
        NotificationKind kind,
        String title,
        String text,
        NotificationSubject.Type subjectType,
        String subjectId,
        Instant at,
        boolean read) {
    NotificationView toView() {
        return new NotificationView(
                new NotificationId(id), kind, title, text, new NotificationSubject(subjectType, subjectId), at, read);
    }
}
