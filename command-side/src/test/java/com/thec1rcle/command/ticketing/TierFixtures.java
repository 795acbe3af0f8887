package com.thec1rcle.command.ticketing;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierEvent;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tier as tests know it. */
final class TierFixtures {
    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    static final TierId TIER = new TierId("tier-1");
    static final EventId EVENT = new EventId("event-1");
    static final HostId HOST = new HostId("host-1");
    static final EventCreator CREATOR = EventCreator.host(HOST);
    static final Actor OWNER = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    static final Actor STRANGER = Actor.user(new UserId("stranger"));
    static final Period SLOT = new Period(Instant.parse("2026-12-04T15:30:00Z"), Instant.parse("2026-12-04T22:30:00Z"));
    static final SellingTerms SELLING = new SellingTerms(
            new VenueId("venue-1"), CREATOR, SLOT, new OrderLimits(1, 8, 10), true, Rate.share(1500), Rate.share(1000));
    static final TicketingSettings SETTINGS = new TicketingSettings(Duration.ofMinutes(10), 1, 10);

    static final WaitingListSettings WAITING = new WaitingListSettings(Duration.ofMinutes(15), 3);

    private TierFixtures() {}

    static TierTerms terms() {
        return new TierTerms(
                "General", EntryType.GENERAL, Money.inr(100_000), 1, 1, 10, null, null, null, false, null, null);
    }

    static TierTerms terms(Instant from, Instant until, String accessCode) {
        return new TierTerms(
                "General", EntryType.GENERAL, Money.inr(100_000), 1, 2, 10, from, until, accessCode, false, null, null);
    }

    static TierCreated created(int stock) {
        return new TierCreated(TIER, EVENT, CREATOR, terms(), stock);
    }

    /** A tier on sale. */
    static AggregateBench<TierEvent> bench(int stock) {
        return new AggregateBench<>(TicketTier.class, TIER, NOW, List.of(created(stock), opened()), SETTINGS, WAITING);
    }

    static SalesOpened opened() {
        return new SalesOpened(TIER, EVENT, SELLING);
    }

    static OrderId order(int number) {
        return new OrderId("order-" + number);
    }

    static TierChanges stock(int stock) {
        return new TierChanges(null, null, stock, null, null, null, null, null, null, null, null, null);
    }

    static TierChanges price(long paise) {
        return new TierChanges(null, Money.inr(paise), null, null, null, null, null, null, null, null, null, null);
    }

    static TierChanges accessCode(String code) {
        return new TierChanges(null, null, null, null, null, null, null, null, null, null, code, null);
    }

    static TierChanges admits(int admits) {
        return new TierChanges(null, null, null, admits, null, null, null, null, null, null, null, null);
    }
}
