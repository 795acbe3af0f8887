package com.thec1rcle.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.Direction;
import com.thec1rcle.kernel.entry.EntryCommand.PresentCode;
import com.thec1rcle.kernel.entry.EntryCommand.UndoScan;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.UndoneScan;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AddTier;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ArrangePromoters;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CancelEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DraftEvent;
import com.thec1rcle.kernel.event.EventLifecycleCommand.LimitOrders;
import com.thec1rcle.kernel.event.EventLifecycleCommand.ScheduleEvent;
import com.thec1rcle.kernel.event.GoPublic;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.event.RequestApproval;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.CancelOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.PlaceOrder;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.payment.CheckoutCommand.BeginPayment;
import com.thec1rcle.kernel.payment.CheckoutCommand.ProvePayment;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.SandboxCommand.PlayCheckout;
import com.thec1rcle.kernel.payment.SandboxPayment;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promo.EditPromoCode;
import com.thec1rcle.kernel.promo.OfferPromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode.PromoChanges;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoTerms;
import com.thec1rcle.kernel.promoter.LinkTarget;
import com.thec1rcle.kernel.promoter.PromoterCommand.ApprovePromoter;
import com.thec1rcle.kernel.promoter.PromoterCommand.OpenPromoterAccount;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.CreateLink;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.refund.AskRefund;
import com.thec1rcle.kernel.refund.RefundCommand.ApproveRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RejectRefund;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EditTier;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.GiveTicket;
import com.thec1rcle.kernel.ticketing.GiveTicket.Recipient;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierCommand.JoinWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.LeaveWaitingList;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueCommand.RegisterVenue;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One night in the house, from publication on: everybody does what the actions say, and a watch is kept on it. */
final class Night {
    static final VenueId VENUE = new VenueId("venue");
    static final EventId EVENT = new EventId("0f3a4b5c-6d7e-4f80-9a1b-2c3d4e5f6071");
    static final int MAX_PER_ACCOUNT = 12;
    static final PromoterId PROMOTER = PromoterId.of(new UserId("riya"));

    private static final List<TierId> TIERS = List.of(new TierId("tier-a"), new TierId("tier-b"), new TierId("tier-c"));
    private static final int MANY_EVENTS = 200;
    private static final Duration LONGER_THAN_A_HOLD = Duration.ofMinutes(11);

    private static final String PROMO_CODE = "MONSOON";
    private static final Actor OWNER = at("vera", StaffRole.OWNER);
    private static final Actor DOOR = at("dev", StaffRole.SECURITY);
    private static final Actor ADMIN = platform("ada", PlatformRole.ADMIN);
    private static final Actor FINANCE = platform("fay", PlatformRole.FINANCE);
    private static final Actor RIYA = new Actor(new UserId("riya"), null, Set.of(), Map.of(), Set.of(), PROMOTER);
    private static final List<Actor> GUESTS = IntStream.range(0, 3)
            .mapToObj(number -> Actor.user(new UserId("guest-" + number)))
            .toList();
    private static final List<Actor> JUDGES = List.of(OWNER, ADMIN, FINANCE, GUESTS.getFirst());

    private final House house;

    /** No two nights have an order in common, whatever a gateway remembers. */
    private final String name;

    private final TicketCodes codes;
    private final Watch watch;
    private final List<PlaceOrder> orders = new ArrayList<>();
    private final List<Actor> buyers = new ArrayList<>();
    private final List<RefundId> refunds = new ArrayList<>();
    private final String code;
    private final List<Scanned> scans = new ArrayList<>();
    private int entries;

    /** An attempt at the door, the ticket whose code was shown, and the answer. */
    private record Scanned(PresentCode attempt, TicketId ticketId, Verdict verdict) {}

