package com.thec1rcle.query.promoter;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promoter.ClickEvent.LinkClicked;
import com.thec1rcle.kernel.promoter.ClickTrailId;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkActivated;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkDeactivated;
import com.thec1rcle.kernel.promoter.LinkView;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindLink;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindLinks;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkProjectionTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");

    private ViewsFixture views;
    private LinkProjection projection;
    private LinkQueries queries;

    @BeforeEach
    void setUp() {
        views = ViewsFixture.start();
        projection = new LinkProjection(views.mongo());
        queries = new LinkQueries(views.mongo());
    }

    @AfterEach
    void tearDown() {
        views.close();
    }

    @Test
    void aLinkShowsWhatItBrought() {
        replay();
        assertThat(links(AS_RIYA))
                .containsExactly(new LinkView(
                        LINK,
                        PROMOTER,
                        NIGHT,
                        "ABC234",
                        true,
                        null,
                        AT,
                        3,
                        2,
                        1,
                        2,
                        Money.inr(180_000),
                        Money.inr(27_000)));
    }

    @Test
    void ticketsGivenBackNoLongerCount() {
        replay();
        projection.on(exampleTicketRefunded(order(1), 1, false), 4);
        projection.on(exampleTicketRefunded(order(1), 1, false), 4);
        assertThat(links(AS_RIYA)).singleElement().satisfies(link -> {
            assertThat(link.orders()).isEqualTo(1);
            assertThat(link.tickets()).isEqualTo(1);
            assertThat(link.revenue()).isEqualTo(Money.inr(90_000));
            assertThat(link.commission()).isEqualTo(Money.inr(13_500));
        });
        projection.on(exampleTicketRefunded(order(1), 2, true), 5);
        assertThat(links(AS_RIYA))
                .singleElement()
                .satisfies(link -> assertThat(link.orders()).isZero());
    }

    @Test
    void aNewLinkHasBroughtNothingYet() {
        projection.on(activated(null), 0, AT);
        assertThat(links(AS_RIYA)).singleElement().satisfies(link -> {
            assertThat(link.clicks()).isZero();
            assertThat(link.orders()).isZero();
            assertThat(link.revenue()).isEqualTo(Money.inr(0));
        });
    }

    @Test
    void aDeactivatedLinkStaysWithWhatItBrought() {
        replay();
        projection.on(new LinkDeactivated(LINK, PROMOTER, NIGHT), 2);
        assertThat(links(AS_RIYA)).singleElement().satisfies(link -> {
            assertThat(link.active()).isFalse();
            assertThat(link.orders()).isEqualTo(1);
        });
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        List<LinkView> once = links(AS_RIYA);
        replay();
        assertThat(links(AS_RIYA)).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        List<LinkView> live = links(AS_RIYA);
        projection.reset();
        assertThat(links(AS_RIYA)).isEmpty();
        replay();
        assertThat(links(AS_RIYA)).isEqualTo(live);
    }

    @Test
    void nobodySeesAnothersLinksButFinance() {
        replay();
        assertThat(links(AS_STRANGER)).isEmpty();
        assertThatThrownBy(() -> queries.find(new FindLinks(AS_STRANGER, PROMOTER, null, null, 50)))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.find(new FindLink(AS_STRANGER, LINK))).isInstanceOf(QueryRefused.class);
        assertThat(queries.find(new FindLinks(AS_FINANCE, PROMOTER, NIGHT, null, 50))
                        .items())
                .hasSize(1);
        assertThat(queries.find(new FindLink(AS_RIYA, LINK)).clicks()).isEqualTo(3);
    }

    private void replay() {
        projection.on(activated(AT.plusSeconds(60)), 0, AT);
        projection.on(activated(null), 1, AT.plusSeconds(1));
        projection.on(clicked(true), "c1");
        projection.on(clicked(false), "c2");
        projection.on(clicked(true), "c3");
        projection.on(example(order(1)), 3);
        projection.on(example(order(2)), 3);
        projection.on(exampleRefunded(order(2)), 6);
    }

    private static LinkActivated activated(Instant expiresAt) {
        return new LinkActivated(LINK, PROMOTER, RIYA, NIGHT, "ABC234", expiresAt);
    }

    private static LinkClicked clicked(boolean firstOfDay) {
        return new LinkClicked(
                ClickTrailId.of(NIGHT, "visitor"), LINK, PROMOTER, NIGHT, "ABC234", "hash", firstOfDay, AT);
    }

    private List<LinkView> links(Actor viewer) {
        return queries.find(new FindLinks(viewer, null, null, null, 50)).items();
    }
}
