package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ReserveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeId;
import com.thec1rcle.kernel.promoter.LinkId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold when many ask at once, on a real bus with a real cache. */
class PayoutRaceTest {
    @Test
    void twentyRequestsOnOneBalanceAreNeverOverdrawn() throws Exception {
        try (RunningAccount account = RunningAccount.approved();
                ExecutorService clients = Executors.newFixedThreadPool(20)) {
            account.send(earn(ORDER, NIGHT, 70_000, true));
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> answers = IntStream.range(0, 20)
                    .mapToObj(number -> clients.submit(() -> {
                        start.await();
                        return account.sendAsPromoter(request(new PayoutId("payout-" + number), 20_000));
                    }))
                    .toList();
            start.countDown();
            int accepted = 0;
            for (Future<Boolean> answer : answers) {
                accepted += answer.get() ? 1 : 0;
            }
            assertThat(accepted).as("70,000 hold 20,000 three times").isEqualTo(3);
        }
    }

    @Test
    void aCodeNobodyHasIsAskedForHarmlesslyAndCanBeReservedLater() {
        try (RunningAccount running = RunningAccount.approved()) {
            LinkCodeId code = LinkCodeId.of("ABC234");
            LinkId link = LinkId.of(PROMOTER, NIGHT);
            assertUnknown(running, code);
            assertUnknown(running, code);
            running.send(new ReserveLinkCode(code, "ABC234", link));
            assertThat(running.ask(new ResolveLinkCode(code), AS_SYSTEM)).isEqualTo(link);
        }
    }

    private static void assertUnknown(RunningAccount running, LinkCodeId code) {
        assertThatThrownBy(() -> running.ask(new ResolveLinkCode(code), AS_SYSTEM))
                .hasCauseInstanceOf(Refusal.class)
                .cause()
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(ErrorCode.PROMOTER_CODE_INVALID);
    }
}
