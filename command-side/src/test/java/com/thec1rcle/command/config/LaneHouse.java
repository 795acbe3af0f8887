package com.thec1rcle.command.config;

import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.MessageKeys;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;

/** A process that decides about jars, on a real PostgreSQL, with faults on demand. */
final class LaneHouse implements AutoCloseable {
    static final LaneSettings SETTINGS = new LaneSettings(32, 8, 2_000, 10_000, Duration.ofSeconds(10));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Gate gate = new Gate();
    final Faults faults = new Faults();
    final Cache cache;
    final LocalCommandBus bus;
    private final HikariDataSource dataSource;
    private final JdbcEventStorageEngine engine;
    private final Configuration axon;

    LaneHouse() {
        this(SETTINGS);
    }

    LaneHouse(LaneSettings settings) {
        this(settings, new CaffeineCache(1_000));
    }

    LaneHouse(LaneSettings settings, Cache cache) {
        this.cache = cache;
        dataSource = Postgres.pool();
        TransactionManager real = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        TransactionManager transactions = faults.around(real);
        engine = engine(dataSource, real, faults);
        DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration(false);
        configurer.configureSerializer(config -> json());
        configurer.configureTransactionManager(config -> transactions);
        configurer.configureEventStore(
                config -> EmbeddedEventStore.builder().storageEngine(engine).build());
        configurer.configureCorrelationDataProviders(config -> List.of(provenance()));
        configurer.registerComponent(Gate.class, config -> gate);
        configurer.configureCommandBus(config -> {
            LocalCommandBus local = new LocalCommandBus(
                    LocalCommandBus.builder(),
                    transactions,
                    config.getComponent(CommandBusSpanFactory.class),
                    settings,
                    meters);
            local.registerHandlerInterceptor(new CorrelationDataInterceptor<>(config.correlationDataProviders()));
            return local;
        });
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Jar.class)
                .configureCache(config -> cache)
                .configureSnapshotTrigger(config -> new EventCountSnapshotTriggerDefinition(config.snapshotter(), 50)));
        axon = configurer.start();
        bus = (LocalCommandBus) axon.commandBus();
    }

    /** Another process on the same events; what is not exclusive keeps nothing in memory. */
    static LaneHouse notExclusive(LaneSettings settings) {
        return new LaneHouse(settings, NoCache.INSTANCE);
    }

    private static JdbcEventStorageEngine engine(
            DataSource dataSource, TransactionManager transactions, Faults faults) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .snapshotSerializer(json())
                .eventSerializer(json())
                .persistenceExceptionResolver(LaneHouse::isDuplicateKey)
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .transactionManager(transactions);
        return new JdbcEventStorageEngine(builder) {
            @Override
            protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
                faults.beforeAppend(events);
                super.appendEvents(events, serializer);
            }
        };
    }

    private static boolean isDuplicateKey(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static Serializer json() {
        return Jackson3Serializer.builder().build();
    }

    private static CorrelationDataProvider provenance() {
        return message -> Map.of(
                MessageKeys.CAUSATION_ID,
                message.getIdentifier(),
                MessageKeys.ACTOR_ID,
                message.getMetaData().getOrDefault(MessageKeys.ACTOR_ID, "nobody"));
    }

    FutureCallback<Object, Object> send(Object command) {
        return send(GenericCommandMessage.asCommandMessage(command));
    }

    FutureCallback<Object, Object> send(CommandMessage<Object> command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(command, answer);
        return answer;
    }

    CommandResultMessage<?> ask(Object command) {
        return answer(send(command));
    }

    static CommandResultMessage<?> answer(FutureCallback<Object, Object> answer) {
        return answer.getResult(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    static Optional<RefusalDetails> refusal(CommandResultMessage<?> answer) {
        return answer.isExceptional() ? answer.exceptionDetails() : Optional.empty();
    }

    /** Keeps a jar busy until the gate opens, so that what is sent meanwhile waits, and then goes together. */
    void occupy(String jar) {
        gate.close();
        send(new Jar.Wait(jar));
        gate.awaitSomebody();
    }

    String openJar(String jar) {
        ask(new Jar.Open(jar));
        return jar;
    }

    List<? extends DomainEventMessage<?>> history(String jar) {
        return engine.readEvents(jar, 0).asStream().toList();
    }

    List<String> coins(String jar) {
        return history(jar).stream()
                .map(EventMessage::getPayload)
                .filter(Jar.Dropped.class::isInstance)
                .map(dropped -> ((Jar.Dropped) dropped).coin())
                .toList();
    }

    boolean hasSnapshot(String jar) {
        return engine.readSnapshot(jar).isPresent();
    }

    int largestBatch() {
        return (int) meters.get("c1rcle.lanes.batch").summary().max();
    }

    @Override
    public void close() throws InterruptedException {
        gate.open();
        bus.close();
        axon.shutdown();
        dataSource.close();
    }

    /** Where a jar that was told to wait stands, until it is opened. */
    static final class Gate {
        final AtomicInteger decided = new AtomicInteger();
        private final Semaphore waiting = new Semaphore(0);
        private volatile CountDownLatch opening = new CountDownLatch(0);

        void close() {
            waiting.drainPermits();
            opening = new CountDownLatch(1);
        }

        void open() {
            opening.countDown();
        }

        void pass() {
            waiting.release();
            try {
                if (!opening.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody opened the gate.");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        void awaitSomebody() {
            try {
                if (!waiting.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody came to the gate.");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** What the store does wrong; each is asked anew every time. */
    static final class Faults {
        final AtomicInteger begun = new AtomicInteger();
        volatile Supplier<Fault> next = () -> Fault.NONE;
        volatile Runnable beforeCommit = () -> {};

        /** When the store fails. */
        enum Fault {
            NONE,
            BEGIN,
            APPEND,
            APPEND_BADLY,
            /** The commit never arrives. */
            COMMIT,
            /** The commit arrives, the answer does not. */
            COMMITTED
        }

        private final ThreadLocal<Fault> now = ThreadLocal.withInitial(() -> Fault.NONE);

        void beforeAppend(List<? extends EventMessage<?>> events) {
            if (now.get() == Fault.APPEND && !events.isEmpty()) {
                throw new IllegalStateException("The store could not write.");
            }
            if (now.get() == Fault.APPEND_BADLY) {
                throw new StackOverflowError("The store could not write at all.");
            }
        }

        TransactionManager around(TransactionManager real) {
            return () -> {
                begun.incrementAndGet();
                now.set(next.get());
                if (now.get() == Fault.BEGIN) {
                    throw new CannotCreateTransactionException("The store is away.");
                }
                return faulty(real.startTransaction(), now.get());
            };
        }

        private Transaction faulty(Transaction transaction, Fault fault) {
            return new Transaction() {
                private boolean committed;

                @Override
                public void commit() {
                    beforeCommit.run();
                    if (fault != Fault.COMMIT) {
                        transaction.commit();
                        committed = true;
                    }
                    if (fault == Fault.COMMIT || fault == Fault.COMMITTED) {
                        throw new IllegalStateException("The connection broke.");
                    }
                }

                @Override
                public void rollback() {
                    if (!committed) {
                        transaction.rollback();
                    }
                }
            };
        }

        /** This one once, then none. */
        void once(Fault fault) {
            AtomicInteger left = new AtomicInteger(1);
            next = () -> left.getAndDecrement() > 0 ? fault : Fault.NONE;
        }
    }

    /** One server for all tests of this process. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "localhost")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                try (HikariDataSource dataSource = pool(server)) {
                    TransactionManager transactions =
                            new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
                    engine(dataSource, transactions, new Faults()).createSchema(PostgresEventTableFactory.INSTANCE);
                }
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static HikariDataSource pool() {
            return pool(SERVER);
        }

        private static HikariDataSource pool(EmbeddedPostgres server) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            pool.setMaximumPoolSize(20);
            pool.setMinimumIdle(1);
            return pool;
        }
    }
}
