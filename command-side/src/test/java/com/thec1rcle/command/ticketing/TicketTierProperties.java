package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.ticketing.TierFixtures.EVENT;
import static com.thec1rcle.command.ticketing.TierFixtures.OWNER;
import static com.thec1rcle.command.ticketing.TierFixtures.TIER;
import static com.thec1rcle.command.ticketing.TierFixtures.order;
import static com.thec1rcle.command.ticketing.TierFixtures.stock;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.ticketing.TierCommand;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseReturn;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReturnStock;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierEvent;
import com.thec1rcle.kernel.ticketing.TierEvent.ClaimAbandoned;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldClaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.ReturnClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReclaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.axonframework.commandhandling.CommandResultMessage;

/** Whatever buyers, payments and clocks do, and in whatever order: a tier is never oversold, and its counts are exact. */
class TicketTierProperties {
    private static final int STOCK = 8;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void neverOversold(@ForAll("nights") List<Step> night) {
        Bench bench = new Bench();
        night.forEach(bench::play);
    }

    @Provide
    Arbitrary<List<Step>> nights() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, Kind.HOLD),
                Tuple.of(2, Kind.RELEASE),
                Tuple.of(5, Kind.CLAIM),
                Tuple.of(3, Kind.SETTLE),
                Tuple.of(2, Kind.ABANDON),
                Tuple.of(1, Kind.RESTOCK),
                Tuple.of(3, Kind.RETURN),
                Tuple.of(1, Kind.CLOSE_RETURN),
                Tuple.of(4, Kind.WAIT));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    enum Kind {
        HOLD,
        RELEASE,
        CLAIM,
        SETTLE,
        ABANDON,
        RESTOCK,
        RETURN,
        CLOSE_RETURN,
        WAIT
    }

    record Step(Kind kind, int order, int amount) {}

    private record ModelHold(int quantity, Instant until) {
        boolean standsAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /** What an honest clerk with a notebook would know from the events alone. */
    private static final class Model {
        private final Map<String, ModelHold> holds = new HashMap<>();
        private final Set<RefundId> returned = new HashSet<>();
        private int stock;
        private int sold;

        void note(TierEvent event) {
            switch (event) {
                case TierCreated created -> stock = created.stock();
                case StockSet set -> stock = set.stock();
                case StockHeld held -> add(held.orderId().value(), held.quantity(), held.heldUntil());
                case HoldReleased released -> remove(released.orderId().value(), released.quantity());
                case HoldLapsed lapsed -> remove(lapsed.orderId().value(), lapsed.quantity());
                case HoldClaimed claimed -> {
                    remove(claimed.orderId().value(), claimed.quantity());
                    add(claimed.orderId().value(), claimed.quantity(), null);
                }
                case StockReclaimed reclaimed -> add(reclaimed.orderId().value(), reclaimed.quantity(), null);
                case StockSold soldNow -> {
                    remove(soldNow.orderId().value(), soldNow.quantity());
                    sold += soldNow.quantity();
                }
                case ClaimAbandoned abandoned -> remove(abandoned.orderId().value(), abandoned.quantity());
                case StockReturned returned -> sold -= returned.quantity();
                case ReturnClosed ignored -> {}
                case TierRevised ignored -> {}
                case SalesOpened ignored -> {}
                case SalesClosed ignored -> {}
                default -> throw new AssertionError("Nobody waits on these nights: " + event);
            }
            int committed =
                    sold + holds.values().stream().mapToInt(ModelHold::quantity).sum();
            assertThat(committed).as("sold and held after " + event).isBetween(0, stock);
        }

        int freeAt(Instant now) {
            return stock
                    - sold
                    - holds.values().stream()
                            .filter(hold -> hold.standsAt(now))
                            .mapToInt(ModelHold::quantity)
                            .sum();
        }

        private void add(String order, int quantity, Instant until) {
            assertThat(holds.put(order, new ModelHold(quantity, until))).isNull();
        }

        private void remove(String order, int quantity) {
            assertThat(holds.remove(order).quantity()).isEqualTo(quantity);
        }
    }

    /** The real tier, and the clerk beside it. */
    private static final class Bench {
        private final AggregateBench<TierEvent> tier = TierFixtures.bench(STOCK);
        private final Model model = new Model();

        Bench() {
            note();
        }

        void play(Step step) {
            int free = model.freeAt(tier.clock.instant());
            ModelHold known = model.holds.get(order(step.order()).value());
            boolean stands = known != null && known.standsAt(tier.clock.instant());
            Refusal refusal = null;
            switch (step.kind()) {
                case HOLD -> {
                    refusal = send(new HoldStock(TIER, EVENT, order(step.order()), step.amount(), null));
                    if (!stands) {
                        requireAnswer(refusal, free, step.amount());
                    }
                }
                case CLAIM -> {
                    int quantity = known == null ? step.amount() : known.quantity();
                    refusal = send(new ClaimHold(TIER, order(step.order()), quantity));
                    if (stands) {
                        assertThat(refusal).isNull();
                    } else {
                        requireAnswer(refusal, free, quantity);
                    }
                }
                case RELEASE -> refusal = send(new ReleaseHold(TIER, order(step.order())));
                case SETTLE -> refusal = send(new SettleHold(TIER, order(step.order())));
                case ABANDON -> refusal = send(new AbandonClaim(TIER, order(step.order())));
                case RESTOCK -> {
                    int stock = step.order() * 2;
                    refusal = send(new ReviseTier(TIER, stock(stock)));
                    boolean fits = stock >= model.stock - free;
                    assertThat(refusal == null).isEqualTo(fits);
                }
                case WAIT -> tier.clock.moveBy(Duration.ofMinutes(step.amount()));
                case RETURN -> {
                    RefundId refund = new RefundId("refund-" + step.order());
                    boolean again = !model.returned.add(refund);
                    refusal = send(new ReturnStock(TIER, order(step.order()), refund, step.amount()));
                    if (!again) {
                        assertThat(refusal == null).isEqualTo(step.amount() <= model.sold);
                    }
                    if (refusal != null) {
                        model.returned.remove(refund);
                    }
                }
                case CLOSE_RETURN -> refusal = send(new CloseReturn(TIER, new RefundId("refund-" + step.order())));
            }
            note();
            requireExactCount();
        }

        private void requireAnswer(Refusal refusal, int free, int quantity) {
            if (quantity <= free) {
                assertThat(refusal).isNull();
            } else {
                assertThat(refusal.code()).isEqualTo(ErrorCode.SOLD_OUT);
                assertThat(refusal.details().facts()).containsEntry("available", Integer.toString(free));
            }
        }

        private void requireExactCount() {
            int free = model.freeAt(tier.clock.instant());
            CommandResultMessage<TierOffer> answer = tier.answer(new QuoteTier(TIER, EVENT, 1, null), Actor.SYSTEM);
            if (free == 0) {
                assertThat(((Refusal) answer.exceptionResult()).code()).isEqualTo(ErrorCode.SOLD_OUT);
            } else {
                assertThat(answer.getPayload().available()).isEqualTo(free);
            }
        }

        private Refusal send(TierCommand command) {
            return tier.send(command, command instanceof ReviseTier ? OWNER : Actor.SYSTEM);
        }

        private void note() {
            tier.news().forEach(model::note);
        }
    }
}
