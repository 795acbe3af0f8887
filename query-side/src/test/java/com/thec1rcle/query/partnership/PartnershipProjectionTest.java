package com.thec1rcle.query.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipApproved;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipBlocked;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipEnded;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRejected;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.partnership.PartnershipList;
import com.thec1rcle.kernel.partnership.PartnershipQuery.FindPartnership;
import com.thec1rcle.kernel.partnership.PartnershipQuery.FindPartnerships;
import com.thec1rcle.kernel.partnership.PartnershipStatus;
import com.thec1rcle.kernel.partnership.PartnershipView;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnershipProjectionTest {
    private static final VenueId VENUE = new VenueId("venue");
    private static final HostId HOST = new HostId("host");
    private static final HostId OTHER = new HostId("other");
    private static final UserId USER = new UserId("user");
    private static final PartnershipId ID = PartnershipId.of(HOST, VENUE);
    private static final PartnershipId OTHER_ID = PartnershipId.of(OTHER, VENUE);
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor OWNER = new Actor(USER, null, Set.of(), Map.of(VENUE, StaffRole.OWNER), Set.of(), null);
    private static final Actor HOST_OWNER = new Actor(USER, null, Set.of(), Map.of(), Set.of(HOST), null);
    private static final Actor STRANGER = Actor.user(USER);

    private final ViewsFixture views = ViewsFixture.start();
    private final PartnershipProjection projection = new PartnershipProjection(views.mongo());
    private final PartnershipQueries queries = new PartnershipQueries(views.mongo());

    @AfterEach
    void close() {
        views.close();
    }

    private void replay() {
        projection.on(new PartnershipRequested(ID, HOST, VENUE, USER, "Hello"), 0, T0);
        projection.on(new PartnershipRejected(ID, HOST, VENUE, "Not yet"), 1, T0.plusSeconds(1));
        projection.on(new PartnershipRequested(ID, HOST, VENUE, USER, "Now?"), 2, T0.plusSeconds(2));
        projection.on(new PartnershipApproved(ID, HOST, VENUE), 3, T0.plusSeconds(3));
        projection.on(new PartnershipRequested(OTHER_ID, OTHER, VENUE, USER, "Me too"), 0, T0.plusSeconds(4));
        projection.on(new PartnershipBlocked(OTHER_ID, OTHER, VENUE, "Never"), 1, T0.plusSeconds(5));
    }

    private PartnershipList all(Actor viewer) {
        return queries.handle(new FindPartnerships(null, null, null, null, 50, viewer));
    }

    @Test
    void aPartnershipIsWhatWasLastSaid() {
        replay();
        assertThat(queries.handle(new FindPartnership(ID, HOST_OWNER)))
                .isEqualTo(new PartnershipView(
                        ID,
                        HOST,
                        VENUE,
                        PartnershipStatus.ACTIVE,
                        "Now?",
                        null,
                        T0.plusSeconds(2),
                        T0.plusSeconds(3)));
        projection.on(new PartnershipEnded(ID, HOST, VENUE, USER, "Enough"), 4, T0.plusSeconds(6));
        assertThat(queries.handle(new FindPartnership(ID, HOST_OWNER)).reason()).isEqualTo("Enough");
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        PartnershipList once = all(OWNER);
        assertThat(once.items()).hasSize(2);
        replay();
        assertThat(all(OWNER)).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        PartnershipList before = all(OWNER);
        projection.reset();
        assertThat(all(OWNER).items()).isEmpty();
        replay();
        assertThat(all(OWNER)).isEqualTo(before);
    }

    @Test
    void eachSideSeesItsOwn() {
        replay();
        assertThat(all(HOST_OWNER).items()).extracting(PartnershipView::hostId).containsExactly(HOST);
        assertThat(queries.handle(new FindPartnerships(VENUE, null, PartnershipStatus.BLOCKED, null, 50, OWNER))
                        .items())
                .extracting(PartnershipView::hostId)
                .containsExactly(OTHER);
    }

    @Test
    void nobodyElseSeesAny() {
        replay();
        assertThat(all(STRANGER).items()).isEmpty();
        assertThatThrownBy(() -> queries.handle(new FindPartnership(ID, STRANGER))).isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.handle(new FindPartnerships(VENUE, null, null, null, 50, HOST_OWNER)))
                .isInstanceOf(QueryRefused.class);
    }
}
