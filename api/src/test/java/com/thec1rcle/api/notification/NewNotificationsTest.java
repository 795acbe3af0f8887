package com.thec1rcle.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.notification.NotificationId;
import com.thec1rcle.kernel.notification.NotificationKind;
import com.thec1rcle.kernel.notification.NotificationSubject;
import com.thec1rcle.kernel.notification.NotificationView;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewNotificationsTest {
    @Test
    void whatIsThereAtTheFirstLookIsNotNew() {
        assertThat(new NewNotifications(null).in(list("b", "a"))).isEmpty();
    }

    @Test
    void whatComesLaterIsToldOnceAndOldestFirst() {
        NewNotifications fresh = new NewNotifications(null);
        fresh.in(list("a"));
        assertThat(ids(fresh.in(list("c", "b", "a")))).containsExactly("b", "c");
        assertThat(fresh.in(list("c", "b", "a"))).isEmpty();
    }

    @Test
    void whatComesLateButHappenedEarlierIsToldToo() {
        NewNotifications fresh = new NewNotifications(null);
        fresh.in(list("c", "a"));
        assertThat(ids(fresh.in(list("c", "b", "a")))).containsExactly("b");
    }

    @Test
    void aStreamGoesOnWhereOneBrokeOff() {
        assertThat(ids(new NewNotifications("b").in(list("d", "c", "b", "a")))).containsExactly("c", "d");
    }

    @Test
    void aStreamThatBrokeOffLongAgoTellsAllOfTheLatest() {
        assertThat(ids(new NewNotifications("z").in(list("b", "a")))).containsExactly("a", "b");
    }

    @Test
    void whatIsStillAmongTheLatestIsNeverForgotten() {
        NewNotifications fresh = new NewNotifications(null);
        fresh.in(List.of());
        for (int look = 0; look < 50; look++) {
            int newest = (look + 1) * 100;
            String[] latest =
                    IntStream.range(0, 100).mapToObj(i -> "n-" + (newest - i)).toArray(String[]::new);
            assertThat(fresh.in(list(latest))).hasSize(100);
            assertThat(fresh.in(list(latest))).isEmpty();
        }
    }

    private static List<NotificationView> list(String... ids) {
        return Stream.of(ids)
                .map(id -> new NotificationView(
                        new NotificationId(id),
                        NotificationKind.NEW_EVENT,
                        "New event",
                        "Warehouse",
                        new NotificationSubject(NotificationSubject.Type.EVENT, "event-1"),
                        Instant.EPOCH,
                        false))
                .toList();
    }

    private static List<String> ids(List<NotificationView> notifications) {
        return notifications.stream()
                .map(notification -> notification.notificationId().value())
                .toList();
    }
}
