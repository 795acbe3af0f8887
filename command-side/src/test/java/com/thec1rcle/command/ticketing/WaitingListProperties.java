package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.ticketing.TierFixtures.EVENT;
import static com.thec1rcle.command.ticketing.TierFixtures.OWNER;
import static com.thec1rcle.command.ticketing.TierFixtures.TIER;
import static com.thec1rcle.command.ticketing.TierFixtures.WAITING;
import static com.thec1rcle.command.ticketing.TierFixtures.order;
import static com.thec1rcle.command.ticketing.TierFixtures.stock;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.ticketing.TierCommand;
import com.thec1rcle.kernel.ticketing.TierCommand.AbandonClaim;
import com.thec1rcle.kernel.ticketing.TierCommand.ClaimHold;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.JoinWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.LeaveWaitingList;
import com.thec1rcle.kernel.ticketing.TierCommand.OfferFreedStock;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierCommand.ReleaseHold;
import com.thec1rcle.kernel.ticketing.TierCommand.ReviseTier;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierCommand.UndoHold;
import com.thec1rcle.kernel.ticketing.TierEvent;
import com.thec1rcle.kernel.ticketing.TierEvent.ClaimAbandoned;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldClaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.HoldReleased;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReclaimed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockReturned;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSet;
import com.thec1rcle.kernel.ticketing.TierEvent.StockSold;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Whatever buyers, payments, people who wait and clocks do, and in whatever order: sold, held and offered are never more
 * than the stock, nobody gets ahead of the line, and nobody who fits waits beside free stock.
 */
class WaitingListProperties {
    private static final int STOCK = 5;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void neverOversoldAndNeverOvertaken(@ForAll("nights") List<Step> night) {
        Bench bench = new Bench();
        night.forEach(bench::play);
    }

