package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static com.thec1rcle.command.order.OrderFixtures.ORDER;
import static com.thec1rcle.command.order.OrderFixtures.TOTAL;
import static com.thec1rcle.command.order.OrderFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.MovingClock;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.command.ticketing.Ticket;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderCommand.CancelOrder;
import com.thec1rcle.kernel.order.OrderCommand.ExpireOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.VerifyPayment;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.PaymentRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;

/**
 * Whatever arrives about the money of one order, in whatever order and however often: it is confirmed at most once, and
 * all money that came in is held by a confirmed order or went back.
 */
class OrderMoneyProperties {
    private static final PaymentSignatures SIGNATURES = new PaymentSignatures("key-secret", List.of("hook-secret"));
    private static final String CHECKOUT = "order_1";

    /** What may arrive. */
    enum News {
        PROOF,
        CAPTURE_NOTICE,
        WRONG_AMOUNT_NOTICE,
        FAILURE_NOTICE,
        GATEWAY_CAPTURES,
        TIME_IS_OVER,
        GUEST_CANCELS,
        EVENT_IS_CANCELLED,
        STOCK_IS_GONE,
        STOCK_IS_BACK,
        PROCESS_IS_BEHIND,
        PROCESS_CATCHES_UP,
        REFUND_DONE
    }

