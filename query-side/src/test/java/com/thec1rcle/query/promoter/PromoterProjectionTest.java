package com.thec1rcle.query.promoter;

import static com.thec1rcle.query.ledger.MoneyFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterApproved;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromoter;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromoters;
import com.thec1rcle.kernel.promoter.PromoterView;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromoterProjectionTest {
    private static final Instant AT = Instant.parse("2026-12-04T15:30:00Z");

    private ViewsFixture views;
    private PromoterProjection projection;
    private PromoterQueries queries;

    @BeforeEach
    void setUp() {
        views = ViewsFixture.start();
        projection = new PromoterProjection(views.mongo());
        queries = new PromoterQueries(views.mongo());
    }

    @AfterEach
    void tearDown() {
        views.close();
    }

    @Test
    void anApprovedPromoterIsShownSo() {
        replay();
        assertThat(queries.find(new FindPromoter(AS_RIYA, PROMOTER)))
                .isEqualTo(new PromoterView(PROMOTER, RIYA, "Riya", true, AT));
    }

    @Test
    void replayedTwiceAndRebuiltItIsTheSame() {
        replay();
        List<PromoterView> live = all();
        replay();
        assertThat(all()).isEqualTo(live);
        projection.reset();
        assertThat(all()).isEmpty();
        replay();
        assertThat(all()).isEqualTo(live);
    }

    @Test
    void administratorsFindWhoWaits() {
        projection.on(new PromoterAccountOpened(PROMOTER, RIYA, "Riya"), 0, AT);
        assertThat(queries.find(new FindPromoters(AS_ADMIN, false, null, 50)).items())
                .hasSize(1);
        assertThat(queries.find(new FindPromoters(AS_ADMIN, true, null, 50)).items())
                .isEmpty();
    }

    @Test
    void strangersSeeNobody() {
        replay();
        assertThatThrownBy(() -> queries.find(new FindPromoter(AS_STRANGER, PROMOTER)))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.find(new FindPromoters(AS_STRANGER, null, null, 50)))
                .isInstanceOf(QueryRefused.class);
    }

    private void replay() {
        projection.on(new PromoterAccountOpened(PROMOTER, RIYA, "Riya"), 0, AT);
        projection.on(new PromoterApproved(PROMOTER), 1);
    }

    private List<PromoterView> all() {
        return queries.find(new FindPromoters(AS_ADMIN, null, null, 50)).items();
    }
}
