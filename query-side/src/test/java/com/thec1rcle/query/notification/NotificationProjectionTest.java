package com.thec1rcle.query.notification;

import static com.thec1rcle.kernel.notification.NotificationKind.EVENT_CANCELLED;
import static com.thec1rcle.kernel.notification.NotificationKind.NEW_EVENT;
import static com.thec1rcle.kernel.notification.NotificationKind.PARTNERSHIP_ANSWERED;
import static com.thec1rcle.kernel.notification.NotificationKind.PARTNERSHIP_ASKED;
import static com.thec1rcle.kernel.notification.NotificationKind.PAYOUT_PROGRESS;
import static com.thec1rcle.kernel.notification.NotificationKind.REFUND_PROGRESS;
import static com.thec1rcle.kernel.notification.NotificationKind.SLOT_REQUEST_ANSWERED;
import static com.thec1rcle.kernel.notification.NotificationKind.SLOT_REQUEST_RECEIVED;
import static com.thec1rcle.kernel.notification.NotificationKind.STAFF_VERIFIED;
import static com.thec1rcle.kernel.notification.NotificationKind.TICKETS_READY;
import static com.thec1rcle.kernel.notification.NotificationKind.TICKET_RECEIVED;
import static com.thec1rcle.kernel.notification.NotificationKind.WAITING_LIST_OFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.kernel.follow.FollowId;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.notification.InboxEvent.InboxRead;
import com.thec1rcle.kernel.notification.InboxEvent.NotificationsRead;
import com.thec1rcle.kernel.notification.InboxId;
import com.thec1rcle.kernel.notification.NotificationId;
import com.thec1rcle.kernel.notification.NotificationKind;
import com.thec1rcle.kernel.notification.NotificationList;
import com.thec1rcle.kernel.notification.NotificationQuery.FindNotifications;
import com.thec1rcle.kernel.notification.NotificationSubject;
import com.thec1rcle.kernel.notification.NotificationView;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipApproved;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutApproved;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.ProjectionRun;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationProjectionTest {
    private static final UserId VENUE_OWNER = new UserId("venue-owner");
    private static final UserId HOST_OWNER = new UserId("host-owner");
    private static final UserId STAFF = new UserId("staff");
    private static final UserId FAN = new UserId("fan");
    private static final UserId GUEST = new UserId("guest");
    private static final UserId SELLER = new UserId("seller");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final HostId HOST = new HostId("host-1");
    private static final PromoterId PROMOTER = PromoterId.of(SELLER);
    private static final StaffId MEMBER = new StaffId("staff-1");
    private static final EventId EVENT = new EventId("event-1");
    private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
    private static final TicketId TICKET = TicketId.of(ORDER, 1);
    private static final SlotRequestId REQUEST = new SlotRequestId("request-1");
    private static final PartnershipId PARTNERSHIP = PartnershipId.of(HOST, VENUE);
    private static final PayoutId PAYOUT = new PayoutId("payout-1");
    private static final RefundId REFUND = new RefundId("refund-1");
    private static final Period SLOT =
            new Period(Instant.parse("2026-12-05T15:30:00Z"), Instant.parse("2026-12-05T22:30:00Z"));
    private static final Money NOTHING = Money.inr(0);
    private static final Money PRICE = Money.inr(195_930);
    private static final Amounts AMOUNTS = new Amounts(PRICE, NOTHING, NOTHING, NOTHING, NOTHING, PRICE);
    private static final Sealed SEALED = new Sealed("somebody", "cipher");

    private final ViewsFixture views = ViewsFixture.start();
    private final ProjectionRun run = new ProjectionRun(views.mongo(), new NotificationProjection(views.mongo()));
    private final NotificationQueries queries = new NotificationQueries(views.mongo());
    private int requests;

    @BeforeEach
    void peopleSignUp() {
        run.happens(VENUE, new VenueRegistered(VENUE, VENUE_OWNER, "Vault", "Mumbai", "1", "Asia/Kolkata", 300));
        run.happens(HOST, new HostRegistered(HOST, HOST_OWNER, "Night Shift", "Mumbai"));
        run.happens(PROMOTER, new PromoterAccountOpened(PROMOTER, SELLER, "Sel"));
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void followersOfHostAndVenueHearOfANewEventOnce() {
        follow(FAN, FollowTarget.Type.HOST, HOST.value());
        follow(FAN, FollowTarget.Type.VENUE, VENUE.value());
        follow(GUEST, FollowTarget.Type.VENUE, VENUE.value());
        publish();

        assertThat(told(FAN)).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo(NEW_EVENT);
            assertThat(notification.subject())
                    .isEqualTo(new NotificationSubject(NotificationSubject.Type.EVENT, "event-1"));
            assertThat(notification.text()).isEqualTo("Warehouse at Vault, Mumbai. Tickets are on sale.");
            assertThat(notification.read()).isFalse();
            assertThat(notification.at()).isEqualTo(run.now());
            assertThat(notification.notificationId()).isEqualTo(NotificationId.of(run.lastCause(), FAN, NEW_EVENT));
        });
        assertThat(kinds(GUEST)).containsExactly(NEW_EVENT);
    }

    @Test
    void whoFollowsNoMoreOrOnlyLaterIsNotTold() {
        follow(FAN, FollowTarget.Type.HOST, HOST.value());
        unfollow(FAN, FollowTarget.Type.HOST, HOST.value());
        publish();
        follow(GUEST, FollowTarget.Type.HOST, HOST.value());

        run.again();

        assertThat(told(FAN)).isEmpty();
        assertThat(told(GUEST)).isEmpty();
    }

    @Test
    void theBuyerHearsThatTheTicketsAreReady() {
        publish();
        place();
        assertThat(told(GUEST)).isEmpty();
        confirm();
        assertThat(told(GUEST)).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo(TICKETS_READY);
            assertThat(notification.text()).isEqualTo("2 tickets for Warehouse.");
        });
    }

    @Test
    void whoWaitedHearsThatItIsTheirTurn() {
        publish();
        offer();
        assertThat(told(GUEST)).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo(WAITING_LIST_OFFER);
            assertThat(notification.text())
                    .isEqualTo("2 tickets (General) for Warehouse are set aside for you until 2026-12-04T16:00:00Z.");
            assertThat(notification.subject().id()).isEqualTo(EVENT.value());
        });
    }

    private void offer() {
        TierId tier = new TierId("tier-1");
        run.happens(
                tier,
                new StockOffered(
                        tier,
                        EVENT,
                        new WaitingListEntryId("entry-1"),
                        GUEST,
                        "General",
                        2,
                        Instant.parse("2026-12-04T16:00:00.123Z")));
    }

    @Test
    void thoseWithTicketsHearOfACancellation() {
        publish();
        place();
        confirm();
        OrderId unpaid = new OrderId("00000000-0000-0000-0000-000000000002");
        run.happens(unpaid, placed(unpaid, FAN));
        cancel();

        assertThat(kinds(GUEST)).containsExactly(EVENT_CANCELLED, TICKETS_READY);
        assertThat(told(GUEST).getFirst().text())
                .isEqualTo("Warehouse was called off: Flooding. What you paid is refunded in full.");
        assertThat(told(FAN)).isEmpty();
    }

    @Test
    void whoIsGivenATicketHearsOfItAndOfTheCancellation() {
        publish();
        place();
        confirm();
        run.happens(TICKET, new TicketTransferred(TICKET, EVENT, GUEST, FAN, new Sealed("fan", "cipher"), 2));
        assertThat(told(FAN)).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo(TICKET_RECEIVED);
            assertThat(notification.text()).contains("Warehouse");
            assertThat(notification.subject().id()).isEqualTo(TICKET.value());
        });
        cancel();
        assertThat(kinds(FAN)).containsExactly(EVENT_CANCELLED, TICKET_RECEIVED);
    }

    @Test
    void whoseTicketWasKilledDoesNotHearOfACancellation() {
        publish();
        place();
        confirm();
        run.happens(TICKET, new TicketTransferred(TICKET, EVENT, GUEST, FAN, new Sealed("fan", "cipher"), 2));
        run.happens(TICKET, new TicketRevoked(TICKET, EVENT, "refunded"));
        cancel();
        assertThat(kinds(FAN)).containsExactly(TICKET_RECEIVED);
    }

    @Test
    void whoHasTheMoneyBackDoesNotHearOfACancellation() {
        publish();
        place();
        confirm();
        refunded();
        cancel();
        assertThat(kinds(GUEST)).containsExactly(TICKETS_READY);
    }

    @Test
    void theBuyerHearsHowARefundGoes() {
        place();
        run.happens(ORDER, new RefundRequested(ORDER, EVENT, REFUND, "pay", PRICE, RefundReason.GUEST_REQUEST, true));
        run.happens(ORDER, new RefundCompleted(ORDER, EVENT, REFUND, "pay", PRICE, RefundReason.GUEST_REQUEST, true));
        assertThat(told(GUEST))
                .extracting(NotificationView::title)
                .containsExactly("Your money is back", "Your refund is on its way");
        assertThat(kinds(GUEST)).containsOnly(REFUND_PROGRESS);
        assertThat(told(GUEST).getFirst().text()).isEqualTo("INR 1959.30 for your event.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVENT_CANCELLED   | The event was called off.",
                "LATE_PAYMENT      | Your payment came after your order had ended and could not be honoured any more, so all of it goes back.",
                "DUPLICATE_PAYMENT | Your order was paid already, so all of this second payment goes back.",
                "AMOUNT_MISMATCH   | Your payment was not the amount that your order costs, so all of it goes back."
            })
    void theBuyerHearsWhyMoneyGoesBackThatNobodyAskedFor(RefundReason reason, String why) {
        place();
        run.happens(ORDER, new RefundRequested(ORDER, EVENT, REFUND, "pay", PRICE, reason, false));
        run.happens(ORDER, new RefundCompleted(ORDER, EVENT, REFUND, "pay", PRICE, reason, false));
        assertThat(told(GUEST))
                .extracting(NotificationView::text)
                .containsExactly("INR 1959.30 for your event. " + why, "INR 1959.30 for your event. " + why);
    }

    @Test
    void theBuyerHearsWhenSomebodyMustSayYesAndWhenSomebodySaysNo() {
        place();
        EventCreator host = EventCreator.host(HOST);
        run.happens(
                REFUND, new RefundAsked(REFUND, ORDER, EVENT, host, GUEST, GUEST, false, List.of(), PRICE, "Ill", 1));
        run.happens(REFUND, new RefundRejected(REFUND, ORDER, EVENT, List.of(), HOST_OWNER, "The night has begun."));
        assertThat(told(GUEST))
                .extracting(NotificationView::title)
                .containsExactly("Your refund was not granted", "We look at your refund");
        assertThat(told(GUEST).getFirst().text()).endsWith("The night has begun.");
    }

    @Test
    void whoGaveEverythingBackNeedNotHearThatTheEventIsCalledOff() {
        place();
        confirm();
        run.happens(
                ORDER,
                new TicketsRefunded(
                        ORDER,
                        EVENT,
                        VENUE,
                        EventCreator.host(HOST),
                        GUEST,
                        REFUND,
                        List.of(),
                        RefundAmounts.ofNet(NOTHING),
                        null,
                        RefundReason.GUEST_REQUEST,
                        true));
        assertThat(told(GUEST).getFirst().title()).isEqualTo("Your tickets are given back");
        int heard = told(GUEST).size();
        cancel();
        assertThat(told(GUEST)).hasSize(heard);
    }

    @Test
    void thoseWhoManageTheCalendarHearOfARequest() {
        employ(StaffRole.OPS);
        requestSlot();
        assertThat(kinds(VENUE_OWNER)).containsExactly(SLOT_REQUEST_RECEIVED);
        assertThat(kinds(STAFF)).containsExactly(SLOT_REQUEST_RECEIVED, STAFF_VERIFIED);
    }

    @Test
    void staffWithoutThatPermissionOrNotVerifiedOrNotActiveDoesNot() {
        StaffId second = new StaffId("staff-2");
        run.happens(VENUE, new StaffInvited(VENUE, second, SEALED, "print", StaffRole.MANAGER));
        run.happens(VENUE, new StaffLinked(VENUE, second, FAN));
        employ(StaffRole.MANAGER);
        run.happens(VENUE, new StaffRoleChanged(VENUE, MEMBER, STAFF, StaffRole.MANAGER, StaffRole.SECURITY));
        requestSlot();
        assertThat(kinds(STAFF)).containsExactly(STAFF_VERIFIED);
        assertThat(told(FAN)).isEmpty();

        run.happens(VENUE, new StaffVerified(VENUE, second, FAN, StaffRole.MANAGER));
        run.happens(VENUE, new StaffDeactivated(VENUE, second, FAN));
        requestSlot();
        assertThat(kinds(FAN)).containsExactly(STAFF_VERIFIED);

        run.happens(VENUE, new StaffReactivated(VENUE, second, FAN));
        requestSlot();
        assertThat(kinds(FAN)).containsExactly(SLOT_REQUEST_RECEIVED, STAFF_VERIFIED);
    }

    @Test
    void theHostHearsTheVenuesAnswers() {
        requestSlot();
        run.happens(REQUEST, new SlotApproved(REQUEST, VENUE, HOST, EVENT, SLOT, SLOT.from()));
        SlotRequestId other = new SlotRequestId("request-2");
        run.happens(other, new SlotRejected(other, VENUE, HOST, null, "SLOT_TAKEN"));
        assertThat(kinds(HOST_OWNER)).containsExactly(SLOT_REQUEST_ANSWERED, SLOT_REQUEST_ANSWERED);
        assertThat(told(HOST_OWNER))
                .extracting(NotificationView::title)
                .containsExactly("Vault says no", "Vault says yes");
    }

    @Test
    void bothSidesHearOfAPartnership() {
        run.happens(PARTNERSHIP, new PartnershipRequested(PARTNERSHIP, HOST, VENUE, HOST_OWNER, "Hello"));
        run.happens(PARTNERSHIP, new PartnershipApproved(PARTNERSHIP, HOST, VENUE));
        assertThat(kinds(VENUE_OWNER)).containsExactly(PARTNERSHIP_ASKED);
        assertThat(kinds(HOST_OWNER)).containsExactly(PARTNERSHIP_ANSWERED);
    }

    @Test
    void thePromoterHearsHowAPayoutGoes() {
        run.happens(PAYOUT, new PayoutApproved(PAYOUT, PROMOTER, VENUE_OWNER));
        run.happens(PAYOUT, new PayoutCompleted(PAYOUT, PROMOTER, Money.inr(50_000), "utr-1"));
        assertThat(kinds(SELLER)).containsExactly(PAYOUT_PROGRESS, PAYOUT_PROGRESS);
        assertThat(told(SELLER).getFirst().text()).isEqualTo("INR 500.00, transaction utr-1.");
    }

    @Test
    void whatIsMarkedIsReadAndOnlyThat() {
        place();
        confirm();
        requestSlot();
        NotificationId id = told(GUEST).getFirst().notificationId();
        NotificationId others = told(VENUE_OWNER).getFirst().notificationId();
        run.happens(InboxId.of(GUEST), new NotificationsRead(InboxId.of(GUEST), GUEST, Set.of(id, others)));

        assertThat(told(GUEST)).allMatch(NotificationView::read);
        assertThat(told(VENUE_OWNER)).noneMatch(NotificationView::read);
        assertThat(list(GUEST, true).items()).isEmpty();
        assertThat(list(VENUE_OWNER, true).unread()).isEqualTo(1);
    }

    @Test
    void readingEverythingReadsWhatCameUpToThen() {
        requestSlot();
        Instant then = run.now();
        requestSlot();
        run.happens(InboxId.of(VENUE_OWNER), new InboxRead(InboxId.of(VENUE_OWNER), VENUE_OWNER, then));
        assertThat(told(VENUE_OWNER)).extracting(NotificationView::read).containsExactly(false, true);
        assertThat(list(VENUE_OWNER, false).unread()).isEqualTo(1);
    }

    @Test
    void whatCameBeforeTheReadingButIsHeardOfAfterItIsRead() {
        run.happens(
                InboxId.of(VENUE_OWNER),
                new InboxRead(InboxId.of(VENUE_OWNER), VENUE_OWNER, run.now().plusSeconds(60)));
        requestSlot();
        assertThat(told(VENUE_OWNER)).singleElement().matches(NotificationView::read);
    }

    @Test
    void aListHasPages() {
        requestSlot();
        requestSlot();
        requestSlot();
        NotificationList first = queries.handle(new FindNotifications(Actor.user(VENUE_OWNER), false, null, 2));
        NotificationList second =
                queries.handle(new FindNotifications(Actor.user(VENUE_OWNER), false, first.nextCursor(), 2));
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(second.unread()).isEqualTo(3);
    }

    @Test
    void whoIsNotSignedInIsToldNothing() {
        assertThatThrownBy(() -> queries.handle(new FindNotifications(Actor.ANONYMOUS, false, null, 50)))
                .isInstanceOf(QueryRefused.class);
    }

    @Test
    void handledAgainNothingChanges() {
        aWholeNight();
        var before = run.everything();
        run.again();
        assertThat(run.everything()).isEqualTo(before);
    }

    @Test
    void rebuiltItIsTheSame() {
        aWholeNight();
        var before = run.everything();
        run.rebuild();
        assertThat(run.everything()).isEqualTo(before);
    }

    private void aWholeNight() {
        follow(FAN, FollowTarget.Type.HOST, HOST.value());
        requestSlot();
        publish();
        run.happens(InboxId.of(FAN), new InboxRead(InboxId.of(FAN), FAN, run.now()));
        follow(GUEST, FollowTarget.Type.HOST, HOST.value());
        place();
        confirm();
        offer();
        employ(StaffRole.MANAGER);
        run.happens(
                InboxId.of(GUEST),
                new NotificationsRead(
                        InboxId.of(GUEST), GUEST, Set.of(told(GUEST).getFirst().notificationId())));
        run.happens(TICKET, new TicketTransferred(TICKET, EVENT, GUEST, FAN, new Sealed("fan", "cipher"), 2));
        cancel();
        run.happens(TICKET, new TicketRevoked(TICKET, EVENT, "refunded"));
        refunded();
        unfollow(FAN, FollowTarget.Type.HOST, HOST.value());
        run.happens(VENUE, new StaffDeactivated(VENUE, MEMBER, STAFF));
        run.happens(InboxId.of(FAN), new InboxRead(InboxId.of(FAN), FAN, run.now()));
        run.happens(PAYOUT, new PayoutApproved(PAYOUT, PROMOTER, VENUE_OWNER));
    }

    private void follow(UserId user, FollowTarget.Type type, String id) {
        FollowTarget target = new FollowTarget(type, id);
        run.happens(FollowId.of(user, target), new Followed(FollowId.of(user, target), user, target));
    }

    private void unfollow(UserId user, FollowTarget.Type type, String id) {
        FollowTarget target = new FollowTarget(type, id);
        run.happens(FollowId.of(user, target), new Unfollowed(FollowId.of(user, target), user, target));
    }

    private void employ(StaffRole role) {
        run.happens(VENUE, new StaffInvited(VENUE, MEMBER, SEALED, "print", role));
        run.happens(VENUE, new StaffLinked(VENUE, MEMBER, STAFF));
        run.happens(VENUE, new StaffVerified(VENUE, MEMBER, STAFF, role));
    }

    private void publish() {
        run.happens(
                EVENT,
                new EventPublished(
                        EVENT,
                        EventCreator.host(HOST),
                        VENUE,
                        new BookingId("booking-1"),
                        "Warehouse",
                        "Mumbai",
                        SLOT,
                        SLOT.from(),
                        new OrderLimits(1, 10, 10),
                        PromoterTerms.OFF,
                        List.of(new TierId("tier-1"))));
    }

    private void cancel() {
        run.happens(
                EVENT,
                new EventCancelled(
                        EVENT,
                        EventCreator.host(HOST),
                        VENUE,
                        new BookingId("booking-1"),
                        null,
                        List.of(new TierId("tier-1")),
                        EventStatus.SCHEDULED,
                        "Flooding"));
    }

    private void place() {
        run.happens(ORDER, placed(ORDER, GUEST));
    }

    private static OrderPlaced placed(OrderId order, UserId account) {
        return new OrderPlaced(
                order,
                EVENT,
                VENUE,
                EventCreator.host(HOST),
                account,
                List.of(),
                AMOUNTS,
                SEALED,
                "fingerprint",
                null,
                SLOT.from());
    }

    private void confirm() {
        List<IssuedTicket> tickets = List.of(
                new IssuedTicket(TicketId.of(ORDER, 1), new TierId("tier-1")),
                new IssuedTicket(TicketId.of(ORDER, 2), new TierId("tier-1")));
        run.happens(
                ORDER,
                new OrderConfirmed(
                        ORDER, EVENT, VENUE, EventCreator.host(HOST), GUEST, List.of(), AMOUNTS, null, "pay", tickets));
    }

    private void refunded() {
        run.happens(
                ORDER,
                new OrderRefunded(
                        ORDER,
                        EVENT,
                        VENUE,
                        EventCreator.host(HOST),
                        List.of(),
                        AMOUNTS,
                        null,
                        List.of(),
                        RefundReason.GUEST_REQUEST));
    }

    private void requestSlot() {
        SlotRequestId id = new SlotRequestId("request-" + (10 + requests++));
        run.happens(id, new SlotRequested(id, PARTNERSHIP, VENUE, HOST, EVENT, SLOT, "", SLOT.from()));
    }

    private List<NotificationView> told(UserId user) {
        return list(user, false).items();
    }

    private List<NotificationKind> kinds(UserId user) {
        return told(user).stream().map(NotificationView::kind).toList();
    }

    private NotificationList list(UserId user, boolean unread) {
        return queries.handle(new FindNotifications(Actor.user(user), unread, null, 50));
    }
}
