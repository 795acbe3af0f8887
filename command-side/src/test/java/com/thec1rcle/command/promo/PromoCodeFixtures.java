package com.thec1rcle.command.promo;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode.PromoChanges;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A promo code as tests know it. */
final class PromoCodeFixtures {
    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));
    static final EventId EVENT = new EventId("event-1");
    static final HostId HOST = new HostId("host-1");
    static final EventCreator CREATOR = EventCreator.host(HOST);
    static final Actor OWNER = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    static final Actor STRANGER = Actor.user(new UserId("stranger"));
    static final PromoCodeId CODE = PromoCodeId.of(EVENT, "SUMMER");

    private PromoCodeFixtures() {}

    static PromoTerms terms(@Nullable Integer uses) {
        return terms(uses, null, null);
    }

    static PromoTerms terms(@Nullable Integer uses, @Nullable Instant from, @Nullable Instant until) {
        return new PromoTerms(PromoDiscount.share(2000), from, until, uses, List.of());
    }

    static PromoCodeCreated created(PromoTerms terms) {
        return new PromoCodeCreated(CODE, EVENT, CREATOR, "SUMMER", terms);
    }

    static OrderId order(int number) {
        return new OrderId("order-" + number);
    }

    static PromoChanges uses(int uses) {
        return new PromoChanges(null, null, null, uses, null, null);
    }

    static PromoChanges active(boolean active) {
        return new PromoChanges(null, null, null, null, null, active);
    }
}
