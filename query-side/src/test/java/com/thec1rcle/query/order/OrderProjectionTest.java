package com.thec1rcle.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.GuestlistEntry;
import com.thec1rcle.kernel.order.GuestlistPage;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.PaymentFailed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import com.thec1rcle.kernel.order.OrderEvent.PromoCodeApplied;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.OrderQuery.FindGuestlist;
import com.thec1rcle.kernel.order.OrderQuery.FindOrder;
import com.thec1rcle.kernel.order.OrderQuery.FindOrders;
import com.thec1rcle.kernel.order.OrderQuery.FindPass;
import com.thec1rcle.kernel.order.OrderQuery.FindTicket;
import com.thec1rcle.kernel.order.OrderQuery.FindWallet;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.OrderView;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.order.WalletPage;
import com.thec1rcle.kernel.order.WalletPart;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.payment.PaymentStatus;
import com.thec1rcle.kernel.payment.PaymentView;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.CodeStep;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketEvent.HolderRenamed;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import com.thec1rcle.kernel.ticketing.TicketStatus;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import com.thec1rcle.query.refund.OrderRefunds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderProjectionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-04T12:30:00Z"), ZoneOffset.UTC);
    private static final Instant AT = Instant.parse("2026-12-04T12:00:00Z");
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final EventId EVENT = new EventId("7e9f0a44-90e5-4f22-8d5f-11a3b7a6c002");
    private static final TierId TIER = new TierId("tier-1");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final HostId HOST = new HostId("host-1");
    private static final EventCreator CREATOR = EventCreator.host(HOST);
    private static final UserId GUEST = new UserId("guest-1");
    private static final UserId FRIEND = new UserId("friend-1");
    private static final Sealed BUYER = new Sealed(GUEST.value(), "cipher");
    private static final Contact ASHA = new Contact("Asha", "asha@example.com", null);
    private static final Money TOTAL = Money.inr(195_930);
    private static final RefundId REFUND = RefundId.of(ORDER, "pay_1");
    private static final List<OrderLine> LINES = List.of(new OrderLine(
            TIER,
            "Early bird",
            EntryType.COUPLE,
            2,
            false,
            1,
            Money.inr(200_000),
            Money.inr(20_000),
            Money.inr(180_000),
            Money.inr(0),
            null));
    private static final Amounts AMOUNTS = new Amounts(
            Money.inr(200_000), Money.inr(20_000), Money.inr(9_000), Money.inr(4_500), Money.inr(2_430), TOTAL);
    private static final TicketCodes CODES =
            new TicketCodes(new TicketKeys("k1", Map.of("k1", "0123456789abcdef0123456789abcdef")));
    private static final TicketId TICKET = TicketId.of(ORDER, 1);

    private ViewsFixture views;
    private OrderProjection projection;
    private OrderQueries queries;
    private TicketQueries ticketQueries;
    private GuestlistQueries guests;
    private boolean erased;

    @BeforeEach
    void start() {
        views = ViewsFixture.start();
        projection = new OrderProjection(views.mongo());
        queries = new OrderQueries(views.mongo(), new KnownPeople(), CODES, new OrderRefunds(views.mongo()), CLOCK);
        ticketQueries = new TicketQueries(views.mongo(), new KnownPeople(), CODES, CLOCK);
        guests = new GuestlistQueries(views.mongo(), new KnownPeople());
    }

    @AfterEach
    void stop() {
        views.close();
    }

    @Test
    void aPaidOrderShowsItsPaymentAndTicketsWithCodesThatVerify() {
        confirm();
        OrderView order = queries.find(new FindOrder(ORDER, Actor.user(GUEST)));
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.amounts()).isEqualTo(AMOUNTS);
        assertThat(order.buyer()).isEqualTo(ASHA);
        assertThat(order.gatewayOrderId()).isEqualTo("order_1");
        assertThat(order.payments())
                .containsExactly(new PaymentView("pay_1", PaymentStatus.CAPTURED, TOTAL, null, null, AT));
        assertThat(order.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.status()).isEqualTo(TicketStatus.VALID);
            assertThat(CODES.verify(String.valueOf(ticket.code()))).hasValueSatisfying(code -> {
                assertThat(code.eventId()).isEqualTo(EVENT);
                assertThat(code.ticketId()).isEqualTo(TICKET);
                assertThat(code.admits()).isEqualTo(2);
            });
        });
    }

    @Test
    void anOrderShowsThePromoCodeThatMadeItCheaper() {
        projection.on(placed(), 0, AT);
        PromoCodeApplied applied = new PromoCodeApplied(ORDER, EVENT, PromoCodeId.of(EVENT, "SUMMER"), "SUMMER", TOTAL);
        projection.on(applied, 1);
        projection.on(applied, 1);
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).promoCode())
                .isEqualTo("SUMMER");
    }

    @Test
    void aRefundShowsEachStepAndKillsTheTicketsCode() {
        confirm();
        projection.on(refundRequested(), 6);
        assertPayment(PaymentStatus.REFUND_PENDING);
        projection.on(refunded(), 7);
        projection.on(new RefundFailed(ORDER, REFUND, "pay_1", 1, "No balance"), 8);
        assertPayment(PaymentStatus.REFUND_FAILED);
        projection.on(new RefundRetried(ORDER, REFUND, "pay_1", TOTAL, 2), 9);
        assertPayment(PaymentStatus.REFUND_PENDING);
        projection.on(
                new RefundCompleted(ORDER, EVENT, REFUND, "pay_1", TOTAL, RefundReason.EVENT_CANCELLED, true), 10);
        assertPayment(PaymentStatus.REFUNDED);
        projection.on(new TicketRevoked(TICKET, EVENT, "EVENT_CANCELLED"), 1);
        OrderView order = queries.find(new FindOrder(ORDER, Actor.user(GUEST)));
        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.status()).isEqualTo(TicketStatus.REVOKED);
            assertThat(ticket.code()).isNull();
        });
    }

    @Test
    void aPartGivenBackLeavesTheRest() {
        confirm();
        Money part = Money.inr(90_000);
        projection.on(ticketsRefunded(part, false), 6);
        projection.on(new RefundRequested(ORDER, EVENT, REFUND, "pay_1", part, RefundReason.GUEST_REQUEST, true), 7);
        assertPayment(PaymentStatus.REFUND_PENDING);
        RefundCompleted completed =
                new RefundCompleted(ORDER, EVENT, REFUND, "pay_1", part, RefundReason.GUEST_REQUEST, true);
        projection.on(completed, 8);
        projection.on(completed, 8);
        assertPayment(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).status())
                .isEqualTo(OrderStatus.PARTIALLY_REFUNDED);
        projection.on(ticketsRefunded(TOTAL.minus(part), true), 9);
        projection.on(
                new RefundCompleted(
                        ORDER, EVENT, REFUND, "pay_1", TOTAL.minus(part), RefundReason.EVENT_CANCELLED, true),
                10);
        assertPayment(PaymentStatus.REFUNDED);
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).status())
                .isEqualTo(OrderStatus.REFUNDED);
    }

    private static TicketsRefunded ticketsRefunded(Money amount, boolean whole) {
        return new TicketsRefunded(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                GUEST,
                REFUND,
                List.of(),
                RefundAmounts.ofNet(amount),
                null,
                RefundReason.GUEST_REQUEST,
                whole);
    }

    @Test
    void anOrderThatCameToNothingSaysSo() {
        projection.on(placed(), 0, AT);
        projection.on(new OrderExpired(ORDER, EVENT, LINES), 1);
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).status())
                .isEqualTo(OrderStatus.EXPIRED);
        projection.on(new OrderCancelled(ORDER, EVENT, LINES, "The event was cancelled."), 2);
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).status())
                .isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void onlyTheGuestSeesTheOrderAndItsTickets() {
        confirm();
        Actor stranger = Actor.user(new UserId("stranger"));
        assertThatThrownBy(() -> queries.find(new FindOrder(ORDER, stranger))).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> ticketQueries.find(new FindTicket(TICKET, stranger)))
                .isInstanceOf(QueryRefused.class);
        assertThat(queries.find(new FindOrders(stranger, null, 50)).items()).isEmpty();
        assertThat(queries.find(new FindOrders(Actor.user(GUEST), null, 50)).items())
                .hasSize(1);
        assertThat(ticketQueries.find(new FindTicket(TICKET, Actor.user(GUEST))).ticketId())
                .isEqualTo(TICKET);
    }

    @Test
    void theGuestListIsForTheVenuesPeopleWhoMayAndTheHost() {
        confirm();
        projection.on(admitted(1), 1);
        GuestlistEntry expected = new GuestlistEntry(
                TICKET, ORDER, TIER, "Early bird", EntryType.COUPLE, "Asha", 2, 1, TicketStatus.VALID);
        assertThat(guests.find(guestlist(EVENT, staff(StaffRole.SECURITY))).items())
                .containsExactly(expected);
        assertThat(guests.find(guestlist(EVENT, host())).items()).containsExactly(expected);
        assertThatThrownBy(() -> guests.find(guestlist(EVENT, staff(StaffRole.VIEWER))))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> guests.find(guestlist(new EventId("none"), host())))
                .isInstanceOf(QueryRefused.class);
        projection.on(admitted(2), 2);
        assertThat(guests.find(guestlist(EVENT, host())).items())
                .singleElement()
                .satisfies(guest -> assertThat(guest.status()).isEqualTo(TicketStatus.ADMITTED));
    }

    @Test
    void erasedPeopleHaveNoName() {
        confirm();
        erased = true;
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).buyer())
                .isNull();
        assertThat(guests.find(guestlist(EVENT, host())).items())
                .singleElement()
                .satisfies(guest -> assertThat(guest.name()).isNull());
    }

    @Test
    void whatWasGivenAwayIsItsNewOwnersAndTheBuyerSeesThatOnly() {
        confirm();
        projection.on(transferred(), 1, AT.plusSeconds(9));
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).tickets())
                .singleElement()
                .satisfies(ticket -> {
                    assertThat(ticket.status()).isEqualTo(TicketStatus.TRANSFERRED);
                    assertThat(ticket.code()).isNull();
                });
        assertThatThrownBy(() -> ticketQueries.find(new FindTicket(TICKET, Actor.user(GUEST))))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> ticketQueries.find(new FindPass(TICKET, Actor.user(GUEST))))
                .isInstanceOf(QueryRefused.class);
        assertThat(wallet(GUEST, WalletPart.ALL)).isEmpty();
        assertThat(wallet(FRIEND, WalletPart.ALL)).singleElement().satisfies(ticket -> {
            assertThat(ticket.received()).isTrue();
            assertThat(CODES.verify(String.valueOf(ticket.code())))
                    .hasValueSatisfying(code -> assertThat(code.generation()).isEqualTo(2));
        });
    }

    @Test
    void aTicketWhoseCodeChangesShowsTheCodeOfThisHalfMinute() {
        projection.on(published(), 9);
        projection.on(
                new TicketIssued(TICKET, ORDER, EVENT, TIER, "Late", EntryType.COUPLE, 2, true, GUEST, BUYER, 1),
                0,
                AT);
        TicketView ticket = ticketQueries.find(new FindTicket(TICKET, Actor.user(GUEST)));
        assertThat(ticket.codeChangesAt()).isEqualTo(CLOCK.instant().plusSeconds(30));
        assertThat(CODES.verify(String.valueOf(ticket.code())))
                .hasValueSatisfying(code -> assertThat(code.step()).isEqualTo(CodeStep.at(CLOCK.instant())));
    }

    @Test
    void theWalletShowsEachTicketWithItsNightUpcomingOrPast() {
        projection.on(new VenueRegistered(VENUE, GUEST, "Blue Room", "Mumbai", "1 Road", "Asia/Kolkata", 9), 0);
        confirm();
        assertThat(wallet(GUEST, WalletPart.UPCOMING)).singleElement().satisfies(ticket -> {
            WalletTicket.Night night = ticket.night();
            assertThat(night).isNotNull();
            assertThat(night.title()).isEqualTo("The night");
            assertThat(night.venueName()).isEqualTo("Blue Room");
            assertThat(night.timeZone()).isEqualTo("Asia/Kolkata");
            assertThat(ticket.codeChangesAt()).isNull();
            assertThat(ticket.received()).isFalse();
        });
        assertThat(wallet(GUEST, WalletPart.PAST)).isEmpty();
        Clock later = Clock.fixed(AT.plusSeconds(3600), ZoneOffset.UTC);
        TicketQueries afterwards = new TicketQueries(views.mongo(), new KnownPeople(), CODES, later);
        assertThat(afterwards
                        .find(new FindWallet(Actor.user(GUEST), WalletPart.PAST, null, 50))
                        .items())
                .hasSize(1);
        assertThat(afterwards
                        .find(new FindWallet(Actor.user(GUEST), WalletPart.UPCOMING, null, 50))
                        .items())
                .isEmpty();
    }

    @Test
    void theTicketOfACancelledNightHasNoCodeEvenBeforeItIsKilled() {
        confirm();
        projection.on(
                new EventCancelled(EVENT, CREATOR, VENUE, null, null, List.of(), EventStatus.SCHEDULED, "Rain"), 10);
        assertThat(wallet(GUEST, WalletPart.ALL)).singleElement().satisfies(ticket -> {
            assertThat(ticket.status()).isEqualTo(TicketStatus.REVOKED);
            assertThat(ticket.code()).isNull();
        });
    }

    @Test
    void theWalletHasPages() {
        confirm();
        for (int number = 2; number <= 5; number++) {
            projection.on(issued(number), 0, AT.plusSeconds(number));
        }
        WalletPage first = ticketQueries.find(new FindWallet(Actor.user(GUEST), WalletPart.ALL, null, 2));
        WalletPage second =
                ticketQueries.find(new FindWallet(Actor.user(GUEST), WalletPart.ALL, first.nextCursor(), 3));
        assertThat(first.items())
                .extracting(ticket -> ticket.ticketId().number())
                .containsExactly(5, 4);
        assertThat(second.items())
                .extracting(ticket -> ticket.ticketId().number())
                .containsExactly(3, 2, 1);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void theGuestListIsSearchedByNameTierAndWhetherSomebodyIsIn() {
        confirm();
        for (int number = 2; number <= 450; number++) {
            projection.on(issued(number), 0, AT.plusSeconds(number));
        }
        projection.on(new TicketAdmitted(TicketId.of(ORDER, 7), attempt(), 1, 2), 1);
        assertThat(found("ash", null, null, null, 50).items()).hasSize(50);
        assertThat(found("nobody", null, null, null, 50).items()).isEmpty();
        assertThat(found(null, null, true, null, 50).items())
                .extracting(guest -> guest.ticketId().number())
                .containsExactly(7);
        assertThat(found("asha", null, false, null, 50).items())
                .extracting(guest -> guest.ticketId().number())
                .doesNotContain(7);
        assertThat(found("asha", new TierId("another"), null, null, 50).items()).isEmpty();
        int seen = 0;
        String cursor = null;
        do {
            GuestlistPage page = found("asha", TIER, null, cursor, 200);
            seen += page.items().size();
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).isEqualTo(450);
        erased = true;
        assertThat(found("asha", null, null, null, 50).items()).isEmpty();
    }

    @Test
    void replayedTwiceItIsEqual() {
        everything();
        List<Document> once = state();
        everything();
        assertThat(state()).isEqualTo(once).isNotEmpty();
    }

    @Test
    void rebuiltFromNothingItIsEqual() {
        everything();
        List<Document> live = state();
        projection.reset();
        assertThat(state()).isEmpty();
        everything();
        assertThat(state()).isEqualTo(live);
    }

    private void confirm() {
        projection.on(published(), 9);
        projection.on(placed(), 0, AT);
        projection.on(new GatewayOrderOpened(ORDER, "sandbox", "order_1", "key_1", TOTAL), 2);
        projection.on(new PaymentVerified(ORDER, "order_1", "pay_1", TOTAL), 3, AT);
        projection.on(new PaymentCaptured(ORDER, EVENT, "order_1", "pay_1", TOTAL), 4, AT.plusSeconds(1));
        projection.on(issued(), 0, AT);
        projection.on(confirmed(), 5, AT.plusSeconds(2));
    }

    private void everything() {
        projection.on(new VenueRegistered(VENUE, GUEST, "Blue Room", "Mumbai", "1 Road", "Asia/Kolkata", 9), 0);
        confirm();
        projection.on(new VenueDetailsChanged(VENUE, "Red Room", "Mumbai", "2 Road", 9), 1);
        projection.on(new HolderRenamed(TICKET, EVENT, new Sealed(GUEST.value(), "another")), 1);
        projection.on(transferred(), 2, AT.plusSeconds(9));
        projection.on(
                new EventCancelled(EVENT, CREATOR, VENUE, null, null, List.of(), EventStatus.SCHEDULED, "Rain"), 10);
        projection.on(new PaymentFailed(ORDER, "order_1", "pay_2", "Bank down"), 6, AT);
        projection.on(admitted(1), 3);
        projection.on(refundRequested(), 7);
        projection.on(refunded(), 8);
        projection.on(new RefundCompleted(ORDER, EVENT, REFUND, "pay_1", TOTAL, RefundReason.EVENT_CANCELLED, true), 9);
        projection.on(new TicketRevoked(TICKET, EVENT, "EVENT_CANCELLED"), 4);
    }

    private List<Document> state() {
        return List.of("orders", "payments", "tickets", "guestlists", "ticket_nights", "ticket_places").stream()
                .flatMap(name -> views.mongo().findAll(Document.class, name).stream())
                .toList();
    }

    private void assertPayment(PaymentStatus status) {
        assertThat(queries.find(new FindOrder(ORDER, Actor.user(GUEST))).payments())
                .singleElement()
                .satisfies(payment -> {
                    assertThat(payment.status()).isEqualTo(status);
                    assertThat(payment.refundId()).isEqualTo(REFUND);
                });
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(
                ORDER, EVENT, VENUE, CREATOR, GUEST, LINES, AMOUNTS, BUYER, "print", null, AT.plusSeconds(600));
    }

    private static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER, EVENT, VENUE, CREATOR, GUEST, LINES, AMOUNTS, null, "pay_1", List.of());
    }

    private static OrderRefunded refunded() {
        return new OrderRefunded(
                ORDER, EVENT, VENUE, CREATOR, LINES, AMOUNTS, null, List.of(), RefundReason.EVENT_CANCELLED);
    }

    private static RefundRequested refundRequested() {
        return new RefundRequested(ORDER, EVENT, REFUND, "pay_1", TOTAL, RefundReason.EVENT_CANCELLED, true);
    }

    private static TicketIssued issued() {
        return issued(1);
    }

    private static TicketIssued issued(int number) {
        return new TicketIssued(
                TicketId.of(ORDER, number),
                ORDER,
                EVENT,
                TIER,
                "Early bird",
                EntryType.COUPLE,
                2,
                false,
                GUEST,
                BUYER,
                1);
    }

    private static TicketTransferred transferred() {
        return new TicketTransferred(TICKET, EVENT, GUEST, FRIEND, new Sealed(FRIEND.value(), "cipher"), 2);
    }

    private static TicketAdmitted admitted(int admitted) {
        return new TicketAdmitted(TICKET, attempt(), admitted, 2);
    }

    private static EntryAttempt attempt() {
        return new EntryAttempt(new ScanId("scan-1"), EVENT, VENUE, new UserId("door"), null, 1, AT);
    }

    private static EventPublished published() {
        return new EventPublished(
                EVENT,
                CREATOR,
                VENUE,
                new BookingId("booking-1"),
                "The night",
                "Mumbai",
                new Period(AT, AT.plusSeconds(3600)),
                AT,
                OrderLimits.DEFAULT,
                PromoterTerms.OFF,
                List.of(TIER));
    }

    private static Actor staff(StaffRole role) {
        return new Actor(new UserId("staff"), null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }

    private List<WalletTicket> wallet(UserId user, WalletPart part) {
        return ticketQueries
                .find(new FindWallet(Actor.user(user), part, null, 50))
                .items();
    }

    private GuestlistPage found(
            @Nullable String search,
            @Nullable TierId tierId,
            @Nullable Boolean admitted,
            @Nullable String cursor,
            int limit) {
        return guests.find(new FindGuestlist(EVENT, search, tierId, admitted, host(), cursor, limit));
    }

    private static FindGuestlist guestlist(EventId event, Actor viewer) {
        return new FindGuestlist(event, null, null, null, viewer, null, 50);
    }

    private static Actor host() {
        return new Actor(new UserId("host"), null, Set.of(), Map.of(), Set.of(HOST), null);
    }

    private final class KnownPeople implements PersonalData {
        @Override
        public Sealed seal(String person, Object value) {
            return BUYER;
        }

        @Override
        public <T> Optional<T> open(Sealed sealed, Class<T> type) {
            return erased ? Optional.empty() : Optional.of(type.cast(ASHA));
        }

        @Override
        public String fingerprint(String email) {
            return email;
        }
    }
}
