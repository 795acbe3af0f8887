package com.thec1rcle.command.night;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.thec1rcle.command.MovingClock;
import com.thec1rcle.command.config.CaffeineCache;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.command.payment.GatewayUnavailable;
import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.QuestionRound;
import com.thec1rcle.command.payment.SandboxSecrets;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.ClassUtils;

/**
 * The whole command side without its surroundings: every aggregate, conversation and process there is, on a store and a
 * vault in memory, with a clock that is moved by hand and a gateway with moods. Nothing happens by itself: a process
 * handles its next event when it is let, and an alarm rings when somebody looks at the clock.
 */
final class House {
    static final Instant OPENING = Instant.parse("2026-12-04T12:00:00Z");

    private static final Duration A_WHILE = Duration.ofMinutes(30);
    private static final String LANGUAGE = "com.thec1rcle.command";

    final MovingClock clock = new MovingClock(OPENING);
    final WrittenTimers timers = new WrittenTimers();
    final MoodyGateway gateway;

    /** Everything that has happened, in order. */
    final List<EventMessage<?>> tape = new ArrayList<>();

    private final FreshStore store = new FreshStore();
    private final CaffeineCache cache = new CaffeineCache(10_000);
    private final CommandBus bus = new OneThreadBus();
    private final FragileCommands commands =
            new FragileCommands(DefaultCommandGateway.builder().commandBus(bus).build());
    private final MongoTemplate vault;
    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final QuestionRound questions;
    private final List<Worker> workers;
    private int nights;