    /** Publishes an event of the venue's own with three tiers, which promoters may sell. */
    Night(House house) {
        this.house = house;
        name = "night-" + house.forgetEverything();
        codes = house.codes();
        watch = new Watch(house);
        house.must(
                new RegisterVenue(VENUE, "Blue Room", "Mumbai", "1 Harbour Road", "Asia/Kolkata", 400),
                Actor.user(OWNER.userId()));
        house.must(new DraftEvent(EVENT, EventCreator.venue(VENUE), "Monsoon Nights"), OWNER);
        house.must(
                new DescribeEvent(
                        EVENT,
                        new EventDetails("Monsoon Nights", "House and rain", "techno", "Mumbai", null, null, null)),
                OWNER);
        Period slot = new Period(House.OPENING.plus(Duration.ofHours(2)), House.OPENING.plus(Duration.ofHours(9)));
        house.must(new ScheduleEvent(EVENT, VENUE, slot, null, true), OWNER);
        addTier(0, EntryType.GENERAL, 33_333, 12);
        addTier(1, EntryType.COUPLE, 149_999, 8);
        addTier(2, EntryType.GENERAL, 0, 6);
        house.must(new LimitOrders(EVENT, new OrderLimits(1, 6, MAX_PER_ACCOUNT)), OWNER);
        house.must(new ArrangePromoters(EVENT, true, PromoterTerms.Mode.ALL, Set.of(), null, null), OWNER);
        house.must(new RequestApproval(EVENT), OWNER);
        house.must(new GoPublic(EVENT), OWNER);
        house.must(new OpenPromoterAccount(PROMOTER, "Riya"), RIYA);
        house.must(new ApprovePromoter(PROMOTER), ADMIN);
        house.workOn();
        code = house.<LinkTarget>must(new CreateLink(PROMOTER, EVENT, null), RIYA)
                .code();
        house.must(
                new OfferPromoCode(
                        EVENT, PROMO_CODE, new PromoTerms(PromoDiscount.share(2_000), null, null, 3, List.of())),
                OWNER);
        house.workOn();
        watch.look();
    }

    private void addTier(int number, EntryType type, long price, int stock) {
        TierDraft draft = new TierDraft(
                "Tier " + number, type, Money.inr(price), stock, null, null, null, null, null, null, false, null, null);
        house.must(new AddTier(EVENT, TIERS.get(number), draft), OWNER);
    }

