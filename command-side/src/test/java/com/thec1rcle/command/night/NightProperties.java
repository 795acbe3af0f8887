package com.thec1rcle.command.night;

import com.thec1rcle.command.night.MoodyGateway.Mood;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever guests, staff, gateway, clock and power cuts do in whatever order: never oversold, no money lost or made, no
 * ticket admits more than it may, also when scans are taken back, none that was given back admits anybody, and no promo
 * code is used more often than it may be.
 */
class NightProperties {
    private static final int MANY = 11;
    private static final int MOST_ACTIONS = 120;

    private static House house;

    @BeforeContainer
    static void build() {
        house = new House();
    }

    @AfterContainer
    static void leave() {
        House.leave();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyNightAddsUp(@ForAll("nights") List<Action> actions) {
        Night night = new Night(house);
        actions.forEach(night::act);
        night.end();
    }

    @Provide
    Arbitrary<List<Action>> nights() {
        return Arbitraries.frequencyOf(
                        Tuple.of(18, purchases()),
                        Tuple.of(10, places()),
                        Tuple.of(6, latePurchases()),
                        Tuple.of(3, placedTwice()),
                        Tuple.of(10, number().map(Action.BeginToPay::new)),
                        Tuple.of(14, Combinators.combine(number(), yesMostly()).as(Action.Pay::new)),
                        Tuple.of(4, notices()),
                        Tuple.of(2, number().map(Action.GiveUp::new)),
                        Tuple.of(8, givenBack()),
                        Tuple.of(8, judgements()),
                        Tuple.of(12, scans()),
                        Tuple.of(4, number().map(Action.ScanAgain::new)),
                        Tuple.of(6, undoings()),
                        Tuple.of(5, handovers()),
                        Tuple.of(6, queues()),
                        Tuple.of(2, leavings()),
                        Tuple.of(3, restocking()),
                        Tuple.of(2, Arbitraries.integers().between(1, 6).map(Action.LimitPromoCode::new)),
                        Tuple.of(6, Arbitraries.integers().between(1, 8).map(Action.Wait::new)),
                        Tuple.of(4, ringing()),
                        Tuple.of(4, moods()),
                        Tuple.of(5, Arbitraries.integers().between(0, 40).map(Action.Inquire::new)),
                        Tuple.of(16, work()),
                        Tuple.of(16, Arbitraries.just(new Action.WorkAll())),
                        Tuple.of(4, cuts()),
                        Tuple.of(12, Arbitraries.integers().between(0, 9).map(Action.CutAllShort::new)),
                        Tuple.of(4, repetitions()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_ACTIONS)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers()
                .between(0, MANY)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    private static Arbitrary<Boolean> yesMostly() {
        return Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false));
    }

    private static Arbitrary<Boolean> noMostly() {
        return Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true));
    }

    private static Arbitrary<List<Integer>> quantities() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(2, 2), Tuple.of(1, 3))
                .list()
                .ofSize(3);
    }

    private static Arbitrary<Action.Words> words() {
        return Arbitraries.frequency(
                Tuple.of(4, Action.Words.NONE),
                Tuple.of(4, Action.Words.LINK),
                Tuple.of(2, Action.Words.PROMO_CODE),
                Tuple.of(1, Action.Words.BOTH));
    }

    private static Arbitrary<Action> purchases() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), quantities(), words())
                .as(Action.Buy::new);
    }

    private static Arbitrary<Action> latePurchases() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        quantities(),
                        Arbitraries.integers().between(0, 2))
                .as(Action.BuyLate::new);
    }

    /** Rarely an event is called off. */
    private static Arbitrary<Action> ringing() {
        return Arbitraries.frequency(Tuple.of(19, new Action.Ring()), Tuple.of(1, new Action.CallOff()));
    }

    private static Arbitrary<Action> moods() {
        return Arbitraries.frequency(
                        Tuple.of(4, Mood.WILLING),
                        Tuple.of(1, Mood.DOWN),
                        Tuple.of(1, Mood.MUTE),
                        Tuple.of(1, Mood.GIVING_NOTHING_BACK))
                .map(Action.Turn::new);
    }

    private static Arbitrary<Action> places() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), quantities(), words())
                .as(Action.Place::new);
    }

    private static Arbitrary<Action> placedTwice() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        quantities(),
                        words(),
                        Arbitraries.integers().between(0, 9))
                .as(Action.PlaceTwice::new);
    }

    private static Arbitrary<Action> notices() {
        return Combinators.combine(number(), Arbitraries.of(Action.Payment.class))
                .as(Action.Notice::new);
    }

    private static Arbitrary<Action> givenBack() {
        return Combinators.combine(number(), Arbitraries.integers().between(0, 5), noMostly(), noMostly())
                .as(Action.GiveBack::new);
    }

    private static Arbitrary<Action> judgements() {
        return Combinators.combine(number(), Arbitraries.integers().between(0, 3), yesMostly())
                .as(Action.Judge::new);
    }

    private static Arbitrary<Action> scans() {
        return Combinators.combine(
                        number(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 2),
                        yesMostly(),
                        noMostly())
                .as(Action.Scan::new);
    }

    private static Arbitrary<Action> undoings() {
        return Combinators.combine(number(), yesMostly()).as(Action.Undo::new);
    }

    private static Arbitrary<Action> handovers() {
        return Combinators.combine(
                        number(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 2))
                .as(Action.HandOver::new);
    }

    private static Arbitrary<Action> queues() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 3))
                .as(Action.Queue::new);
    }

    private static Arbitrary<Action> leavings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(Action.LeaveQueue::new);
    }

    private static Arbitrary<Action> restocking() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 9))
                .as(Action.Restock::new);
    }

    private static Arbitrary<Action> work() {
        return Combinators.combine(number(), Arbitraries.integers().between(1, 20))
                .as(Action.Work::new);
    }

    private static Arbitrary<Action> cuts() {
        return Combinators.combine(number(), Arbitraries.integers().between(0, 7))
                .as(Action.CutShort::new);
    }

    private static Arbitrary<Action> repetitions() {
        return Combinators.combine(number(), Arbitraries.integers().between(1, 10))
                .as(Action.Again::new);
    }
}
