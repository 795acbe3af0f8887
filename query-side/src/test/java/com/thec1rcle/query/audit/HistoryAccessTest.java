package com.thec1rcle.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSubmitted;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowId;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.notification.InboxEvent.InboxRead;
import com.thec1rcle.kernel.notification.InboxId;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.profile.ProfileEvent.ProfileWritten;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileText;
import com.thec1rcle.kernel.profile.SlugEvent.SlugReserved;
import com.thec1rcle.kernel.profile.SlugId;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoTerms;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkActivated;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.RegisterEvent.DayClosed;
import com.thec1rcle.kernel.register.RegisterEvent.ExpenseRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.NoteWritten;
import com.thec1rcle.kernel.register.RegisterId;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryAccessTest {
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final HostId HOST = new HostId("host-1");
    private static final UserId GUEST_ID = new UserId("guest");
    private static final UserId SELLER_ID = new UserId("seller");
    private static final PromoterId PROMOTER = PromoterId.of(SELLER_ID);
    private static final EventId EVENT = new EventId("event-1");
    private static final TierId TIER = new TierId("tier-1");
    private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
    private static final Period SLOT =
            new Period(Instant.parse("2026-12-05T15:30:00Z"), Instant.parse("2026-12-05T22:30:00Z"));
    private static final Sealed SEALED = new Sealed("somebody", "cipher");
    private static final Money PRICE = Money.inr(100);
    private static final EventCreator BY_HOST = EventCreator.host(HOST);

    private static final Actor ADMIN =
            new Actor(new UserId("admin"), null, Set.of(PlatformRole.ADMIN), Map.of(), Set.of(), null);
    private static final Actor STAFF =
            new Actor(new UserId("staff"), null, Set.of(), Map.of(VENUE, StaffRole.VIEWER), Set.of(), null);
    private static final Actor OTHER_STAFF = new Actor(
            new UserId("other"), null, Set.of(), Map.of(new VenueId("venue-2"), StaffRole.OWNER), Set.of(), null);
    private static final Actor HOST_OWNER =
            new Actor(new UserId("host-owner"), null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final Actor GUEST = Actor.user(GUEST_ID);
    private static final Actor SELLER = new Actor(SELLER_ID, null, Set.of(), Map.of(), Set.of(), PROMOTER);
    private static final Actor FINANCE =
            new Actor(new UserId("finance"), null, Set.of(PlatformRole.FINANCE), Map.of(), Set.of(), null);
    private static final List<Actor> EVERYBODY =
            List.of(ADMIN, STAFF, OTHER_STAFF, HOST_OWNER, GUEST, SELLER, FINANCE, Actor.ANONYMOUS);

    static Stream<Arguments> histories() {
        return Stream.of(
                history(Set.of(ADMIN, HOST_OWNER), promoCode(BY_HOST)),
                history(Set.of(ADMIN), promoCode(EventCreator.venue(VENUE))),
                history(
                        Set.of(ADMIN, STAFF),
                        new VenueRegistered(VENUE, new UserId("owner"), "Vault", "Mumbai", "1", "Asia/Kolkata", 300)),
                history(
                        Set.of(ADMIN, STAFF),
                        new NoteWritten(
                                RegisterId.of(VENUE, LocalDate.of(2026, 12, 5)),
                                VENUE,
                                LocalDate.of(2026, 12, 5),
                                new EntryId("entry-1"),
                                NoteKind.values()[0],
                                "quiet")),
                history(
                        Set.of(ADMIN, HOST_OWNER),
                        new HostRegistered(HOST, new UserId("host-owner"), "Night Shift", "Mumbai")),
                history(
                        Set.of(ADMIN, HOST_OWNER, STAFF),
                        new PartnershipRequested(
                                PartnershipId.of(HOST, VENUE), HOST, VENUE, new UserId("host-owner"), "Hello")),
                history(
                        Set.of(ADMIN, HOST_OWNER, STAFF),
                        new SlotRequested(
                                new SlotRequestId("request-1"),
                                PartnershipId.of(HOST, VENUE),
                                VENUE,
                                HOST,
                                null,
                                SLOT,
                                "",
                                SLOT.from())),
                history(Set.of(ADMIN, HOST_OWNER), drafted(BY_HOST)),
                history(Set.of(ADMIN, STAFF), drafted(EventCreator.venue(VENUE))),
                history(Set.of(ADMIN, HOST_OWNER), created()),
                history(
                        Set.of(ADMIN, GUEST),
                        new OrderPlaced(
                                ORDER,
                                EVENT,
                                VENUE,
                                BY_HOST,
                                GUEST_ID,
                                List.of(),
                                new Amounts(PRICE, PRICE, PRICE, PRICE, PRICE, PRICE),
                                SEALED,
                                "print",
                                null,
                                SLOT.from())),
                history(
                        Set.of(ADMIN, GUEST),
                        new TicketIssued(
                                TicketId.of(ORDER, 1),
                                ORDER,
                                EVENT,
                                TIER,
                                "Early",
                                EntryType.GENERAL,
                                1,
                                false,
                                GUEST_ID,
                                SEALED,
                                1)),
                history(
                        Set.of(ADMIN, SELLER),
                        new TicketIssued(
                                TicketId.of(ORDER, 2),
                                ORDER,
                                EVENT,
                                TIER,
                                "Early",
                                EntryType.GENERAL,
                                1,
                                false,
                                GUEST_ID,
                                SEALED,
                                1),
                        new TicketTransferred(TicketId.of(ORDER, 2), EVENT, GUEST_ID, SELLER_ID, SEALED, 2)),
                history(Set.of(ADMIN, SELLER), new PromoterAccountOpened(PROMOTER, SELLER_ID, "Sel")),
                history(
                        Set.of(ADMIN, HOST_OWNER, GUEST),
                        new RefundAsked(
                                new RefundId("refund-1"),
                                ORDER,
                                EVENT,
                                BY_HOST,
                                GUEST_ID,
                                GUEST_ID,
                                false,
                                List.of(),
                                PRICE,
                                "Ill",
                                1)),
                history(
                        Set.of(ADMIN, SELLER),
                        new PayoutRequested(
                                new PayoutId("payout-1"),
                                PROMOTER,
                                SELLER_ID,
                                PRICE,
                                PayoutMethod.UPI,
                                SEALED,
                                "s***@upi")),
                history(
                        Set.of(ADMIN, SELLER),
                        new LinkActivated(LinkId.of(PROMOTER, EVENT), PROMOTER, SELLER_ID, EVENT, "ABCDEF", null)),
                history(Set.of(ADMIN, HOST_OWNER), written(ProfileOwner.Type.HOST, HOST.value())),
                history(Set.of(ADMIN, STAFF), written(ProfileOwner.Type.VENUE, VENUE.value())),
                history(Set.of(ADMIN, SELLER), written(ProfileOwner.Type.PROMOTER, PROMOTER.value())),
                history(Set.of(ADMIN, GUEST), followed()),
                history(Set.of(ADMIN, GUEST), new InboxRead(InboxId.of(GUEST_ID), GUEST_ID, SLOT.from())),
                history(Set.of(ADMIN), new SlugReserved(SlugId.of("vault"), "vault", new ProfileId("profile-1"), 1)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aHistoryIsOpenToItsOwnPeopleAndAdministratorsOnly(Set<Actor> own, List<Object> beginning) {
        for (Actor viewer : EVERYBODY) {
            assertThat(HistoryAccess.isOpenTo(viewer, beginning))
                    .as(viewer.userId() + " looks at " + beginning)
                    .isEqualTo(own.contains(viewer));
        }
    }

    @Test
    void theVenueSeesAHostsEventOnceItIsHandedInToIt() {
        EventSubmitted submitted = new EventSubmitted(EVENT, new SlotRequestId("request-1"), VENUE, SLOT);
        assertThat(HistoryAccess.isOpenTo(STAFF, List.of(drafted(BY_HOST), submitted)))
                .isTrue();
        assertThat(HistoryAccess.isOpenTo(OTHER_STAFF, List.of(drafted(BY_HOST), submitted)))
                .isFalse();
    }

    @Test
    void theVenueSeesNoMoreOfAnEventThatWentElsewhere() {
        EventSubmitted here = new EventSubmitted(EVENT, new SlotRequestId("request-1"), VENUE, SLOT);
        EventSubmitted elsewhere =
                new EventSubmitted(EVENT, new SlotRequestId("request-2"), new VenueId("venue-2"), SLOT);
        List<Object> history = List.of(drafted(BY_HOST), here, elsewhere);
        assertThat(HistoryAccess.isOpenTo(STAFF, history)).isFalse();
        assertThat(HistoryAccess.isOpenTo(OTHER_STAFF, history)).isTrue();
    }

    @Test
    void theVenueSeesATierOnceItSellsThere() {
        SellingTerms selling =
                new SellingTerms(VENUE, BY_HOST, SLOT, OrderLimits.DEFAULT, false, Rate.share(1500), Rate.share(1000));
        List<Object> history = List.of(created(), new SalesOpened(TIER, EVENT, selling));
        assertThat(HistoryAccess.isOpenTo(STAFF, history)).isTrue();
        assertThat(HistoryAccess.isOpenTo(OTHER_STAFF, history)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void moneyAndStaffAreShownToThoseWhoMaySeeThem(StaffRole role) {
        Actor viewer = new Actor(new UserId("somebody"), null, Set.of(), Map.of(VENUE, role), Set.of(), null);
        LocalDate date = LocalDate.of(2026, 12, 5);
        RegisterId register = RegisterId.of(VENUE, date);
        EntryId entry = new EntryId("entry-1");
        boolean finance =
                Set.of(StaffRole.OWNER, StaffRole.MANAGER, StaffRole.FINANCE).contains(role);
        boolean staff = Set.of(StaffRole.OWNER, StaffRole.MANAGER).contains(role);

        assertThat(HistoryAccess.shows(
                        viewer, new ExpenseRecorded(register, VENUE, date, entry, "Ice", PRICE, SEALED, null)))
                .isEqualTo(finance);
        assertThat(HistoryAccess.shows(
                        viewer,
                        new DayClosed(register, VENUE, date, new DayRevenue(PRICE, PRICE, PRICE, PRICE, PRICE), 40)))
                .isEqualTo(finance);
        assertThat(HistoryAccess.shows(viewer, new StaffLinked(VENUE, new StaffId("staff-1"), GUEST_ID)))
                .isEqualTo(staff);
        assertThat(HistoryAccess.shows(
                        viewer, new NoteWritten(register, VENUE, date, entry, NoteKind.values()[0], "quiet")))
                .isTrue();
        assertThat(HistoryAccess.shows(
                        ADMIN, new ExpenseRecorded(register, VENUE, date, entry, "Ice", PRICE, SEALED, null)))
                .isTrue();
    }

    private static Arguments history(Set<Actor> own, Object... beginning) {
        return Arguments.of(own, List.of(beginning));
    }

    private static EventDrafted drafted(EventCreator creator) {
        return new EventDrafted(EVENT, creator, new UserId("somebody"), "Warehouse");
    }

    private static TierCreated created() {
        TierTerms terms =
                new TierTerms("Early", EntryType.GENERAL, PRICE, 1, 1, 10, null, null, null, false, null, null);
        return new TierCreated(TIER, EVENT, BY_HOST, terms, 50);
    }

    private static PromoCodeCreated promoCode(EventCreator creator) {
        PromoTerms terms = new PromoTerms(PromoDiscount.share(1000), null, null, null, List.of());
        return new PromoCodeCreated(PromoCodeId.of(EVENT, "SUMMER"), EVENT, creator, "SUMMER", terms);
    }

    private static ProfileWritten written(ProfileOwner.Type type, String id) {
        ProfileOwner owner = new ProfileOwner(type, id);
        return new ProfileWritten(ProfileId.of(owner), owner, ProfileText.NOTHING);
    }

    private static Followed followed() {
        FollowTarget target = new FollowTarget(FollowTarget.Type.HOST, HOST.value());
        return new Followed(FollowId.of(GUEST_ID, target), GUEST_ID, target);
    }
}
