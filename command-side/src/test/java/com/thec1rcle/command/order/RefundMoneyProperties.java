package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.OrderFixtures.VENUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.order.RefundBench.CountingGateway.Mood;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.entry.Verdict;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceKept;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceRestored;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderCommand.ClaimRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.refund.RefundCommand.ApproveRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RejectRefund;
import com.thec1rcle.kernel.refund.RefundEvent.RefundApproved;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** However payments, refunds, scans and the calling off of an event are interleaved and cut short: no money is lost or made. */
class RefundMoneyProperties {
    private static final List<OrderId> ORDERS = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b00" + number))
            .toList();
    private static final int TICKETS = 4;
    private static final UserId FRIEND = new UserId("friend");
    private static final Actor BUYER = Actor.user(GUEST);
    private static final Actor DOOR =
            new Actor(new UserId("door"), null, Set.of(), Map.of(VENUE, StaffRole.SECURITY), Set.of(), null);
    private static final List<Actor> JUDGES = List.of(
            new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(new HostId("host-1")), null),
            new Actor(new UserId("fred"), null, Set.of(PlatformRole.FINANCE), Map.of(), Set.of(), null),
            new Actor(new UserId("ada"), null, Set.of(PlatformRole.ADMIN), Map.of(), Set.of(), null),
            BUYER,
            DOOR);
    private static final Actor ADMIN = JUDGES.get(2);

    enum Ask {
        PAY,
        PAY_TOO_LITTLE,
        REFUND,
        REFUND_ALL,
        REFUND_BY_ADMIN,
        APPROVE,
        REJECT,
        SCAN,
        GIVE_AWAY,
        CALL_OFF,
        GATEWAY,
        RETRY,
        PROCESS,
        CUT_SHORT,
        AGAIN
    }

    record Step(Ask ask, int which, int detail) {}

    @Provide
    Arbitrary<List<Step>> nights() {
        Arbitrary<Ask> asks = Arbitraries.frequency(
                Tuple.of(6, Ask.PAY),
                Tuple.of(1, Ask.PAY_TOO_LITTLE),
                Tuple.of(10, Ask.REFUND),
                Tuple.of(4, Ask.REFUND_ALL),
                Tuple.of(3, Ask.REFUND_BY_ADMIN),
                Tuple.of(8, Ask.APPROVE),
                Tuple.of(2, Ask.REJECT),
                Tuple.of(8, Ask.SCAN),
                Tuple.of(3, Ask.GIVE_AWAY),
                Tuple.of(2, Ask.CALL_OFF),
                Tuple.of(3, Ask.GATEWAY),
                Tuple.of(3, Ask.RETRY),
                Tuple.of(50, Ask.PROCESS),
                Tuple.of(12, Ask.CUT_SHORT),
                Tuple.of(6, Ask.AGAIN));
        return Combinators.combine(
                        asks,
                        Arbitraries.integers().between(0, 29),
                        Arbitraries.integers().between(0, 14))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(160)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void moneyInIsMoneyHeldAndMoneyBack(@ForAll("nights") List<Step> night) {
        try (RefundBench bench = new RefundBench()) {
            Night play = new Night(bench);
            night.forEach(play::step);
            play.finish();
        }
    }

    /** Tickets of one order are asked back one by one; in between the processes work. */
    @Provide
    Arbitrary<List<Step>> wishes() {
        Arbitrary<Step> wish = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Ask.REFUND), Tuple.of(3, Ask.APPROVE), Tuple.of(1, Ask.REJECT)),
                        Arbitraries.of(0, ORDERS.size()),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new);
        Arbitrary<Step> work = Combinators.combine(
                        Arbitraries.integers().between(0, 29),
                        Arbitraries.integers().between(0, 14))
                .as((process, events) -> new Step(Ask.PROCESS, process, events));
        return Arbitraries.oneOf(wish, work)
                .list()
                .ofMinSize(4)
                .ofMaxSize(30)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void ticketByTicketNeedsNoFewerPeopleThanAllAtOnce(@ForAll("wishes") List<Step> wishes) {
        try (RefundBench bench = new RefundBench()) {
            Night play = new Night(bench);
            play.step(new Step(Ask.PAY, 0, 0));
            bench.finish();
            wishes.forEach(play::step);
            play.finish();
        }
    }

    /** One night as it is played, and what must be true of it at every moment. */
    private static final class Night {
        private final RefundBench bench;
        private int scans;
        private boolean calledOff;
        private int read;

        private final Map<String, Long> captured = new HashMap<>();
        private final Map<TicketId, Integer> admitted = new HashMap<>();
        private final Set<TicketId> issued = new HashSet<>();
        private final Set<TicketId> given = new HashSet<>();
        private final Set<TicketId> gone = new HashSet<>();
        private final Set<RefundId> evenIfUsed = new HashSet<>();
        private final Map<RefundId, RefundAsked> asked = new HashMap<>();
        private final Map<RefundId, Set<UserId>> approvals = new HashMap<>();
        private final Map<OrderId, Long> wishedBack = new HashMap<>();
        private final Map<OrderId, Integer> mostApprovals = new HashMap<>();

        Night(RefundBench bench) {
            this.bench = bench;
            bench.place(ORDERS.get(0), 3, 1);
            bench.place(ORDERS.get(1), 2, 0);
            bench.place(ORDERS.get(2), 0, 2);
        }

        void step(Step step) {
            OrderId order = ORDERS.get(step.which() % ORDERS.size());
            RefundId refund = new RefundId("refund-" + step.which() % 6);
            switch (step.ask()) {
                case PAY -> pay(order, step.detail() % 2, total(order));
                case PAY_TOO_LITTLE -> pay(order, 9, total(order).minus(Money.inr(1)));
                case REFUND -> bench.send(claim(order, refund, List.of(ticket(order, step.detail()))), BUYER);
                case REFUND_ALL -> bench.send(claim(order, refund, all(order)), BUYER);
                case REFUND_BY_ADMIN -> bench.send(claim(order, refund, List.of(ticket(order, step.detail()))), ADMIN);
                case APPROVE -> judge(refund, new ApproveRefund(refund), step.detail());
                case REJECT -> judge(refund, new RejectRefund(refund, "No."), step.detail());
                case SCAN -> scan(ticket(order, step.detail()));
                case GIVE_AWAY -> giveAway(ticket(order, step.detail()));
                case CALL_OFF -> {
                    calledOff = true;
                    bench.send(new CancelForEvent(order), Actor.SYSTEM);
                }
                case GATEWAY -> bench.gateway.be(Mood.values()[step.which() % Mood.values().length]);
                case RETRY -> retry();
                case PROCESS -> {
                    for (int events = 0; events <= step.detail(); events++) {
                        bench.let(step.which() % bench.processes(), Integer.MAX_VALUE);
                    }
                }
                case CUT_SHORT -> bench.let(step.which() % bench.processes(), step.detail() % 8);
                case AGAIN -> bench.again(step.which() % bench.processes());
            }
            watch();
        }

        /** With nothing in the way any more, every wish comes to its end, and everything adds up. */
        void finish() {
            bench.finish();
            watch();
            retry();
            bench.finish();
            watch();
            requireAllPaidBack();
            requireStockAndAllowance();
            requireTicketsDead();
            requireEveryGrantedRefundEnded();
        }

        private void pay(OrderId order, int payment, Money amount) {
            bench.send(new RecordCapture(order, "gateway-" + order, "pay_" + payment, amount), Actor.SYSTEM);
        }

        private void judge(RefundId refund, Object command, int who) {
            if (asked.containsKey(refund)) {
                bench.send(command, JUDGES.get(who % JUDGES.size()));
            }
        }

        /** Whoever gives a ticket away asks the event first, and one that is called off has nothing to give. */
        private void giveAway(TicketId ticket) {
            if (issued.contains(ticket) && !calledOff) {
                bench.send(new TransferTicket(ticket, FRIEND, OrderFixtures.BUYER), BUYER);
            }
        }

        private void scan(TicketId ticket) {
            if (!issued.contains(ticket)) {
                return;
            }
            EntryAttempt attempt =
                    new EntryAttempt(new ScanId("scan-" + scans++), EVENT, VENUE, DOOR.userId(), null, 1, NOW);
            bench.send(
                    new Admit(
                            ticket,
                            attempt,
                            given.contains(ticket) ? 2 : 1,
                            null,
                            calledOff ? Verdict.REVOKED : null,
                            false),
                    DOOR);
        }

        private void retry() {
            all(RefundRequested.class)
                    .toList()
                    .forEach(refund -> bench.send(new RetryRefund(refund.orderId(), refund.refundId()), Actor.SYSTEM));
        }

        /** Reads what was written since, and checks it against what was written before. */
        private void watch() {
            for (; read < bench.tape.size(); read++) {
                switch (bench.tape.get(read)) {
                    case PaymentCaptured event ->
                        captured.put(
                                event.orderId() + "/" + event.paymentId(),
                                event.amount().amount());
                    case TicketAdmitted event -> {
                        assertThat(gone).as("a refunded ticket never enters").doesNotContain(event.ticketId());
                        admitted.merge(event.ticketId(), 1, Integer::sum);
                    }
                    case TicketIssued event -> issued.add(event.ticketId());
                    case TicketTransferred event -> {
                        assertThat(gone).as("a refunded ticket goes to nobody").doesNotContain(event.ticketId());
                        given.add(event.ticketId());
                    }
                    case RefundAsked event -> asked.put(event.refundId(), event);
                    case RefundApproved event ->
                        assertThat(approvals
                                        .computeIfAbsent(event.refundId(), none -> new HashSet<>())
                                        .add(event.approvedBy()))
                                .as("two approvals are two people")
                                .isTrue();
                    case RefundGranted event -> requireApproved(event);
                    case TicketsRefunded event -> {
                        requireReturnable(event);
                        requireApprovedInAll(event);
                    }
                    default -> {
                        continue; // The rest is looked at in the end.
                    }
                }
            }
            bench.gateway.paidBack.forEach((payment, back) -> assertThat(back)
                    .as("never more back than was captured")
                    .isLessThanOrEqualTo(captured.getOrDefault(payment, 0L)));
        }

        private void requireApproved(RefundGranted event) {
            RefundAsked refund = asked.get(event.refundId());
            Set<UserId> yes = approvals.getOrDefault(event.refundId(), Set.of());
            long amount = refund.amount().amount();
            assertThat(yes).doesNotContain(refund.askedBy(), GUEST);
            assertThat(yes).hasSizeGreaterThanOrEqualTo(amount >= 50_000 ? 1 : 0);
            if (event.evenIfUsed()) {
                assertThat(refund.askedBy().equals(ADMIN.userId()) || yes.contains(ADMIN.userId()))
                        .isTrue();
                evenIfUsed.add(event.refundId());
            }
        }

        /** However a wish is cut into pieces, somebody said yes to the sum of them. */
        private void requireApprovedInAll(TicketsRefunded event) {
            if (event.reason() != RefundReason.GUEST_REQUEST) {
                return;
            }
            long inAll =
                    wishedBack.merge(event.orderId(), event.amounts().total().amount(), Long::sum);
            int yes = approvals.getOrDefault(event.refundId(), Set.of()).size();
            int most = mostApprovals.merge(event.orderId(), yes, Integer::max);
            assertThat(most)
                    .as("approvals of %s in all", inAll)
                    .isGreaterThanOrEqualTo(inAll >= 500_000 ? 2 : inAll >= 50_000 ? 1 : 0);
        }

        private void requireReturnable(TicketsRefunded event) {
            for (RefundedTicket ticket : event.tickets()) {
                assertThat(gone.add(ticket.ticketId())).as("given back once").isTrue();
                if (event.reason() == RefundReason.GUEST_REQUEST) {
                    assertThat(given).as("only the buyer's own").doesNotContain(ticket.ticketId());
                }
                boolean used = admitted.containsKey(ticket.ticketId());
                if (used && event.reason() == RefundReason.GUEST_REQUEST) {
                    assertThat(evenIfUsed).as("a used ticket only by ADMIN").contains(event.refundId());
                }
            }
        }

        private void requireAllPaidBack() {
            Map<String, Long> requested = new HashMap<>();
            all(RefundRequested.class)
                    .forEach(refund -> requested.merge(
                            refund.orderId() + "/" + refund.paymentId(),
                            refund.amount().amount(),
                            Long::sum));
            assertThat(bench.gateway.paidBack)
                    .as("what is to go back has gone back")
                    .isEqualTo(requested);
            captured.forEach((payment, amount) -> {
                long held = amount - requested.getOrDefault(payment, 0L);
                if (!pays(payment) || isCalledOff(payment)) {
                    assertThat(held).as("money that no order takes goes back").isZero();
                }
            });
        }

        private boolean pays(String payment) {
            return all(OrderConfirmed.class)
                    .anyMatch(order -> (order.orderId() + "/" + order.paymentId()).equals(payment));
        }

        private boolean isCalledOff(String payment) {
            boolean whole = all(OrderRefunded.class).anyMatch(order -> payment.startsWith(order.orderId() + "/"));
            return whole
                    || all(TicketsRefunded.class)
                            .anyMatch(order -> order.reason() == RefundReason.EVENT_CANCELLED
                                    && payment.startsWith(order.orderId() + "/"));
        }

        private void requireStockAndAllowance() {
            for (TierId tier : List.of(OrderFixtures.EARLY, RefundBench.FREE)) {
                long sold = sum(StockSold.class, event -> event.tierId().equals(tier) ? event.quantity() : 0)
                        - sum(StockReturned.class, event -> event.tierId().equals(tier) ? event.quantity() : 0);
                assertThat(sold).as("sold of " + tier).isEqualTo(standing(tier));
            }
            long kept = sum(AllowanceKept.class, AllowanceKept::quantity)
                    - sum(AllowanceRestored.class, AllowanceRestored::quantity);
            assertThat(kept).isEqualTo(standing(OrderFixtures.EARLY) + standing(RefundBench.FREE));
        }

        private long standing(TierId tier) {
            Set<TicketId> dead = givenBack();
            return all(OrderConfirmed.class)
                    .flatMap(order -> order.tickets().stream())
                    .filter(ticket -> ticket.tierId().equals(tier) && !dead.contains(ticket.ticketId()))
                    .count();
        }

        private void requireTicketsDead() {
            Set<TicketId> revoked = new HashSet<>();
            all(TicketRevoked.class).forEach(ticket -> revoked.add(ticket.ticketId()));
            assertThat(revoked).isEqualTo(givenBack());
        }

        private Set<TicketId> givenBack() {
            Set<TicketId> dead = new HashSet<>(gone);
            all(OrderRefunded.class).forEach(order -> order.tickets().forEach(ticket -> dead.add(ticket.ticketId())));
            return dead;
        }

        private void requireEveryGrantedRefundEnded() {
            Set<RefundId> ended = new HashSet<>();
            all(TicketsRefunded.class).forEach(event -> ended.add(event.refundId()));
            all(RefundRejected.class)
                    .forEach(event -> assertThat(ended.add(event.refundId()))
                            .as("paid or rejected, not both")
                            .isTrue());
            all(RefundGranted.class).forEach(event -> assertThat(ended).contains(event.refundId()));
        }

        private Money total(OrderId order) {
            return all(OrderPlaced.class)
                    .filter(placed -> placed.orderId().equals(order))
                    .map(placed -> placed.amounts().total())
                    .findFirst()
                    .orElseThrow();
        }

        private <E> Stream<E> all(Class<E> event) {
            return bench.tape.stream().filter(event::isInstance).map(event::cast);
        }

        private <E> long sum(Class<E> event, Function<E, Integer> quantity) {
            return all(event).mapToLong(quantity::apply).sum();
        }

        private static ClaimRefund claim(OrderId order, RefundId refund, List<TicketId> tickets) {
            return new ClaimRefund(order, refund, tickets, "Cannot come", false);
        }

        private static TicketId ticket(OrderId order, int number) {
            return TicketId.of(order, 1 + number % TICKETS);
        }

        private List<TicketId> all(OrderId order) {
            return all(OrderConfirmed.class)
                    .filter(confirmed -> confirmed.orderId().equals(order))
                    .flatMap(confirmed -> confirmed.tickets().stream())
                    .map(ticket -> ticket.ticketId())
                    .filter(ticket -> !gone.contains(ticket))
                    .toList();
        }
    }
}