    private static Actor at(String user, StaffRole role) {
        return new Actor(new UserId(user), null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }

    private static Actor platform(String user, PlatformRole role) {
        return new Actor(new UserId(user), null, Set.of(role), Map.of(), Set.of(), null);
    }

    /** Does one thing, and looks whether all that must always hold still does. */
    void act(Action action) {
        switch (action) {
            case Action.Place place -> place(place.guest(), place.quantities(), place.words());
            case Action.Buy buy -> buy(buy);
            case Action.BuyLate late -> buyLate(late);
            case Action.PlaceTwice place -> placeTwice(place);
            case Action.GiveUp giveUp -> giveUp(giveUp.order());
            case Action.BeginToPay pay -> beginToPay(pay.order());
            case Action.Pay pay -> pay(pay.order(), pay.success());
            case Action.Notice notice -> notice(notice);
            case Action.GiveBack back -> giveBack(back);
            case Action.Judge judge -> judge(judge);
            case Action.HandOver give -> handOver(give);
            case Action.Scan scan -> scan(scan);
            case Action.ScanAgain again -> scanAgain(again.scan());
            case Action.Undo undo -> undo(undo);
            case Action.Queue queue -> queue(queue);
            case Action.LeaveQueue leave ->
                house.ask(new LeaveWaitingList(tier(leave.tier()), EVENT), guest(leave.guest()));
            case Action.Restock restock -> restock(restock);
            case Action.LimitPromoCode limit -> limitPromoCode(limit.uses());
            case Action.CallOff off -> house.ask(new CancelEvent(EVENT, "Rain"), OWNER);
            case Action.Wait wait -> house.clock.moveBy(Duration.ofMinutes(wait.minutes()));
            case Action.Ring ring -> house.lookAtTheClock();
            case Action.Inquire inquire -> house.lookAtOpenQuestions(inquire.questions());
            case Action.Turn turn -> house.gateway.be(turn.mood());
            case Action.Work work -> house.let(work.process(), work.events(), Integer.MAX_VALUE);
            case Action.WorkAll all -> workAll(Integer.MAX_VALUE);
            case Action.CutAllShort cut -> workAll(cut.questions());
            case Action.CutShort cut -> house.let(cut.process(), 1, cut.questions());
            case Action.Again again -> house.again(again.process(), again.events());
        }
        watch.look();
    }

    /** The gateway heals, everybody does what there is to do, time passes: in the end everything adds up. */
    void end() {
        house.seeTheNightThrough();
        watch.refundsThatNeedAPerson()
                .forEach(refund -> house.ask(new RetryRefund(refund.orderId(), refund.refundId()), FINANCE));
        house.seeTheNightThrough();
        watch.look();
        watch.requireThatEverythingAddsUp();
        watch.count();
    }

    // ---- Orders -------------------------------------------------------------------------------------------------

    private void place(int guest, List<Integer> quantities, Action.Words words) {
        PlaceOrder order = order(guest, quantities, words);
        house.ask(order, buyers.getLast());
    }

    private void buy(Action.Buy buy) {
        place(buy.guest(), buy.quantities(), buy.words());
        workAll(Integer.MAX_VALUE);
        beginToPay(orders.size() - 1);
        workAll(Integer.MAX_VALUE);
        watch.look();
        pay(orders.size() - 1, true);
        workAll(Integer.MAX_VALUE);
    }

    private void buyLate(Action.BuyLate late) {
        place(late.guest(), late.quantities(), Action.Words.NONE);
        int order = orders.size() - 1;
        workAll(Integer.MAX_VALUE);
        beginToPay(order);
        house.clock.moveBy(LONGER_THAN_A_HOLD);
        buy(new Action.Buy(late.rival(), late.quantities(), Action.Words.NONE));
        pay(order, true);
        workAll(Integer.MAX_VALUE);
    }

    private void workAll(int questions) {
        for (int process = 0; process < house.workers(); process++) {
            house.let(process, MANY_EVENTS, questions);
        }
    }

    private void placeTwice(Action.PlaceTwice place) {
        PlaceOrder order = order(place.guest(), place.quantities(), place.words());
        house.askCutShort(order, buyers.getLast(), place.questions());
        house.ask(order, buyers.getLast());
    }

    private PlaceOrder order(int guest, List<Integer> quantities, Action.Words words) {
        Actor buyer = guest(guest);
        List<RequestedLine> lines = IntStream.range(0, TIERS.size())
                .filter(tier -> quantities.get(tier) > 0)
                .mapToObj(tier -> new RequestedLine(TIERS.get(tier), quantities.get(tier)))
                .toList();
        PlaceOrder order = new PlaceOrder(
                new OrderId(Identifier.derive(name, "order", Integer.toString(orders.size()))),
                EVENT,
                lines,
                new Sealed(buyer.userId().value(), "cipher"),
                "print",
                words.byLink() ? code : null,
                words.byPromoCode() ? PROMO_CODE : null,
                null,
                null);
        orders.add(order);
        buyers.add(buyer);
        return order;
    }

    private @Nullable OrderId orderOf(int number) {
        return orders.isEmpty() ? null : orders.get(number % orders.size()).orderId();
    }

    /** One of the orders that have tickets, if there is any. */
    private @Nullable OrderId boughtOrder(int number) {
        List<OrderId> bought = watch.confirmedOrders();
        return bought.isEmpty() ? orderOf(number) : bought.get(number % bought.size());
    }

    private Actor buyerOf(OrderId order) {
        return IntStream.range(0, orders.size())
                .filter(number -> orders.get(number).orderId().equals(order))
                .mapToObj(buyers::get)
                .findFirst()
                .orElseThrow();
    }

    private Actor buyerOf(int number) {
        return buyers.get(number % buyers.size());
    }

    private void giveUp(int number) {
        OrderId order = orderOf(number);
        if (order != null) {
            house.ask(new CancelOrder(order, "Changed plans"), buyerOf(number));
        }
    }

    // ---- Money --------------------------------------------------------------------------------------------------

    private void beginToPay(int number) {
        OrderId order = orderOf(number);
        if (order != null) {
            house.ask(new BeginPayment(order), buyerOf(number));
        }
    }

    private void pay(int number, boolean success) {
        OrderId order = orderOf(number);
        String gatewayOrder = order == null ? null : watch.gatewayOrder(order);
        if (order == null || gatewayOrder == null) {
            return;
        }
        SandboxPayment payment = house.must(new PlayCheckout(gatewayOrder, success), Actor.ANONYMOUS);
        house.ask(new ProvePayment(order, gatewayOrder, payment.paymentId(), payment.signature()), buyerOf(number));
    }

    /** The gateway speaks only of money that it has. */
    private void notice(Action.Notice notice) {
        OrderId order = orderOf(notice.order());
        String gatewayOrder = order == null ? null : watch.gatewayOrder(order);
        if (order == null || gatewayOrder == null) {
            return;
        }
        Money total = watch.total(order);
        Money amount = notice.payment() == Action.Payment.TOO_LITTLE ? total.minus(Money.inr(1)) : total;
        String payment = switch (notice.payment()) {
            case THE_GUESTS ->
                house.<SandboxPayment>must(new PlayCheckout(gatewayOrder, true), Actor.ANONYMOUS)
                        .paymentId();
            case A_SECOND_ONE -> "pay_second_" + order;
            case TOO_LITTLE -> "pay_little_" + order;
        };
        house.gateway.take(payment, amount.amount());
        house.must(new RecordCapture(order, gatewayOrder, payment, amount), Actor.SYSTEM);
    }

    // ---- Giving back --------------------------------------------------------------------------------------------

    private void giveBack(Action.GiveBack back) {
        OrderId order = boughtOrder(back.order());
        if (order == null) {
            return;
        }
        RefundId refund = new RefundId(Identifier.derive(name, "refund", Integer.toString(refunds.size())));
        List<TicketId> tickets = back.all() ? null : List.of(ticket(order, back.ticket()));
        Actor actor = back.asAdmin() ? ADMIN : buyerOf(order);
        house.ask(new AskRefund(order, refund, tickets, "Cannot come"), actor).ifPresent(asked -> refunds.add(refund));
    }

    private void judge(Action.Judge judge) {
        if (!refunds.isEmpty()) {
            RefundId refund = refunds.get(judge.refund() % refunds.size());
            Actor actor = JUDGES.get(judge.judge() % JUDGES.size());
            house.ask(judge.yes() ? new ApproveRefund(refund) : new RejectRefund(refund, "No."), actor);
        }
    }

    // ---- Tickets ------------------------------------------------------------------------------------------------

    /** Sometimes one that the order does not have. */
    private TicketId ticket(OrderId order, int number) {
        return TicketId.of(order, 1 + number % (watch.ticketsOf(order) + 1));
    }

    private void handOver(Action.HandOver give) {
        OrderId order = boughtOrder(give.order());
        if (order != null) {
            TicketId ticket = ticket(order, give.ticket());
            Actor owner = Actor.user(watch.ownerOf(ticket, buyerOf(order).userId()));
            UserId to = guest(give.to()).userId();
            house.ask(new GiveTicket(ticket, new Recipient(to, new Sealed(to.value(), "cipher"))), owner);
        }
    }

    private void scan(Action.Scan scan) {
        OrderId order = boughtOrder(scan.order());
        if (order == null) {
            return;
        }
        TicketId ticket = ticket(order, scan.ticket());
        int generation = scan.latest() ? watch.generationOf(ticket) : 1;
        String shown = codes.sign(EVENT, ticket, 1, generation);
        int room = watch.roomOn(ticket);
        PresentCode attempt = new PresentCode(
                EVENT,
                new ScanId("scan-" + scans.size()),
                shown,
                scan.people(),
                null,
                scan.out() ? Direction.OUT : Direction.IN);
        EntryVerdict answer = house.must(attempt, DOOR);
        scans.add(new Scanned(attempt, ticket, answer.verdict()));
        if (!scan.out() && generation != watch.generationOf(ticket)) {
            assertThat(answer.verdict().admits()).as("by a code of before").isFalse();
        }
        if (!scan.out() && answer.verdict() == Verdict.ALREADY_SCANNED) {
            assertThat(scan.people()).as("room on %s", ticket).isGreaterThan(room);
        }
    }

    /** Who was let through is let through; a refusal may be thought over once many others came after it. */
    private void scanAgain(int number) {
        if (!scans.isEmpty()) {
            Scanned scan = scans.get(number % scans.size());
            EntryVerdict answer = house.must(scan.attempt(), DOOR);
            if (scan.verdict().admits()) {
                assertThat(answer.verdict()).as("asked again").isEqualTo(scan.verdict());
            }
        }
    }

    private void undo(Action.Undo undo) {
        if (scans.isEmpty()) {
            return;
        }
        Scanned scan = scans.get(undo.scan() % scans.size());
        UndoScan command = new UndoScan(EVENT, scan.attempt().scanId(), scan.ticketId(), "The wrong guest");
        Optional<UndoneScan> answer = house.ask(command, undo.byManager() ? OWNER : DOOR);
        if (!undo.byManager()) {
            assertThat(answer).as("undone by who may only scan").isEmpty();
        }
    }

    // ---- Stock --------------------------------------------------------------------------------------------------

    private static Actor guest(int number) {
        return GUESTS.get(number % GUESTS.size());
    }

    private static TierId tier(int number) {
        return TIERS.get(number % TIERS.size());
    }

    private void queue(Action.Queue queue) {
        WaitingListEntryId entry = new WaitingListEntryId("entry-" + entries++);
        house.ask(new JoinWaitingList(tier(queue.tier()), EVENT, entry, queue.quantity(), null), guest(queue.guest()));
    }

    private void limitPromoCode(int uses) {
        PromoChanges changes = new PromoChanges(null, null, null, uses, null, null);
        house.ask(new EditPromoCode(EVENT, PromoCodeId.of(EVENT, PROMO_CODE), changes), OWNER);
    }

    private void restock(Action.Restock restock) {
        TierChanges changes =
                new TierChanges(null, null, restock.stock(), null, null, null, null, null, null, null, null, null);
        house.ask(new EditTier(EVENT, tier(restock.tier()), changes), OWNER);
    }
}