    @Provide
    Arbitrary<List<Step>> nights() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Kind.HOLD),
                Tuple.of(3, Kind.RELEASE),
                Tuple.of(1, Kind.UNDO),
                Tuple.of(3, Kind.CLAIM),
                Tuple.of(2, Kind.SETTLE),
                Tuple.of(2, Kind.ABANDON),
                Tuple.of(1, Kind.RESTOCK),
                Tuple.of(8, Kind.JOIN),
                Tuple.of(2, Kind.LEAVE),
                Tuple.of(3, Kind.WAKE),
                Tuple.of(4, Kind.WAIT));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 4))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    enum Kind {
        HOLD,
        RELEASE,
        UNDO,
        CLAIM,
        SETTLE,
        ABANDON,
        RESTOCK,
        JOIN,
        LEAVE,
        WAKE,
        WAIT
    }

    /** Guest number n places order number n. */
    record Step(Kind kind, int guest, int amount) {}

    private record Part(int quantity, Instant until) {
        boolean standsAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /** What an honest clerk with a notebook would know from the events alone, and would not let pass. */
    private static final class Clerk {
        private final Map<String, Part> holds = new HashMap<>();
        private final Map<String, Part> offers = new HashMap<>();
        private final Map<String, Integer> waiting = new LinkedHashMap<>();
        private int stock;
        private int sold;

        /** Of the order that is being placed: what it took of an offer, and whether it was the first to wait. */
        private int taken;

        private boolean wasFirst;

        void note(TierEvent event, Instant now) {
            switch (event) {
                case TierCreated created -> stock = created.stock();
                case StockSet set -> stock = set.stock();
                case StockHeld held -> {
                    requireTurn(held.quantity());
                    add(holds, held.orderId().value(), held.quantity(), held.heldUntil());
                }
                case HoldReleased released -> holds.remove(released.orderId().value());
                case HoldLapsed lapsed -> {
                    assertThat(holds.remove(lapsed.orderId().value()).standsAt(now))
                            .isFalse();
                }
                case HoldClaimed claimed -> holds.put(claimed.orderId().value(), new Part(claimed.quantity(), null));
                case StockReclaimed again -> add(holds, again.orderId().value(), again.quantity(), null);
                case StockSold gone ->
                    sold += holds.remove(gone.orderId().value()).quantity();
                case ClaimAbandoned abandoned ->
                    holds.remove(abandoned.orderId().value());
                case WaitingListJoined joined -> {
                    assertThat(waiting.put(joined.accountId().value(), joined.quantity()))
                            .isNull();
                    // Whoever gets an offer back finds a place, but nobody joins a line that is full.
                    assertThat(waiting.size() + offers.size()).isLessThanOrEqualTo(WAITING.size());
                }
                case WaitingListLeft left -> {
                    wasFirst = isFirst(left.accountId());
                    assertThat(waiting.remove(left.accountId().value())).isEqualTo(left.quantity());
                }
                case StockOffered offered -> {
                    requireFirstWhoFits(offered, now);
                    waiting.remove(offered.accountId().value());
                    add(offers, offered.accountId().value(), offered.quantity(), offered.offeredUntil());
                }
                case OfferRestored back -> add(offers, back.accountId().value(), back.quantity(), back.offeredUntil());
                case OfferTaken took -> {
                    taken = offers.remove(took.accountId().value()).quantity();
                    assertThat(taken).isEqualTo(took.quantity());
                }
                case OfferGivenUp up -> offers.remove(up.accountId().value());
                case OfferLapsed lapsed ->
                    assertThat(offers.remove(lapsed.accountId().value()).standsAt(now))
                            .isFalse();
                case StockReturned returned -> sold -= returned.quantity();
                default -> {
                    // Terms and sales.
                }
            }
            assertThat(sold + sum(holds) + sum(offers))
                    .as("committed after " + event)
                    .isBetween(0, stock);
        }

        void begin() {
            taken = 0;
            wasFirst = false;
        }

        /** Whoever is not first in line takes no more than was offered to them while others wait. */
        private void requireTurn(int quantity) {
            if (!waiting.isEmpty() && !wasFirst) {
                assertThat(quantity).isLessThanOrEqualTo(taken);
            }
        }

        private void requireFirstWhoFits(StockOffered offered, Instant now) {
            int free = freeAt(now);
            assertThat(waiting.get(offered.accountId().value()))
                    .isEqualTo(offered.quantity())
                    .isLessThanOrEqualTo(free);
            for (Map.Entry<String, Integer> before : waiting.entrySet()) {
                if (before.getKey().equals(offered.accountId().value())) {
                    return;
                }
                assertThat(before.getValue())
                        .as(before.getKey() + " was passed by")
                        .isGreaterThan(free);
            }
        }

        void requireNobodyWaitsInVain(Instant now) {
            int free = freeAt(now);
            assertThat(waiting.values()).allSatisfy(wish -> assertThat(wish).isGreaterThan(free));
        }

        int freeAt(Instant now) {
            return stock - sold - standing(holds, now) - standing(offers, now);
        }

        private boolean isFirst(UserId account) {
            return account.value().equals(waiting.keySet().iterator().next());
        }

        private static void add(Map<String, Part> parts, String key, int quantity, Instant until) {
            assertThat(parts.put(key, new Part(quantity, until))).isNull();
        }

        private static int sum(Map<String, Part> parts) {
            return parts.values().stream().mapToInt(Part::quantity).sum();
        }

        private static int standing(Map<String, Part> parts, Instant now) {
            return parts.values().stream()
                    .filter(part -> part.standsAt(now))
                    .mapToInt(Part::quantity)
                    .sum();
        }
    }

    /** The real tier, and the clerk beside it. */
    private static final class Bench {
        private final AggregateBench<TierEvent> tier = TierFixtures.bench(STOCK);
        private final Clerk clerk = new Clerk();
        private int entries;

        Bench() {
            note(false);
        }

        void play(Step step) {
            Actor guest = Actor.user(new UserId("guest-" + step.guest()));
            Refusal refusal = switch (step.kind()) {
                case HOLD -> send(new HoldStock(TIER, EVENT, order(step.guest()), step.amount(), null), guest);
                case RELEASE -> send(new ReleaseHold(TIER, order(step.guest())), Actor.SYSTEM);
                case UNDO -> send(new UndoHold(TIER, order(step.guest())), Actor.SYSTEM);
                case CLAIM -> send(new ClaimHold(TIER, order(step.guest()), quantityOf(step)), Actor.SYSTEM);
                case SETTLE -> send(new SettleHold(TIER, order(step.guest())), Actor.SYSTEM);
                case ABANDON -> send(new AbandonClaim(TIER, order(step.guest())), Actor.SYSTEM);
                case RESTOCK -> send(new ReviseTier(TIER, stock(step.guest() * 2)), OWNER);
                case JOIN -> send(join(step), guest);
                case LEAVE -> send(new LeaveWaitingList(TIER, EVENT), guest);
                case WAKE -> send(new OfferFreedStock(TIER), Actor.SYSTEM);
                case WAIT -> {
                    tier.clock.moveBy(Duration.ofMinutes(step.amount() * 2L));
                    yield null;
                }
            };
            boolean looksAtTheLine = step.kind() != Kind.SETTLE && step.kind() != Kind.WAIT;
            boolean moved = note(looksAtTheLine);
            if (step.kind() == Kind.WAKE) {
                requireTruthForNewcomers();
            } else if (refusal != null) {
                assertThat(moved).as("events of a refusal").isFalse();
            }
        }

        private int quantityOf(Step step) {
            Part hold = clerk.holds.get(order(step.guest()).value());
            return hold == null ? step.amount() : hold.quantity();
        }

        private JoinWaitingList join(Step step) {
            return new JoinWaitingList(TIER, EVENT, new WaitingListEntryId("entry-" + ++entries), step.amount(), null);
        }

        private Refusal send(TierCommand command, Actor actor) {
            clerk.begin();
            return tier.send(command, actor);
        }

        private boolean note(boolean looksAtTheLine) {
            List<TierEvent> news = tier.news();
            news.forEach(event -> clerk.note(event, tier.clock.instant()));
            boolean claimOnly = news.stream().allMatch(HoldClaimed.class::isInstance);
            if (looksAtTheLine && !claimOnly) {
                clerk.requireNobodyWaitsInVain(tier.clock.instant());
            }
            return !news.isEmpty();
        }

        /** Newcomers are told what they could have: nothing while people wait, else exactly what is free. */
        private void requireTruthForNewcomers() {
            int free = clerk.waiting.isEmpty() ? clerk.freeAt(tier.clock.instant()) : 0;
            CommandResultMessage<TierOffer> answer =
                    tier.answer(new QuoteTier(TIER, EVENT, 1, null), Actor.user(new UserId("newcomer")));
            if (free == 0) {
                Refusal refusal = (Refusal) answer.exceptionResult();
                assertThat(refusal.code()).isEqualTo(ErrorCode.SOLD_OUT);
                assertThat(refusal.details().facts()).containsEntry("available", "0");
            } else {
                assertThat(Objects.requireNonNull(answer.getPayload()).available())
                        .isEqualTo(free);
            }
        }
    }
}
