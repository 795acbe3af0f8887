package com.thec1rcle.command.notification;

import static com.thec1rcle.command.notification.Refused.refusal;
import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.notification.InboxCommand.MarkAllRead;
import com.thec1rcle.kernel.notification.InboxCommand.MarkRead;
import com.thec1rcle.kernel.notification.InboxEvent.InboxRead;
import com.thec1rcle.kernel.notification.InboxEvent.NotificationsRead;
import com.thec1rcle.kernel.notification.InboxId;
import com.thec1rcle.kernel.notification.NotificationId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final Instant NOW = Instant.parse("2026-12-04T15:30:00Z");
    private static final UserId USER = new UserId("user-1");
    private static final InboxId ID = InboxId.of(USER);
    private static final NotificationId NOTIFICATION = new NotificationId("notification-1");
    private static final Map<String, String> ACTOR = ActorMetadata.of(Actor.user(USER));
    private static final Map<String, String> OTHER = ActorMetadata.of(Actor.user(new UserId("user-2")));

    private final AggregateTestFixture<Inbox> fixture = new AggregateTestFixture<>(Inbox.class);

    @BeforeEach
    void theClockStands() {
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void whatIsNamedIsRead() {
        fixture.givenNoPriorActivity()
                .when(new MarkRead(ID, Set.of(NOTIFICATION)), ACTOR)
                .expectEvents(new NotificationsRead(ID, USER, Set.of(NOTIFICATION)));
    }

    @Test
    void namingNothingReadsNothing() {
        fixture.given(new InboxRead(ID, USER, NOW))
                .when(new MarkRead(ID, Set.of()), ACTOR)
                .expectNoEvents();
    }

    @Test
    void everythingUpToNowIsRead() {
        fixture.givenNoPriorActivity().when(new MarkAllRead(ID), ACTOR).expectEvents(new InboxRead(ID, USER, NOW));
    }

    @Test
    void readingEverythingTwiceInOneInstantIsReadingItOnce() {
        fixture.given(new InboxRead(ID, USER, NOW))
                .when(new MarkAllRead(ID), ACTOR)
                .expectNoEvents();
    }

    @Test
    void readingEverythingLaterReadsWhatCameSince() {
        fixture.given(new InboxRead(ID, USER, NOW.minusSeconds(60)))
                .when(new MarkAllRead(ID), ACTOR)
                .expectEvents(new InboxRead(ID, USER, NOW));
    }

    @Test
    void nobodyReadsTheInboxOfAnother() {
        fixture.givenNoPriorActivity()
                .when(new MarkRead(ID, Set.of(NOTIFICATION)), OTHER)
                .expectNoEvents()
                .expectException(refusal(FORBIDDEN));
        fixture.givenNoPriorActivity()
                .when(new MarkAllRead(ID), OTHER)
                .expectNoEvents()
                .expectException(refusal(FORBIDDEN));
    }
}
