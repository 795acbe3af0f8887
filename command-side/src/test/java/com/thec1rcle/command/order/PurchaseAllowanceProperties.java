package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.AllowanceCommand;
import com.thec1rcle.kernel.order.AllowanceCommand.ClaimAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.CloseRestoration;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.RestoreAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.ReturnAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.TakeAllowance;
import com.thec1rcle.kernel.order.AllowanceEvent;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceClaimed;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceKept;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceRestored;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceReturned;
import com.thec1rcle.kernel.order.AllowanceEvent.AllowanceTaken;
import com.thec1rcle.kernel.order.AllowanceEvent.RestorationClosed;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import java.time.Duration;
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

class PurchaseAllowanceProperties {
    private static final AllowanceId ID = AllowanceId.of(EVENT, GUEST);
    private static final int LIMIT = 10;

    enum Ask {
        TAKE,
        CLAIM,
        KEEP,
        RETURN,
        RESTORE,
        CLOSE
    }

    record Step(Ask ask, int order, int quantity, int minutes) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Ask.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, LIMIT),
                        Arbitraries.integers().between(0, 6))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whateverOrdersRaceLapsePayLateOrGiveUpTheLimitHolds(@ForAll("steps") List<Step> steps) {
        AllowanceTaken first =
                new AllowanceTaken(ID, new OrderId("order-1"), 4, LIMIT, NOW.plus(Duration.ofMinutes(10)));
        AggregateBench<AllowanceEvent> allowance =
                new AggregateBench<>(PurchaseAllowance.class, ID, NOW, List.of(first));
        List<AllowanceEvent> history = new ArrayList<>();
        for (Step step : steps) {
            allowance.clock.moveBy(Duration.ofMinutes(step.minutes()));
            allowance.send(commandOf(step, allowance.clock.instant()), Actor.SYSTEM);
            history.addAll(allowance.news());
            assertThat(committed(history)).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static AllowanceCommand commandOf(Step step, Instant now) {
        OrderId order = new OrderId("order-" + step.order());
        return switch (step.ask()) {
            case TAKE -> new TakeAllowance(ID, order, step.quantity(), LIMIT, now.plus(Duration.ofMinutes(10)));
            case CLAIM -> new ClaimAllowance(ID, order, step.quantity());
            case KEEP -> new KeepAllowance(ID, order);
            case RESTORE -> new RestoreAllowance(ID, order, RefundId.ofWhole(order), 1);
            case CLOSE -> new CloseRestoration(ID, RefundId.ofWhole(order));
            case RETURN -> new ReturnAllowance(ID, order);
        };
    }

    /** Tickets that lapse no more. */
    private static int committed(List<AllowanceEvent> history) {
        Map<OrderId, Integer> claimed = new HashMap<>();
        int kept = 0;
        for (AllowanceEvent event : history) {
            switch (event) {
                case AllowanceTaken taken -> claimed.remove(taken.orderId());
                case AllowanceClaimed claim -> claimed.put(claim.orderId(), claim.quantity());
                case AllowanceReturned back -> claimed.remove(back.orderId());
                case AllowanceKept keep -> {
                    claimed.remove(keep.orderId());
                    kept += keep.quantity();
                }
                case AllowanceRestored restored -> kept -= restored.quantity();
                case RestorationClosed closed -> {}
            }
        }
        return kept + claimed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
