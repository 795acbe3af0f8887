package com.thec1rcle.command.order;

import static org.mockito.Mockito.mock;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierOffer;
import com.thec1rcle.kernel.ticketing.TierTerms;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** One guest's order for one night. */
public final class OrderFixtures {
    public static final Instant NOW = Instant.parse("2026-12-04T12:00:00Z");
    public static final Instant HELD_UNTIL = NOW.plus(Duration.ofMinutes(10));
    public static final OrderId ORDER = new OrderId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001");
    public static final EventId EVENT = new EventId("7e9f0a44-90e5-4f22-8d5f-11a3b7a6c002");
    public static final TierId EARLY = new TierId("tier-a-early");
    public static final TierId VIP = new TierId("tier-b-vip");
    public static final UserId GUEST = new UserId("guest-1");
    public static final VenueId VENUE = new VenueId("venue-1");
    public static final EventCreator CREATOR = EventCreator.host(new HostId("host-1"));
    public static final Sealed BUYER = new Sealed(GUEST.value(), "cipher");
    public static final Attribution PROMOTER =
            new Attribution(new PromoterId("promoter-1"), new LinkId("link-1"), "ABC234");
    public static final Pricing PRICING = new Pricing(new OrderSettings(500, 250, 1800));
    public static final Money TOTAL = Money.inr(195_930);

    private OrderFixtures() {}

    /** Two tickets of 1,000.00 through a promoter with 10 % discount and 15 % commission. */
    public static Quote quote() {
        return PRICING.price(List.of(offer(EARLY, 100_000, 2)), true);
    }

    public static TierOffer offer(TierId tier, long price, int quantity) {
        return offer(tier, price, quantity, null, null);
    }

    public static TierOffer offer(
            TierId tier, long price, int quantity, @Nullable Rate commission, @Nullable Rate discount) {
        TierTerms terms = new TierTerms(
                "Early bird",
                EntryType.GENERAL,
                Money.inr(price),
                1,
                1,
                10,
                null,
                null,
                null,
                false,
                commission,
                discount);
        return new TierOffer(tier, EVENT, quantity, 50, terms, selling(true), HELD_UNTIL);
    }

    public static SellingTerms selling(boolean promoters) {
        return new SellingTerms(
                VENUE,
                CREATOR,
                new Period(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofHours(31))),
                OrderLimits.DEFAULT,
                promoters,
                Rate.share(1500),
                Rate.share(1000));
    }

    public static OrderPlaced placed() {
        return placed(quote().lines(), quote().amounts(), PROMOTER);
    }

    public static OrderPlaced placedForFree() {
        Quote free = PRICING.price(List.of(offer(EARLY, 0, 2)), false);
        return placed(free.lines(), free.amounts(), null);
    }

    public static OrderPlaced placed(List<OrderLine> lines, Amounts amounts, @Nullable Attribution attribution) {
        return new OrderPlaced(
                ORDER, EVENT, VENUE, CREATOR, GUEST, lines, amounts, BUYER, "print", attribution, HELD_UNTIL);
    }

    /** A fixture knows one aggregate only: what others that it creates say of themselves is recorded among its events. */
    @SuppressWarnings("unchecked")
    static <T> Repository<T> recording(Class<T> type) {
        return mock(
                Repository.class,
                call -> ((Callable<T>) call.getArgument(0)).call() == null ? null : mock(Aggregate.class));
    }
}
