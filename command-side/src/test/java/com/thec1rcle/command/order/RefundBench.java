package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.BUYER;
import static com.thec1rcle.command.order.OrderFixtures.CREATOR;
import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.OrderFixtures.PRICING;
import static com.thec1rcle.command.order.OrderFixtures.PROMOTER;
import static com.thec1rcle.command.order.OrderFixtures.VENUE;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.command.payment.GatewayUnavailable;
import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.PaymentParts;
import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.command.payment.RefundRequest;
import com.thec1rcle.command.refund.RefundParts;
import com.thec1rcle.command.refund.RefundSettings;
import com.thec1rcle.command.ticketing.TicketingParts;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.AllowanceCommand.TakeAllowance;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.OrderCommand.OpenOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderCommand.RequestPayment;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.TierTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/**
 * The real aggregates and processes of orders, tickets and refunds on a store in memory, and a gateway that counts. A
 * process handles its events in their order, whenever it is let; it can be cut short anywhere and begins that event anew.
 */
final class RefundBench implements AutoCloseable {
    static final TierId FREE = new TierId("tier-c-free");
    static final int STOCK = 12;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final List<Object> tape = new ArrayList<>();
    final CountingGateway gateway = new CountingGateway();

    private final List<EventMessage<?>> messages = new ArrayList<>();
    private final Configuration configuration;
    private final FragileCommands commands;
    private final List<AnnotationEventHandlerAdapter> processes;
    private final int[] handled;

