package com.thec1rcle.kernel.notification;

import java.time.Instant;

/** One thing a person was told. */
public record NotificationView(
        NotificationId notificationId,
        NotificationKind kind,
        String title,
        String text,
        NotificationSubject subject,
        Instant at,
        boolean read) {}
