package com.thec1rcle.kernel.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a person was told.
 *
 * @param unread how many are unread in all, whatever the page shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationList(
        List<NotificationView> items, long unread, @Nullable String nextCursor) {}