    RefundBench() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(config -> new InMemoryEventStorageEngine())
                .registerComponent(Clock.class, config -> CLOCK)
                .registerComponent(
                        PaymentSignatures.class, config -> new PaymentSignatures("key-secret", List.of("hook-secret")))
                .registerComponent(RefundSettings.class, config -> RefundParts.SETTINGS)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Order.class))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(PurchaseAllowance.class))
                .configureAggregate(RefundParts.aggregate());
        configuration = TicketingParts.addTo(configurer).start();
        configuration
                .eventBus()
                .subscribe(published -> published.forEach(message -> {
                    messages.add(message);
                    tape.add(message.getPayload());
                }));
        commands = new FragileCommands(configuration);
        List<Object> all = new ArrayList<>(List.of(
                new OrderFulfilment(commands, new Errands(CLOCK), new NoTimers(), CLOCK),
                new TicketRevocation(commands),
                PaymentParts.refundExecution(gateway, commands, CLOCK)));
        all.addAll(RefundParts.processes(commands));
        processes = all.stream().map(AnnotationEventHandlerAdapter::new).toList();
        handled = new int[processes.size()];
        openSales(OrderFixtures.EARLY, 33_333);
        openSales(FREE, 0);
    }

    int processes() {
        return processes.size();
    }

    /** Places an order of so many tickets at a price and so many free ones, and opens its checkout. */
    void place(OrderId order, int priced, int free) {
        List<TierOffer> offers = new ArrayList<>();
        if (priced > 0) {
            offers.add(must(new HoldStock(OrderFixtures.EARLY, EVENT, order, priced, null)));
        }
        if (free > 0) {
            offers.add(must(new HoldStock(FREE, EVENT, order, free, null)));
        }
        Quote quote = PRICING.price(offers, true);
        AllowanceId allowance = AllowanceId.of(EVENT, GUEST);
        send(new TakeAllowance(allowance, order, priced + free, 100, HELD_UNTIL), Actor.SYSTEM);
        send(
                new OpenOrder(
                        order,
                        EVENT,
                        VENUE,
                        CREATOR,
                        quote.lines(),
                        quote.amounts(),
                        BUYER,
                        "print",
                        PROMOTER,
                        null,
                        HELD_UNTIL),
                Actor.user(GUEST));
        if (priced > 0) {
            send(new RequestPayment(order), Actor.user(GUEST));
            send(new RecordGatewayOrder(order, "sandbox", "gateway-" + order, "key_1"), Actor.SYSTEM);
        }
    }

    /** Sends; whether it was accepted. */
    boolean send(Object command, Actor actor) {
        try {
            commands.ask(command, actor);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Lets a process handle its next event; after so many questions it is cut short, and begins this event anew later. */
    void let(int process, int questions) {
        if (handled[process] == messages.size()) {
            return;
        }
        commands.left = questions;
        try {
            processes.get(process).handle(messages.get(handled[process]));
            handled[process]++;
        } catch (Exception cutShort) {
            requireExpected(cutShort);
        } finally {
            commands.left = Integer.MAX_VALUE;
        }
    }

    /** A process handles again what it has handled last, as after a crash. */
    void again(int process) {
        handled[process] = Math.max(0, handled[process] - 1);
    }

    /** Everybody does all there is to do, with nothing in the way. */
    void finish() {
        gateway.heal();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int process = 0; process < processes.size(); process++) {
                while (handled[process] < messages.size()) {
                    int before = handled[process];
                    let(process, Integer.MAX_VALUE);
                    if (handled[process] == before) {
                        throw new AssertionError(
                                "Stuck at " + messages.get(before).getPayload());
                    }
                    moved = true;
                }
            }
        }
    }

    private static void requireExpected(Exception cutShort) {
        boolean refused = cutShort instanceof Refusal refusal && refusal.code() == ErrorCode.TOO_BUSY;
        if (!refused && !(cutShort instanceof GatewayUnavailable)) {
            throw new AssertionError("Nobody expects this.", cutShort);
        }
    }

    private <R> R must(Object command) {
        try {
            return Objects.requireNonNull(commands.<R>ask(command));
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    private void openSales(TierId tier, long price) {
        TierTerms terms = new TierTerms(
                "Tier", EntryType.GENERAL, Money.inr(price), 1, 1, 10, null, null, null, false, null, null);
        publish(tier, 0, new TierCreated(tier, EVENT, CREATOR, terms, STOCK));
        publish(tier, 1, new SalesOpened(tier, EVENT, OrderFixtures.selling(true)));
    }

    private void publish(TierId tier, long sequence, Object event) {
        configuration
                .eventStore()
                .publish(new GenericDomainEventMessage<>("TicketTier", tier.value(), sequence, event));
    }

    @Override
    public void close() {
        configuration.shutdown();
    }

    /** Answers so many questions more, then is too busy. */
    private static final class FragileCommands extends Commands {
        private int left = Integer.MAX_VALUE;

        FragileCommands(Configuration configuration) {
            super(configuration.commandGateway());
        }

        @Override
        public <R> R ask(Object command, Actor actor) throws Refusal {
            if (left-- <= 0) {
                throw new Refusal(ErrorCode.TOO_BUSY, "Not now.");
            }
            return super.ask(command, actor);
        }
    }

    /** Gives money back once for each key, and sometimes fails, or does not answer although it did. */
    static final class CountingGateway implements PaymentGateway {
        enum Mood {
            WILLING,
            FAILING,
            DOWN,
            MUTE
        }

        final Map<String, Long> paidBack = new HashMap<>();
        private final Map<String, Refund> answers = new HashMap<>();
        private Mood mood = Mood.WILLING;

        void be(Mood next) {
            mood = next;
        }

        void heal() {
            mood = Mood.WILLING;
        }

        @Override
        public String openOrder(OrderId orderId, Money amount, boolean again) {
            throw new UnsupportedOperationException("Orders are opened by the test.");
        }

        @Override
        public Capture capture(String gatewayOrderId, String paymentId, Money amount) {
            throw new UnsupportedOperationException("Payments are captured by the test.");
        }

        @Override
        public Refund refund(RefundRequest request) {
            if (mood == Mood.DOWN) {
                throw new GatewayUnavailable("Down.", null);
            }
            Refund answer = answers.computeIfAbsent(request.idempotencyKey(), key -> decide(request));
            if (mood == Mood.MUTE) {
                throw new GatewayUnavailable("No answer.", null);
            }
            return answer;
        }

        @Override
        public Optional<Refund> findRefund(RefundRequest request) {
            if (mood == Mood.DOWN) {
                throw new GatewayUnavailable("Down.", null);
            }
            return Optional.ofNullable(answers.get(request.idempotencyKey()));
        }

        @Override
        public List<Payment> paymentsOf(String gatewayOrderId) {
            return List.of(); // Payments are captured by the test.
        }

        private Refund decide(RefundRequest request) {
            if (mood == Mood.FAILING) {
                return new Refund.Failed("No balance");
            }
            paidBack.merge(
                    request.orderId() + "/" + request.paymentId(),
                    request.amount().amount(),
                    Long::sum);
            return new Refund.Done("rfnd_" + request.idempotencyKey());
        }
    }

    private static final class NoTimers implements Timers {
        @Override
        public void set(String id, Instant due, Object command) {}

        @Override
        public void cancel(String id) {}
    }
}
