package com.thec1rcle.query.promo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeDeactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeReactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeRevised;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseClaimed;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReserved;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReturned;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseSettled;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoCodeList;
import com.thec1rcle.kernel.promo.PromoCodeQuery.FindPromoCodes;
import com.thec1rcle.kernel.promo.PromoCodeView;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoTerms;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.query.config.ProjectionRun;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromoCodeProjectionTest {
    private static final Instant NOW = Instant.parse("2026-12-04T15:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(600);
    private static final EventId EVENT = new EventId("event-1");
    private static final HostId HOST = new HostId("host-1");
    private static final EventCreator CREATOR = EventCreator.host(HOST);
    private static final Actor HANA = new Actor(new UserId("hana"), null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final PromoCodeId SUMMER = PromoCodeId.of(EVENT, "SUMMER");
    private static final PromoCodeId RAIN = PromoCodeId.of(EVENT, "RAIN");
    private static final PromoTerms TERMS =
            new PromoTerms(PromoDiscount.off(Money.inr(5_000)), NOW, UNTIL, 3, List.of(new TierId("tier-1")));

    private final ViewsFixture views = ViewsFixture.start();
    private final ProjectionRun run = new ProjectionRun(views.mongo(), new PromoCodeProjection(views.mongo()));

    @BeforeEach
    void draft() {
        run.happens(EVENT, new EventDrafted(EVENT, CREATOR, HANA.userId(), "Night"));
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void aCodeShowsItsTermsAndHowOftenItWasUsed() {
        codes();
        assertThat(find(NOW).items()).extracting(PromoCodeView::code).containsExactly("RAIN", "SUMMER");
        PromoCodeView summer = find(NOW).items().get(1);
        assertThat(summer.discount()).isEqualTo(TERMS.discount());
        assertThat(summer.tierIds()).isEqualTo(TERMS.tiers());
        assertThat(summer.uses()).isEqualTo(7);
        assertThat(summer.active()).isFalse();
        assertThat(summer.used()).isEqualTo(1);
        assertThat(summer.reserved()).isEqualTo(2);
        assertThat(find(UNTIL).items().get(1).reserved())
                .as("a reservation that lapsed counts no more, a claim does")
                .isEqualTo(1);
        assertThat(find(NOW).items().getFirst().active()).isTrue();
    }

    @Test
    void aListHasPages() {
        codes();
        PromoCodeList first = queries(NOW).find(new FindPromoCodes(EVENT, HANA, null, 1));
        PromoCodeList second = queries(NOW).find(new FindPromoCodes(EVENT, HANA, first.nextCursor(), 1));
        assertThat(second.items()).extracting(PromoCodeView::code).containsExactly("SUMMER");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void nobodyElseSeesThem() {
        codes();
        FindPromoCodes asStranger = new FindPromoCodes(EVENT, Actor.user(new UserId("sam")), null, 50);
        assertThatThrownBy(() -> queries(NOW).find(asStranger)).isInstanceOf(QueryRefused.class);
        FindPromoCodes ofNothing = new FindPromoCodes(new EventId("none"), HANA, null, 50);
        assertThatThrownBy(() -> queries(NOW).find(ofNothing)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void handledAgainNothingChanges() {
        codes();
        var before = run.everything();
        run.again();
        assertThat(run.everything()).isEqualTo(before);
    }

    @Test
    void rebuiltItIsTheSame() {
        codes();
        var before = run.everything();
        run.rebuild();
        assertThat(run.everything()).isEqualTo(before);
    }

    private void codes() {
        run.happens(SUMMER, new PromoCodeCreated(SUMMER, EVENT, CREATOR, "SUMMER", TERMS));
        run.happens(RAIN, new PromoCodeCreated(RAIN, EVENT, CREATOR, "RAIN", TERMS));
        run.happens(RAIN, new PromoCodeDeactivated(RAIN, EVENT));
        run.happens(RAIN, new PromoCodeReactivated(RAIN, EVENT));
        run.happens(SUMMER, reserved(0, NOW.minusSeconds(60)));
        for (int order = 1; order <= 4; order++) {
            run.happens(SUMMER, reserved(order, UNTIL));
        }
        run.happens(SUMMER, new UseClaimed(SUMMER, EVENT, order(1), false));
        run.happens(SUMMER, new UseSettled(SUMMER, EVENT, order(1)));
        run.happens(SUMMER, new UseClaimed(SUMMER, EVENT, order(2), false));
        run.happens(SUMMER, new UseReturned(SUMMER, EVENT, order(3)));
        run.happens(
                SUMMER,
                new PromoCodeRevised(SUMMER, EVENT, new PromoTerms(TERMS.discount(), NOW, UNTIL, 7, TERMS.tiers())));
        run.happens(SUMMER, new PromoCodeDeactivated(SUMMER, EVENT));
    }

    private static UseReserved reserved(int order, Instant until) {
        return new UseReserved(SUMMER, EVENT, order(order), NOW.minusSeconds(30), until);
    }

    private static OrderId order(int number) {
        return new OrderId("order-" + number);
    }

    private PromoCodeList find(Instant now) {
        return queries(now).find(new FindPromoCodes(EVENT, HANA, null, 50));
    }

    private PromoCodeQueries queries(Instant now) {
        return new PromoCodeQueries(views.mongo(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
