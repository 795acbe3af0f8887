package com.thec1rcle.command.payment;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Stands between this house and whoever takes the money, so that a gateway that is slow, down or overrun costs nobody
 * more than a limited wait: calls have threads of their own, a limit of time, a bounded number of attempts, and a
 * circuit that opens when most of them fail.
 */
@Component
@Primary
final class GuardedPaymentGateway implements PaymentGateway, AutoCloseable {
    private static final String CALLS = "c1rcle.payment.gateway.calls";
    private static final String CIRCUIT = "c1rcle.payment.gateway.circuit";
    private static final int WINDOW = 20;
    private static final int FEWEST_CALLS = 5;
    private static final int PROBES = 3;
    private static final long IDLE_SECONDS = 30;

    private final PaymentGateway adapter;
    private final GatewaySettings settings;
    private final MeterRegistry meters;
    private final ExecutorService threads;
    private final CircuitBreaker circuit;
    private final Retry retry;

    GuardedPaymentGateway(@Qualifier(ADAPTER) PaymentGateway adapter, GatewaySettings settings, MeterRegistry meters) {
        this.adapter = adapter;
        this.settings = settings;
        this.meters = meters;
        this.threads = boundedThreads(settings.calls());
        this.circuit = CircuitBreaker.of(
                "payment-gateway",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(FEWEST_CALLS)
                        .failureRateThreshold(settings.failures())
                        .waitDurationInOpenState(settings.pause())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .recordException(GatewayUnavailable.class::isInstance)
                        // That we are busy says nothing of the gateway.
                        .ignoreException(RejectedExecutionException.class::isInstance)
                        .build());
        this.retry = Retry.of(
                "payment-gateway",
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(settings.backOff()))
                        .retryOnException(GatewayUnavailable.class::isInstance)
                        .build());
        Gauge.builder(CIRCUIT, circuit, GuardedPaymentGateway::opened)
                .description("0 closed, 0.5 trying again, 1 open")
                .strongReference(true)
                .register(meters);
    }

    private static ExecutorService boundedThreads(int calls) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                calls,
                calls,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(calls),
                Thread.ofPlatform().name("gateway-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static double opened(CircuitBreaker circuit) {
        return switch (circuit.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 0.5;
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
        };
    }

    /** Whether a call has any prospect now. */
    boolean isReachable() {
        return opened(circuit) < 1;
    }

    @Override
    public String openOrder(OrderId orderId, Money amount, boolean again) {
        AtomicInteger attempt = new AtomicInteger();
        return guarded("open-order", () -> adapter.openOrder(orderId, amount, attempt.getAndIncrement() > 0 || again));
    }

    @Override
    public Capture capture(String gatewayOrderId, String paymentId, Money amount) {
        return guarded("capture", () -> adapter.capture(gatewayOrderId, paymentId, amount));
    }

    @Override
    public List<Payment> paymentsOf(String gatewayOrderId) {
        return guarded("payments-of", () -> adapter.paymentsOf(gatewayOrderId));
    }

    @Override
    public Refund refund(RefundRequest request) {
        return guarded("refund", () -> adapter.refund(request));
    }

    @Override
    public Optional<Refund> findRefund(RefundRequest request) {
        return guarded("find-refund", () -> adapter.findRefund(request));
    }

    private <T> T guarded(String operation, Callable<T> call) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        try {
            T answer = retry.executeCallable(() -> circuit.executeCallable(() -> inTime(call)));
            outcome = "answered";
            return answer;
        } catch (GatewayUnavailable unavailable) {
            outcome = "unavailable";
            throw unavailable;
        } catch (GatewayRefused refused) {
            outcome = "refused";
            throw refused;
        } catch (CallNotPermittedException open) {
            outcome = "not-tried";
            throw new GatewayUnavailable("The gateway has failed too often just now, and is left alone.", open);
        } catch (RejectedExecutionException full) {
            outcome = "too-busy";
            throw new GatewayUnavailable("Too many calls to the gateway are under way.", full);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            sample.stop(meters.timer(CALLS, "operation", operation, "outcome", outcome));
        }
    }

    private <T> T inTime(Callable<T> call) throws Exception {
        Future<T> answer = threads.submit(call);
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new GatewayUnavailable("The gateway did not answer within " + settings.timeout() + ".", late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GatewayUnavailable("Interrupted while waiting for the gateway.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