    House() {
        MongoServer server = new MongoServer(new MemoryBackend());
        MongoClient mongo = MongoClients.create(server.bindAndGetConnectionString());
        vault = new MongoTemplate(mongo, "vault");
        furnish();
        spring.getBean(PaymentGateway.class);
        gateway = spring.getBean(MoodyGateway.class);
        questions = new QuestionRound(spring);
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(House.class),
                new SpringBeanParameterResolverFactory(spring));
        admitAggregates(parameters);
        spring.getBeansWithAnnotation(Conversation.class)
                .values()
                .forEach(
                        conversation -> new AnnotationCommandHandlerAdapter<>(conversation, parameters).subscribe(bus));
        workers = spring.getBeansWithAnnotation(Process.class).values().stream()
                .sorted(Comparator.comparing(process -> process.getClass().getName()))
                .map(process -> new Worker(process, new AnnotationEventHandlerAdapter(process, parameters)))
                .toList();
    }

    private void furnish() {
        spring.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("night", Map.of("c1rcle.payment.provider", "sandbox")));
        spring.registerBean(Clock.class, () -> clock);
        spring.registerBean(Timers.class, () -> timers);
        spring.registerBean(Commands.class, () -> commands);
        spring.registerBean(
                CommandGateway.class,
                () -> DefaultCommandGateway.builder().commandBus(bus).build());
        spring.registerBean("vault", MongoTemplate.class, () -> vault);
        spring.register(Furniture.class);
        spring.refresh();
    }

    private void admitAggregates(ParameterResolverFactory parameters) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(config -> bus)
                .configureEmbeddedEventStore(config -> store)
                .registerComponent(ParameterResolverFactory.class, config -> parameters);
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Decider.class));
        scanner.findCandidateComponents(LANGUAGE).forEach(found -> {
            Class<?> decider = ClassUtils.resolveClassName(found.getBeanClassName(), House.class.getClassLoader());
            configurer.configureAggregate(
                    AggregateConfigurer.defaultConfiguration(decider).configureCache(config -> cache));
        });
        configurer.start().eventBus().subscribe(tape::addAll);
    }

    /** Another night begins, and nobody remembers the last one; answers its number. */
    int forgetEverything() {
        store.clear();
        cache.removeAll();
        vault.getDb().drop();
        timers.clear();
        gateway.forgetEverything();
        tape.clear();
        workers.forEach(worker -> worker.handled = 0);
        clock.moveTo(OPENING);
        GenericEventMessage.clock = clock;
        return ++nights;
    }

    /** Events are dated by the true time again. */
    static void leave() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    /** What tickets' codes are written with. */
    TicketCodes codes() {
        return spring.getBean(TicketCodes.class);
    }

    // ---- Asking -------------------------------------------------------------------------------------------------

    /** The answer; fails the test with a refusal. */
    <R> R must(Object command, Actor actor) {
        try {
            return commands.ask(command, actor);
        } catch (Refusal refusal) {
            throw new AssertionError(command + " by " + actor.userId(), refusal);
        }
    }

    /** The answer, if it was not refused. */
    <R> Optional<R> ask(Object command, Actor actor) {
        try {
            return Optional.ofNullable(commands.<R>ask(command, actor));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    /** Asks, and the power goes after so many further questions. */
    void askCutShort(Object command, Actor actor, int questions) {
        commands.breakAfter(questions + 1);
        try {
            commands.ask(command, actor);
        } catch (Refusal refused) {
            return; // It was refused before the power went.
        } catch (RuntimeException cut) {
            requirePowerCut(cut);
        } finally {
            commands.mend();
        }
    }

    /** Lets people ask at the same moment: whoever asks waits for their turn before each question. */
    void takeTurns(Runnable turn) {
        commands.beforeEach(turn);
    }

    // ---- Working ------------------------------------------------------------------------------------------------

    int workers() {
        return workers.size();
    }

    /** Lets a process handle its next events; the power goes after so many questions, and it begins that event anew. */
    void let(int process, int events, int questions) {
        Worker worker = workers.get(process % workers.size());
        commands.breakAfter(questions);
        try {
            for (int event = 0; event < events && worker.handled < tape.size(); event++) {
                worker.handleNext();
            }
        } catch (Exception cut) {
            requireExpected(cut);
        } finally {
            commands.mend();
        }
    }

    /** A process handles again what it has handled last, as after a crash. */
    void again(int process, int events) {
        Worker worker = workers.get(process % workers.size());
        worker.handled = Math.max(0, worker.handled - events);
    }

    /** Rings whatever is due. */
    void lookAtTheClock() {
        timers.due(clock.instant()).forEach(alarm -> ask(alarm.command(), Actor.SYSTEM));
    }

    /** The gateway is asked about what is open; the power goes after so many questions. */
    void lookAtOpenQuestions(int limit) {
        commands.breakAfter(limit);
        try {
            questions.ask();
        } catch (Refusal | RuntimeException cut) {
            requireExpected(cut);
        } finally {
            commands.mend();
        }
    }

    /** Everybody does all there is to do now. */
    void workOn() {
        gateway.be(MoodyGateway.Mood.WILLING);
        int before = -1;
        while (before < tape.size()) {
            before = tape.size();
            for (Worker worker : workers) {
                worker.finish();
            }
            lookAtOpenQuestions(Integer.MAX_VALUE);
        }
    }

    /** Everybody does all there is to do, and time passes until nothing is to be waited for. */
    void seeTheNightThrough() {
        workOn();
        while (timers.next().isPresent() || questions.open() > 0) {
            Instant soon = clock.instant().plus(A_WHILE);
            Instant next = timers.next().filter(soon::isAfter).orElse(soon);
            if (next.isAfter(clock.instant())) {
                clock.moveTo(next);
            }
            lookAtTheClock();
            workOn();
        }
    }

    private static void requireExpected(Exception cut) {
        if (!(cut instanceof GatewayUnavailable)) {
            requirePowerCut(cut);
        }
    }

    private static void requirePowerCut(Exception cut) {
        for (Throwable cause = cut; cause != null; cause = cause.getCause()) {
            if (cause instanceof FragileCommands.PowerCut || cause instanceof GatewayUnavailable) {
                return;
            }
        }
        throw new AssertionError("Nobody expects this.", cut);
    }

    /** A process and how far on the tape it is. */
    private final class Worker {
        private final Object process;
        private final AnnotationEventHandlerAdapter handler;
        private int handled;

        Worker(Object process, AnnotationEventHandlerAdapter handler) {
            this.process = process;
            this.handler = handler;
        }

        void handleNext() throws Exception {
            EventMessage<?> message = tape.get(handled);
            if (handler.canHandle(message)) {
                handler.handle(message);
            }
            handled++;
        }

        void finish() {
            while (handled < tape.size()) {
                try {
                    handleNext();
                } catch (Exception failed) {
                    throw new AssertionError(
                            process.getClass().getSimpleName() + " is stuck at "
                                    + tape.get(handled).getPayload(),
                            failed);
                }
            }
        }
    }

    // ---- Furniture ----------------------------------------------------------------------------------------------

    /** All of the command side but what works by itself, and what the API brings it in a running house. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = LANGUAGE,
            lazyInit = true,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.DurableTimers",
                                ".*\\.config\\.Commands",
                                ".*\\.GuardedPaymentGateway",
                                ".*\\.PaymentReconciliation",
                                ".*\\.night\\..*"
                            }))
    @ConfigurationPropertiesScan(LANGUAGE)
    static class Furniture {
        @Bean
        MoodyGateway moodyGateway(@Qualifier("sandboxPaymentGateway") PaymentGateway sandbox) {
            return MoodyGateway.before(sandbox);
        }

        @Bean
        @Primary
        PaymentGateway paymentGateway(MoodyGateway moody) {
            return moody.asGateway();
        }

        @Bean
        TicketCodes ticketCodes() {
            return new TicketCodes(new TicketKeys("k1", Map.of("k1", "a secret of thirty-two bytes or so")));
        }

        @Bean
        SandboxSecrets sandboxSecrets() {
            return new SandboxSecrets("key_sandbox", "key secret", "webhook secret");
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
