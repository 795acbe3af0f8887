package com.thec1rcle.query.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterProposed;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequestExpired;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.slot.SlotEvent.SlotWithdrawn;
import com.thec1rcle.kernel.slot.SlotQuery.FindSlotRequest;
import com.thec1rcle.kernel.slot.SlotQuery.FindSlotRequests;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.slot.SlotRequestList;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestView;
import com.thec1rcle.kernel.slot.SlotRequestView.CounterProposal;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import com.thec1rcle.query.venue.WaitingLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotRequestProjectionTest {
    private static final VenueId VENUE = new VenueId("venue");
    private static final HostId HOST = new HostId("host");
    private static final UserId USER = new UserId("user");
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final Period ASKED = new Period(T0.plusSeconds(3600), T0.plusSeconds(7200));
    private static final Period OTHER = new Period(T0.plusSeconds(9000), T0.plusSeconds(9900));
    private static final Actor OWNER = new Actor(USER, null, Set.of(), Map.of(VENUE, StaffRole.OWNER), Set.of(), null);
    private static final Actor HOST_OWNER = new Actor(USER, null, Set.of(), Map.of(), Set.of(HOST), null);

    private final ViewsFixture views = ViewsFixture.start();
    private final SlotRequestProjection projection = new SlotRequestProjection(views.mongo());
    private final SlotQueries queries = new SlotQueries(views.mongo(), WaitingLines.reading(views.mongo()));

    @AfterEach
    void close() {
        views.close();
    }

    private static SlotRequestId id(String value) {
        return new SlotRequestId(value);
    }

    private void request(String id, int minute) {
        projection.on(
                new SlotRequested(
                        id(id),
                        PartnershipId.of(HOST, VENUE),
                        VENUE,
                        HOST,
                        null,
                        ASKED,
                        "",
                        T0.plus(Duration.ofDays(7))),
                0,
                T0.plusSeconds(minute * 60L));
    }

    private void replay() {
        request("countered", 1);
        projection.on(new SlotCounterProposed(id("countered"), VENUE, HOST, null, OTHER, "Later?"), 1);
        request("accepted", 2);
        projection.on(new SlotCounterProposed(id("accepted"), VENUE, HOST, null, OTHER, "Later?"), 1);
        projection.on(new SlotApproved(id("accepted"), VENUE, HOST, null, OTHER, T0.plusSeconds(99)), 3);
        request("rejected", 3);
        projection.on(new SlotRejected(id("rejected"), VENUE, HOST, null, "SLOT_TAKEN"), 1);
        request("withdrawn", 4);
        projection.on(new SlotWithdrawn(id("withdrawn"), VENUE, HOST, null), 1);
        request("expired", 5);
        projection.on(new SlotRequestExpired(id("expired"), VENUE, HOST, null), 1);
        request("pending", 6);
    }

    private SlotRequestList all() {
        return queries.handle(new FindSlotRequests(VENUE, null, null, null, 50, OWNER));
    }

    private SlotRequestView find(String id) {
        return queries.handle(new FindSlotRequest(id(id), HOST_OWNER));
    }

    @Test
    void aRequestStandsWhereItWasLeft() {
        replay();
        assertThat(all().items())
                .extracting(SlotRequestView::status)
                .containsExactly(
                        SlotRequestStatus.PENDING,
                        SlotRequestStatus.EXPIRED,
                        SlotRequestStatus.WITHDRAWN,
                        SlotRequestStatus.REJECTED,
                        SlotRequestStatus.APPROVED,
                        SlotRequestStatus.COUNTER_PROPOSED);
        assertThat(find("countered").counterProposal()).isEqualTo(CounterProposal.of(OTHER, "Later?"));
        assertThat(find("accepted").from()).isEqualTo(OTHER.from());
        assertThat(find("rejected").reason()).isEqualTo("SLOT_TAKEN");
    }

    @Test
    void whoWaitsKnowsItsPlace() {
        replay();
        WaitingLines.queue(views.mongo(), new SlotRequestQueued(VENUE, id("earlier"), HOST, null, ASKED, 1), 7);
        WaitingLines.queue(views.mongo(), new SlotRequestQueued(VENUE, id("pending"), HOST, null, ASKED, 2), 8);
        assertThat(find("pending").rank()).isEqualTo(2);
        assertThat(find("rejected").rank()).isNull();
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        SlotRequestList once = all();
        replay();
        assertThat(all()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        SlotRequestList before = all();
        projection.reset();
        assertThat(all().items()).isEmpty();
        replay();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void requestsAreFoundByStatus() {
        replay();
        var expired = new FindSlotRequests(null, HOST, SlotRequestStatus.EXPIRED, null, 50, HOST_OWNER);
        assertThat(queries.handle(expired).items())
                .extracting(SlotRequestView::slotRequestId)
                .containsExactly(id("expired"));
    }

    @Test
    void nobodyElseSeesAny() {
        replay();
        Actor stranger = Actor.user(USER);
        assertThatThrownBy(() -> queries.handle(new FindSlotRequest(id("pending"), stranger)))
                .isInstanceOf(QueryRefused.class);
        assertThatThrownBy(() -> queries.handle(new FindSlotRequests(VENUE, null, null, null, 50, stranger)))
                .isInstanceOf(QueryRefused.class);
        assertThat(queries.handle(new FindSlotRequests(null, null, null, null, 50, stranger)).items())
                .isEmpty();
    }
}
