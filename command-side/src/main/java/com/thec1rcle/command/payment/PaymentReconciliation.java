package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.payment.OpenQuestions.Question;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.payment.PaymentState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the gateway about money whose end is unknown: ever more patiently while it only may come, soon and again while
 * something is to be done. While the gateway is down nobody asks; when it is back, everything due is asked at once.
 */
@Component
final class PaymentReconciliation implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentReconciliation.class);
    static final int QUEUE = 64;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(15);
    private static final int MOST_DOUBLINGS = 20;

    private final OpenQuestions questions;
    private final PaymentSettlement settlement;
    private final GuardedPaymentGateway gateway;
    private final ReconciliationSettings settings;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private @Nullable ScheduledExecutorService ticks;
    private @Nullable ThreadPoolExecutor workers;

    PaymentReconciliation(
            OpenQuestions questions,
            PaymentSettlement settlement,
            GuardedPaymentGateway gateway,
            ReconciliationSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.questions = questions;
        this.settlement = settlement;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("c1rcle.payment.questions", questions, OpenQuestions::count)
                .description("Orders about whose money the gateway is still to be asked")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        workers = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("reconciliation-", 1).daemon().factory());
        ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reconciliation").daemon().factory());
        ticks.scheduleWithFixedDelay(
                this::look, settings.interval().toMillis(), settings.interval().toMillis(), TimeUnit.MILLISECONDS);
        questions.whenRaised(this::lookSoon);
    }

    @Override
    public synchronized void stop() {
        if (ticks != null && workers != null) {
            ticks.shutdownNow();
            workers.shutdownNow();
            ticks = null;
            workers = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticks != null;
    }

    @Override
    public int getPhase() {
        return Commands.ANSWERED_PHASE;
    }

    private synchronized void lookSoon() {
        if (ticks != null && !looking.get()) {
            try {
                ticks.execute(this::look);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Stopping; the question is found at the next start.", stopping);
            }
        }
    }

    /** Takes what is due, as much as the workers can take, and nothing while the gateway is down. */
    private void look() {
        looking.set(true);
        try {
            ThreadPoolExecutor pool = pool();
            if (pool == null || !gateway.isReachable()) {
                return;
            }
            for (Question question : questions.due(pool.getQueue().remainingCapacity())) {
                Instant until = clock.instant().plus(LEASE);
                if (questions.claim(question, until)) {
                    pool.execute(() -> answer(question, until));
                }
            }
        } catch (RuntimeException unavailable) {
            LOG.warn("Open questions could not be looked at; this is tried again shortly.", unavailable);
        } finally {
            looking.set(false);
        }
    }

    private synchronized @Nullable ThreadPoolExecutor pool() {
        return workers;
    }

    private void answer(Question question, Instant until) {
        int looks = question.looks() + 1;
        try {
            Optional<Instant> next = nextLook(settlement.settle(question.orderId(), question.looks() > 0), question);
            if (next.isPresent()) {
                questions.later(question, until, next.get(), looks);
            } else {
                questions.close(question, until);
            }
        } catch (GatewayUnavailable unavailable) {
            LOG.debug("The gateway does not say about {}: {}", question.orderId(), unavailable.getMessage());
            questions.later(question, until, soon(question), looks);
        } catch (Refusal | RuntimeException failed) {
            LOG.warn("The money of {} is not settled yet.", question.orderId(), failed);
            questions.later(question, until, clock.instant().plus(patience(question)), looks);
        }
    }

    /** While the gateway is down the circuit spares it; once it is back nobody waits long. */
    private Instant soon(Question question) {
        return clock.instant().plus(doubled(FIRST_RETRY, question.looks(), LONGEST_RETRY));
    }

    /** When to look again, if anything is open. */
    private Optional<Instant> nextLook(PaymentState state, Question question) {
        Instant next = clock.instant().plus(patience(question));
        if (isUrgent(state)) {
            return overdue(question) ? givenUp(question) : Optional.of(next);
        }
        boolean mayCome = state.mayBePaid() && next.isBefore(question.since().plus(settings.lateCaptures()));
        return mayCome ? Optional.of(next) : Optional.empty();
    }

    private static boolean isUrgent(PaymentState state) {
        return state.isToBeOpened()
                || !state.proven().isEmpty()
                || state.refunds().stream().anyMatch(refund -> !refund.failed());
    }

    private boolean overdue(Question question) {
        return clock.instant().isAfter(question.since().plus(settings.giveUp()));
    }

    private static Optional<Instant> givenUp(Question question) {
        LOG.error("The money of order {} is still open and needs a person.", question.orderId());
        return Optional.empty();
    }

    private Duration patience(Question question) {
        return doubled(settings.firstLook(), question.looks(), settings.longestWait());
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration wait = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
