package com.thec1rcle.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AddTier;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DraftEvent;
import com.thec1rcle.kernel.event.EventLifecycleEvent.RsvpSet;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.SetOrderLimits;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EditTier;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierEvent.TierKeptFree;
import com.thec1rcle.kernel.ticketing.TierEvent.TierPriceAllowed;
import com.thec1rcle.kernel.ticketing.TierEvent.TierRevised;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * Editors who switch RSVPs on and off, add tiers and change prices, all at the same moment, step by step in any order: an
 * event that takes RSVPs never has a tier that costs something or may, and in the end no tier keeps a promise of before.
 */
class RsvpProperties {
    private static final VenueId VENUE = new VenueId("blue-room");
    private static final EventId EVENT = new EventId("open-house");
    private static final Actor OWNER =
            new Actor(new UserId("vera"), null, Set.of(), Map.of(VENUE, StaffRole.OWNER), Set.of(), null);
    private static final int TIERS = 4;

    private static House house;

    @BeforeContainer
    static void build() {
        house = new House();
    }

    @AfterContainer
    static void leave() {
        House.leave();
    }

    /** What an editor sends. */
    sealed interface Edit {
        record Rsvp(boolean on) implements Edit {}

        record Add(int tier, long price) implements Edit {}

        record Price(int tier, long price) implements Edit {}
    }

    @Property(tries = 400)
    void theTiersOfAnRsvpEventAreFreeAndOnlyTheirs(
            @ForAll("editors") List<List<Edit>> editors, @ForAll("turns") List<Integer> order) {
        house.forgetEverything();
        house.must(new DraftEvent(EVENT, EventCreator.venue(VENUE), "Open House"), OWNER);
        send(new Edit.Add(0, 0));
        send(new Edit.Add(1, 0));
        Promises promises = new Promises();
        Turns turns = new Turns();
        house.takeTurns(turns::await);
        try {
            editors.forEach(edits -> turns.add(() -> edits.forEach(RsvpProperties::send)));
            for (int step = 0; !turns.isOver(); step++) {
                turns.next(step < order.size() ? order.get(step) : 0);
                promises.look();
            }
        } finally {
            house.takeTurns(() -> {});
        }
        promises.requireThatExactlyAnRsvpEventHasThem();
    }

    private static void send(Edit edit) {
        switch (edit) {
            case Edit.Rsvp rsvp -> house.ask(new SetOrderLimits(EVENT, OrderLimits.DEFAULT, rsvp.on()), OWNER);
            case Edit.Add add -> house.ask(new AddTier(EVENT, tier(add.tier()), draft(add)), OWNER);
            case Edit.Price price -> house.ask(new EditTier(EVENT, tier(price.tier()), changes(price)), OWNER);
        }
    }

    @Provide
    Arbitrary<List<List<Edit>>> editors() {
        Arbitrary<Edit> edits = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(true, false).map(Edit.Rsvp::new)),
                Tuple.of(1, Combinators.combine(number(), prices()).as(Edit.Add::new)),
                Tuple.of(2, Combinators.combine(number(), prices()).as(Edit.Price::new)));
        return edits.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(2).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Integer>> turns() {
        return Arbitraries.integers().between(0, 5).list().ofSize(60);
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, TIERS - 1);
    }

    private static Arbitrary<Long> prices() {
        return Arbitraries.of(0L, 0L, 0L, 50_000L);
    }

    private static TierId tier(int number) {
        return new TierId("open-tier-" + number);
    }

    private static TierDraft draft(Edit.Add add) {
        return new TierDraft(
                "Guests",
                EntryType.GENERAL,
                Money.inr(add.price()),
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private static TierChanges changes(Edit.Price price) {
        return new TierChanges(
                null, Money.inr(price.price()), null, null, null, null, null, null, null, null, null, null);
    }

    /** What the events say of the event and its tiers. */
    private static final class Promises {
        private final Map<TierId, Long> prices = new HashMap<>();
        private final Set<TierId> keptFree = new HashSet<>();
        private boolean rsvp;
        private boolean everRsvp;
        private int read;

        void look() {
            for (; read < house.tape.size(); read++) {
                see(house.tape.get(read).getPayload());
            }
            if (rsvp) {
                assertThat(prices.values()).as("prices").allMatch(price -> price == 0);
                assertThat(keptFree).as("tiers that promised").containsAll(prices.keySet());
            }
        }

        private void see(Object event) {
            switch (event) {
                case RsvpSet set -> {
                    rsvp = set.rsvp();
                    everRsvp = everRsvp || rsvp;
                }
                case TierCreated tier ->
                    prices.put(tier.tierId(), tier.terms().price().amount());
                case TierRevised tier ->
                    prices.put(tier.tierId(), tier.terms().price().amount());
                case TierKeptFree tier -> keptFree.add(tier.tierId());
                case TierPriceAllowed tier -> keptFree.remove(tier.tierId());
                default -> {
                    return; // Says nothing of promises.
                }
            }
        }

        void requireThatExactlyAnRsvpEventHasThem() {
            assertThat(keptFree).isEqualTo(rsvp ? prices.keySet() : Set.of());
            Statistics.label("took RSVPs")
                    .collect(everRsvp)
                    .coverage(races -> races.check(true).percentage(share -> share > 10));
        }
    }
}
