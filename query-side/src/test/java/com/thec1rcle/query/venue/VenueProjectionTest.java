package com.thec1rcle.query.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.kernel.venue.VenueList;
import com.thec1rcle.kernel.venue.VenueQuery.FindVenue;
import com.thec1rcle.kernel.venue.VenueQuery.FindVenues;
import com.thec1rcle.kernel.venue.VenueView;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VenueProjectionTest {
    private static final VenueId BLUE = new VenueId("blue");
    private static final VenueId RED = new VenueId("red");

    private final ViewsFixture views = ViewsFixture.start();
    private final VenueProjection projection = new VenueProjection(views.mongo());
    private final VenueQueries queries = new VenueQueries(views.mongo());

    @AfterEach
    void close() {
        views.close();
    }

    private void replay() {
        projection.on(registered(BLUE, "Blue Room", "Mumbai"), 0);
        projection.on(registered(RED, "Red Room", "Goa"), 0);
        projection.on(new VenueDetailsChanged(BLUE, "Bluer Room", "Mumbai", "2 Harbour Road", 500), 1);
    }

    private static VenueRegistered registered(VenueId id, String name, String city) {
        return new VenueRegistered(id, new UserId("owner"), name, city, "1 Harbour Road", "Asia/Kolkata", 400);
    }

    private VenueList all() {
        return queries.handle(new FindVenues(null, null, 50));
    }

    @Test
    void aVenueIsWhatItLastSaidOfItself() {
        replay();
        assertThat(queries.handle(new FindVenue(BLUE)))
                .isEqualTo(new VenueView(BLUE, "Bluer Room", "Mumbai", "2 Harbour Road", "Asia/Kolkata", 500));
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        VenueList once = all();
        replay();
        assertThat(all()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        VenueList before = all();
        projection.reset();
        assertThat(all().items()).isEmpty();
        replay();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void venuesAreFoundByCity() {
        replay();
        assertThat(queries.handle(new FindVenues("mumbai", null, 50)).items())
                .extracting(VenueView::venueId)
                .containsExactly(BLUE);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        replay();
        VenueList first = queries.handle(new FindVenues(null, null, 1));
        VenueList second = queries.handle(new FindVenues(null, first.nextCursor(), 1));
        assertThat(first.items()).extracting(VenueView::venueId).containsExactly(BLUE);
        assertThat(second.items()).extracting(VenueView::venueId).containsExactly(RED);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void anUnknownVenueIsNotFound() {
        assertThatThrownBy(() -> queries.handle(new FindVenue(BLUE))).isInstanceOf(QueryRefused.class);
    }
}
