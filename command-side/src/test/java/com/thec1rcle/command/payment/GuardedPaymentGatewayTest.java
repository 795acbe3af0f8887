package com.thec1rcle.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that is slow, down or overrun costs nobody more than a limited wait. */
class GuardedPaymentGatewayTest {
    private static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    private static final Money TOTAL = Money.inr(195_930);
    private static final GatewayUnavailable DOWN = new GatewayUnavailable("Down.", null);

    private final PaymentGateway adapter = mock(PaymentGateway.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<GuardedPaymentGateway> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(GuardedPaymentGateway::close);
    }

    @Test
    void anAnswerThatDidNotComeIsAskedForOnceMoreAsOneThatMayHaveBeenGiven() {
        when(adapter.openOrder(ORDER, TOTAL, false)).thenThrow(DOWN);
        when(adapter.openOrder(ORDER, TOTAL, true)).thenReturn("order_1");
        assertThat(guarded(Duration.ofSeconds(5), 32).openOrder(ORDER, TOTAL, false))
                .isEqualTo("order_1");
        assertThat(calls("open-order", "answered")).isEqualTo(1);
    }

    @Test
    void attemptsAreBounded() {
        when(adapter.capture("order_1", "pay_1", TOTAL)).thenThrow(DOWN);
        assertThatThrownBy(() -> guarded(Duration.ofSeconds(5), 32).capture("order_1", "pay_1", TOTAL))
                .isInstanceOf(GatewayUnavailable.class);
        verify(adapter, times(2)).capture("order_1", "pay_1", TOTAL);
        assertThat(calls("capture", "unavailable")).isEqualTo(1);
    }

    @Test
    void aNoIsNotAskedForTwiceAndSaysThatTheGatewayLives() {
        when(adapter.openOrder(ORDER, TOTAL, false)).thenThrow(new GatewayRefused("Too little."));
        GuardedPaymentGateway gateway = guarded(Duration.ofSeconds(5), 32);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> gateway.openOrder(ORDER, TOTAL, false)).isInstanceOf(GatewayRefused.class);
        }
        verify(adapter, times(30)).openOrder(ORDER, TOTAL, false);
        assertThat(gateway.isReachable()).isTrue();
        assertThat(calls("open-order", "refused")).isEqualTo(30);
    }

    @Test
    void whoeverTakesTooLongIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        when(adapter.paymentsOf("order_1")).thenAnswer(call -> {
            never.await();
            return List.of();
        });
        assertThatThrownBy(() -> guarded(Duration.ofMillis(50), 32).paymentsOf("order_1"))
                .isInstanceOf(GatewayUnavailable.class)
                .hasMessageContaining("did not answer");
    }

    @Test
    void afterManyFailuresNobodyCallsUntilAFewHaveTriedWithSuccess() {
        doThrow(DOWN).when(adapter).openOrder(any(), any(), anyBoolean());
        GuardedPaymentGateway gateway = guarded(Duration.ofSeconds(5), 32);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gateway.openOrder(ORDER, TOTAL, false)).isInstanceOf(GatewayUnavailable.class);
        }
        assertThat(gateway.isReachable()).isFalse();
        assertThat(meters.get("c1rcle.payment.gateway.circuit").gauge().value()).isEqualTo(1);
        assertThatThrownBy(() -> gateway.openOrder(ORDER, TOTAL, false)).isInstanceOf(GatewayUnavailable.class);
        assertThat(calls("open-order", "not-tried")).isGreaterThanOrEqualTo(1);

        doReturn("order_1").when(adapter).openOrder(any(), any(), anyBoolean());
        await().until(gateway::isReachable);
        assertThat(gateway.openOrder(ORDER, TOTAL, false)).isEqualTo("order_1");
    }

    @Test
    void oneMoreThanFitIsToldSoAtOnceAndSaysNothingOfTheGateway() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        when(adapter.paymentsOf("order_1")).thenAnswer(call -> {
            inside.incrementAndGet();
            release.await();
            return List.of();
        });
        GuardedPaymentGateway gateway = guarded(Duration.ofSeconds(20), 2);
        try (ExecutorService guests = Executors.newCachedThreadPool()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                calls.add(guests.submit(() -> gateway.paymentsOf("order_1")));
            }
            await().until(() -> calls.stream().filter(Future::isDone).count() == 8);
            assertThat(inside).hasValue(2);
            assertThat(calls("payments-of", "too-busy")).isEqualTo(8);
            assertThat(gateway.isReachable()).isTrue();
            release.countDown();
        }
        assertThat(calls("payments-of", "answered")).isEqualTo(4);
    }

    @Test
    void whatBreaksInOurOwnCodeIsNoFaultOfTheGateway() {
        when(adapter.findRefund(any())).thenThrow(new IllegalStateException("Ours."));
        GuardedPaymentGateway gateway = guarded(Duration.ofSeconds(5), 32);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> gateway.findRefund(request())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(gateway.isReachable()).isTrue();
        verify(adapter, times(10)).findRefund(any());
        verifyNoMoreInteractions(adapter);
    }

    private static RefundRequest request() {
        return new RefundRequest(ORDER, RefundId.of(ORDER, "pay_1"), "pay_1", TOTAL, 1);
    }

    private double calls(String operation, String outcome) {
        return meters.get("c1rcle.payment.gateway.calls")
                .tags("operation", operation, "outcome", outcome)
                .timer()
                .count();
    }

    private GuardedPaymentGateway guarded(Duration timeout, int calls) {
        GuardedPaymentGateway gateway = new GuardedPaymentGateway(
                adapter,
                new GatewaySettings(
                        URI.create("http://127.0.0.1"),
                        timeout,
                        2,
                        Duration.ofMillis(10),
                        calls,
                        50,
                        Duration.ofMillis(300)),
                meters);
        opened.add(gateway);
        return gateway;
    }
}