    /** One of up to three payments that the guest tries. */
    record Step(News news, int payment) {}

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void moneyInIsMoneyHeldOrGivenBackAndTheOrderIsConfirmedAtMostOnce(@ForAll("steps") List<Step> steps)
            throws Exception {
        Bench bench = new Bench();
        for (Step step : steps) {
            bench.take(step);
            bench.requireAtMostOneConfirmation();
        }
        bench.settleDown();
        bench.requireAtMostOneConfirmation();
        bench.requireAllMoneyAccountedFor();
        bench.requireExactStock();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(News.class), Arbitraries.integers().between(1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    /** The real order and its fulfilment, over one tier that only counts. */
    private static final class Bench {
        private final EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
        private final Commands commands = new Commands(gatewayOf(bus));
        private final MovingClock clock = new MovingClock(NOW);
        private final Errands errands = new Errands(clock);
        private final OrderFulfilment fulfilment = new OrderFulfilment(commands, errands, new NoTimers(), clock);
        private final Map<String, Repository<?>> repositories = new HashMap<>();
        private boolean stockLeft = true;
        private String stock = "HELD";
        private boolean behind;
        private int seen = 3;

        Bench() {
            ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                    ClasspathParameterResolverFactory.forClass(Order.class),
                    new SimpleResourceParameterResolverFactory(List.of(clock, SIGNATURES)));
            RepositoryProvider provider = this::repositoryOf;
            repositories.put(Order.class.getName(), repository(Order.class, parameters, provider));
            repositories.put(Ticket.class.getName(), repository(Ticket.class, parameters, provider));
            AggregateAnnotationCommandHandler.<Order>builder()
                    .aggregateType(Order.class)
                    .parameterResolverFactory(parameters)
                    .repository(repositoryOf(Order.class))
                    .build()
                    .subscribe(bus);
            subscribeTier();
            List<Object> begun = List.of(
                    placed(),
                    new PaymentRequested(ORDER, TOTAL),
                    new GatewayOrderOpened(ORDER, "sandbox", CHECKOUT, "key_1", TOTAL));
            for (int i = 0; i < begun.size(); i++) {
                store.publish(new GenericDomainEventMessage<>("Order", ORDER.value(), i, begun.get(i)));
            }
        }

        private <T> Repository<T> repository(
                Class<T> type, ParameterResolverFactory parameters, RepositoryProvider provider) {
            return EventSourcingRepository.builder(type)
                    .eventStore(store)
                    .parameterResolverFactory(parameters)
                    .repositoryProvider(provider)
                    .build();
        }

        @SuppressWarnings("unchecked")
        private <T> Repository<T> repositoryOf(Class<T> type) {
            return (Repository<T>) repositories.get(type.getName());
        }

        /** HELD, CLAIMED, SOLD or FREE; a claim of what is free needs stock. */
        private void subscribeTier() {
            bus.subscribe(ClaimHold.class.getName(), message -> {
                if (stock.equals("FREE") && !stockLeft) {
                    throw refused(ErrorCode.SOLD_OUT);
                }
                assertThat(stock).as("claimed after it was sold").isNotEqualTo("SOLD");
                stock = "CLAIMED";
                return null;
            });
            bus.subscribe(SettleHold.class.getName(), message -> {
                assertThat(stock).as("sold without a claim").isIn("CLAIMED", "SOLD");
                stock = "SOLD";
                return null;
            });
            bus.subscribe(AbandonClaim.class.getName(), message -> {
                stock = stock.equals("SOLD") ? stock : "FREE";
                return null;
            });
            bus.subscribe(ReleaseHold.class.getName(), message -> {
                stock = stock.equals("HELD") ? "FREE" : stock;
                return null;
            });
            bus.subscribe(ClaimAllowance.class.getName(), message -> null);
            bus.subscribe(KeepAllowance.class.getName(), message -> null);
            bus.subscribe(ReturnAllowance.class.getName(), message -> null);
        }

        void take(Step step) throws Exception {
            String payment = "pay_" + step.payment();
            switch (step.news()) {
                case PROOF ->
                    tolerating(() -> commands.ask(
                            new VerifyPayment(ORDER, CHECKOUT, payment, SIGNATURES.ofPayment(CHECKOUT, payment)),
                            Actor.user(GUEST)));
                case CAPTURE_NOTICE, GATEWAY_CAPTURES ->
                    fulfilment.settle(new RecordCapture(ORDER, CHECKOUT, payment, TOTAL));
                case WRONG_AMOUNT_NOTICE ->
                    fulfilment.settle(new RecordCapture(ORDER, CHECKOUT, "wrong_" + payment, Money.inr(7_777)));
                case FAILURE_NOTICE ->
                    commands.ask(new RecordPaymentFailure(ORDER, CHECKOUT, payment, "The bank said no."));
                case TIME_IS_OVER -> {
                    clock.moveTo(HELD_UNTIL);
                    commands.ask(new ExpireOrder(ORDER));
                }
                case GUEST_CANCELS ->
                    tolerating(() -> commands.ask(new CancelOrder(ORDER, "Changed plans"), Actor.user(GUEST)));
                case EVENT_IS_CANCELLED -> commands.ask(new CancelForEvent(ORDER));
                case STOCK_IS_GONE -> stockLeft = false;
                case STOCK_IS_BACK -> stockLeft = true;
                case PROCESS_IS_BEHIND -> behind = true;
                case PROCESS_CATCHES_UP -> behind = false;
                case REFUND_DONE -> finishRefunds();
            }
            if (!behind) {
                process();
            }
        }

        /** The process sees each event at least once, in order. */
        private void process() throws Refusal {
            List<DomainEventMessage<?>> events = events();
            for (int i = Math.max(3, seen - 1); i < events.size(); i++) {
                switch (events.get(i).getPayload()) {
                    case PaymentCaptured event ->
                        fulfilment.on(event, clock.instant().minusSeconds(60));
                    case OrderConfirmed event -> fulfilment.on(event);
                    case OrderExpired event -> fulfilment.on(event);
                    case OrderCancelled event -> fulfilment.on(event);
                    default -> assertThat(events.get(i).getPayload()).isNotNull();
                }
                events = events();
            }
            seen = events.size();
        }

        void settleDown() throws Refusal {
            behind = false;
            process();
            finishRefunds();
            process();
        }

        private void finishRefunds() throws Refusal {
            for (RefundRequested refund : of(RefundRequested.class)) {
                commands.ask(new RecordRefund(ORDER, refund.refundId(), "rfnd_1", refund.amount()));
            }
        }

        void requireAtMostOneConfirmation() {
            assertThat(of(OrderConfirmed.class)).hasSizeLessThanOrEqualTo(1);
        }

        void requireAllMoneyAccountedFor() {
            long in = of(PaymentCaptured.class).stream()
                    .mapToLong(event -> event.amount().amount())
                    .sum();
            long back = of(RefundCompleted.class).stream()
                    .mapToLong(event -> event.amount().amount())
                    .sum();
            boolean refunded = of(RefundCompleted.class).stream().anyMatch(RefundCompleted::ofConfirmedOrder);
            long held = !of(OrderConfirmed.class).isEmpty() && !refunded ? TOTAL.amount() : 0;
            assertThat(in).isEqualTo(held + back);
            assertThat(of(PaymentCaptured.class))
                    .extracting(PaymentCaptured::paymentId)
                    .doesNotHaveDuplicates();
        }

        /** Sold if it was confirmed; else nobody's claim is left over. */
        void requireExactStock() {
            if (of(OrderConfirmed.class).isEmpty()) {
                assertThat(stock).isIn("HELD", "FREE");
            } else if (of(RefundCompleted.class).stream().noneMatch(RefundCompleted::ofConfirmedOrder)) {
                assertThat(stock).isEqualTo("SOLD");
            }
        }

        private <E> List<E> of(Class<E> type) {
            return events().stream()
                    .map(DomainEventMessage::getPayload)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        private List<DomainEventMessage<?>> events() {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            store.readEvents(ORDER.value()).forEachRemaining(events::add);
            return events;
        }
    }

    private interface Trying {
        void run() throws Refusal;
    }

    /** A guest may be refused; what matters is what that leaves. */
    private static void tolerating(Trying trying) {
        try {
            trying.run();
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isIn(ErrorCode.ORDER_STATE, ErrorCode.ORDER_EXPIRED, ErrorCode.PAYMENT_MISMATCH);
        }
    }

    private static CommandExecutionException refused(ErrorCode code) {
        return new CommandExecutionException(code.name(), null, new Refusal(code, code.name()).details());
    }

    private static CommandGateway gatewayOf(SimpleCommandBus bus) {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private static final class NoTimers implements Timers {
        @Override
        public void set(String id, Instant due, Object command) {
            throw new AssertionError("Nothing here is somebody else's.");
        }

        @Override
        public void cancel(String id) {
            throw new AssertionError("Nothing was set.");
        }
    }
}
