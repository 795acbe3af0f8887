package com.thec1rcle.command.venue;

import static com.thec1rcle.command.venue.CalendarFixtures.*;
import static com.thec1rcle.command.venue.VenueTest.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BlockId;
import com.thec1rcle.kernel.venue.BookedSlot;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.BlockPeriod;
import com.thec1rcle.kernel.venue.CalendarCommand.BookCounterProposal;
import com.thec1rcle.kernel.venue.CalendarCommand.BookOwnSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.BookRequestedSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.DropSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.LiftBlock;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.ReleaseSlot;
import com.thec1rcle.kernel.venue.CalendarEvent.BlockLifted;
import com.thec1rcle.kernel.venue.CalendarEvent.PeriodBlocked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotReleased;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestDropped;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotRequestQueued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VenueCalendarTest {
    private static final BlockId BLOCK = new BlockId("block-1");
    private static final BookingId BOOKING = new BookingId(REQUEST.value());
    private static final Instant LAPSES = NOW.plus(Duration.ofHours(48));

    private final AggregateTestFixture<Venue> fixture = new AggregateTestFixture<>(Venue.class);

    @BeforeEach
    void resources() {
        fixture.registerInjectableResource(CLOCK);
        fixture.registerInjectableResource(SETTINGS);
    }

    /** What happened so far, now: the calendar forgets by the time of its events. */
    private TestExecutor<Venue> given(Object... events) {
        return fixture.givenCurrentTime(NOW).andGiven(events);
    }

    private static PeriodBlocked blocked(Period period) {
        return new PeriodBlocked(VENUE, BLOCK, period, "Repairs");
    }

    private static SlotRequestQueued queued(SlotRequestId id, Period period, int rank) {
        return new SlotRequestQueued(VENUE, id, HOST, EVENT, period, rank);
    }

    private static SlotBooked booked(Period period, SlotRequestId... rivals) {
        return new SlotBooked(VENUE, BOOKING, REQUEST, HOST, EVENT, period, LAPSES, List.of(rivals));
    }

    private static QueueSlotRequest queue(SlotRequestId id, Period period) {
        return new QueueSlotRequest(VENUE, id, HOST, EVENT, period);
    }

    // Blocks

    @Test
    void aFreePeriodIsBlocked() {
        given(registered())
                .when(new BlockPeriod(VENUE, BLOCK, NIGHT, "Repairs"), as(OWNER))
                .expectEvents(blocked(NIGHT));
    }

    @Test
    void blockingTwiceIsOneBlock() {
        given(registered(), blocked(NIGHT))
                .when(new BlockPeriod(VENUE, BLOCK, NIGHT, "Repairs"), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aBookedPeriodIsNotBlocked() {
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(new BlockPeriod(VENUE, BLOCK, NIGHT, "Repairs"), as(OWNER))
                .expectException(refusal(ErrorCode.PERIOD_TAKEN));
    }

    @Test
    void theMorningAfterIsStillTheBookedNight() {
        Period morning = new Period(NIGHT.until().minusSeconds(1), NIGHT.until().plusSeconds(3600));
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(new BlockPeriod(VENUE, BLOCK, morning, "Cleaning"), as(OWNER))
                .expectException(refusal(ErrorCode.PERIOD_TAKEN));
    }

    @Test
    void touchingEndsAreFine() {
        Period after = new Period(NIGHT.until(), NIGHT.until().plusSeconds(3600));
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(new BlockPeriod(VENUE, BLOCK, after, "Repairs"), as(OWNER))
                .expectEvents(blocked(after));
    }

    @Test
    void whatIsOverIsNotBlocked() {
        given(registered())
                .when(new BlockPeriod(VENUE, BLOCK, night("2026-11-20T15:30:00Z"), "Repairs"), as(OWNER))
                .expectException(refusal(ErrorCode.PERIOD_INVALID));
    }

    @Test
    void onlyThePeopleOfTheCalendarBlock() {
        given(registered())
                .when(new BlockPeriod(VENUE, BLOCK, NIGHT, "Repairs"), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aBlockIsLiftedOnce() {
        given(registered(), blocked(NIGHT))
                .when(new LiftBlock(VENUE, BLOCK), as(OWNER))
                .expectEvents(new BlockLifted(VENUE, BLOCK));
    }

    @Test
    void whatIsNotBlockedIsNotLifted() {
        given(registered(), blocked(NIGHT), new BlockLifted(VENUE, BLOCK))
                .when(new LiftBlock(VENUE, BLOCK), as(OWNER))
                .expectException(refusal(ErrorCode.BLOCK_NOT_FOUND));
    }

    // The waiting line

    @Test
    void theFirstInLineIsFirst() {
        given(registered())
                .when(queue(REQUEST, NIGHT), as(Actor.SYSTEM))
                .expectResultMessagePayload(1)
                .expectEvents(queued(REQUEST, NIGHT, 1));
    }

    @Test
    void laterRequestsForAnyPartOfThePeriodRankBehind() {
        Period part = new Period(NIGHT.from().plusSeconds(3600), NIGHT.until().plusSeconds(3600));
        given(registered(), queued(REQUEST, NIGHT, 1))
                .when(queue(RIVAL, part), as(Actor.SYSTEM))
                .expectResultMessagePayload(2)
                .expectEvents(queued(RIVAL, part, 2));
    }

    @Test
    void requestsForAnotherNightDoNotRankBehind() {
        given(registered(), queued(REQUEST, NIGHT, 1))
                .when(queue(RIVAL, NEXT_NIGHT), as(Actor.SYSTEM))
                .expectResultMessagePayload(1);
    }

    @Test
    void queueingTwiceIsOnePlaceInLine() {
        given(registered(), queued(REQUEST, NIGHT, 1), queued(RIVAL, NIGHT, 2))
                .when(queue(RIVAL, NIGHT), as(Actor.SYSTEM))
                .expectResultMessagePayload(2)
                .expectNoEvents();
    }

    @Test
    void whoIsBookedDoesNotQueueAgain() {
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(queue(REQUEST, NIGHT), as(Actor.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whenTheFirstLeavesTheNextMovesUp() {
        given(registered(), queued(REQUEST, NIGHT, 1), queued(RIVAL, NIGHT, 2), new SlotRequestDropped(VENUE, REQUEST))
                .when(queue(RIVAL, NIGHT), as(Actor.SYSTEM))
                .expectResultMessagePayload(1);
    }

    @Test
    void strangersDoNotQueueForAHost() {
        given(registered()).when(queue(REQUEST, NIGHT), as(STRANGER)).expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void droppingTwiceIsOneDrop() {
        given(registered(), queued(REQUEST, NIGHT, 1), new SlotRequestDropped(VENUE, REQUEST))
                .when(new DropSlotRequest(VENUE, REQUEST), as(Actor.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyTheSystemDrops() {
        given(registered(), queued(REQUEST, NIGHT, 1))
                .when(new DropSlotRequest(VENUE, REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    // Bookings

    @Test
    void bookingNamesTheRivalsItDisplaces() {
        SlotRequestId bystander = new SlotRequestId("request-3");
        given(registered(), queued(RIVAL, NIGHT, 1), queued(REQUEST, NIGHT, 2), queued(bystander, NEXT_NIGHT, 1))
                .when(new BookRequestedSlot(VENUE, REQUEST), as(OWNER))
                .expectResultMessagePayload(new BookedSlot(BOOKING, NIGHT, LAPSES))
                .expectEvents(booked(NIGHT, RIVAL));
    }

    @Test
    void bookingTwiceIsOneBooking() {
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(new BookRequestedSlot(VENUE, REQUEST), as(OWNER))
                .expectResultMessagePayload(new BookedSlot(BOOKING, NIGHT, LAPSES))
                .expectNoEvents();
    }

    @Test
    void aTakenPeriodIsNotBooked() {
        given(registered(), queued(REQUEST, NIGHT, 1), blocked(NIGHT))
                .when(new BookRequestedSlot(VENUE, REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_TAKEN));
    }

    @Test
    void whatNobodyWaitsForIsNotBooked() {
        given(registered())
                .when(new BookRequestedSlot(VENUE, REQUEST), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_REQUEST_CLOSED));
    }

    @Test
    void hostsDoNotBookForThemselves() {
        given(registered(), queued(REQUEST, NIGHT, 1))
                .when(new BookRequestedSlot(VENUE, REQUEST), as(HOST_OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aCounterProposalIsBookedForItsHost() {
        given(registered())
                .when(new BookCounterProposal(VENUE, REQUEST, HOST, EVENT, NEXT_NIGHT), as(Actor.SYSTEM))
                .expectEvents(booked(NEXT_NIGHT));
    }

    @Test
    void aCounterProposalThatHasGoneIsNotBooked() {
        given(registered(), blocked(NEXT_NIGHT))
                .when(new BookCounterProposal(VENUE, REQUEST, HOST, EVENT, NEXT_NIGHT), as(Actor.SYSTEM))
                .expectException(refusal(ErrorCode.SLOT_TAKEN));
    }

    @Test
    void theVenuesOwnNightIsBookedAtOnce() {
        given(registered(), queued(RIVAL, NIGHT, 1))
                .when(new BookOwnSlot(VENUE, BOOKING, EVENT, NIGHT), as(OWNER))
                .expectEvents(new SlotBooked(VENUE, BOOKING, null, null, EVENT, NIGHT, LAPSES, List.of(RIVAL)));
    }

    @Test
    void theVenuesOwnNightDoesNotDisplaceABooking() {
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(new BookOwnSlot(VENUE, new BookingId("own"), new EventId("event-2"), NIGHT), as(OWNER))
                .expectException(refusal(ErrorCode.SLOT_TAKEN));
    }

    @Test
    void aMovedOwnNightGivesItsFirstPeriodBack() {
        given(registered(), new SlotBooked(VENUE, BOOKING, null, null, EVENT, NIGHT, LAPSES, List.of()))
                .when(new BookOwnSlot(VENUE, BOOKING, EVENT, NEXT_NIGHT), as(OWNER))
                .expectEvents(
                        new SlotReleased(VENUE, BOOKING, EVENT, NIGHT, "MOVED"),
                        new SlotBooked(VENUE, BOOKING, null, null, EVENT, NEXT_NIGHT, LAPSES, List.of()));
    }

    @Test
    void aReleasedPeriodIsFreeAgain() {
        given(
                        registered(),
                        queued(REQUEST, NIGHT, 1),
                        booked(NIGHT),
                        new SlotReleased(VENUE, BOOKING, EVENT, NIGHT, "CANCELLED"))
                .when(new BlockPeriod(VENUE, BLOCK, NIGHT, "Repairs"), as(OWNER))
                .expectEvents(blocked(NIGHT));
    }

    @Test
    void releasingTwiceIsOneRelease() {
        given(registered())
                .when(new ReleaseSlot(VENUE, BOOKING, "CANCELLED"), as(Actor.SYSTEM))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void onlyTheSystemReleases() {
        given(registered(), queued(REQUEST, NIGHT, 1), booked(NIGHT))
                .when(new ReleaseSlot(VENUE, BOOKING, "CANCELLED"), as(OWNER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    // What it remembers

    @Test
    void whatEndedLongAgoIsForgotten() {
        fixture.givenCurrentTime(NOW.minus(Duration.ofDays(40)))
                .andGiven(registered(), blocked(night("2026-11-01T15:30:00Z")))
                .andGivenCurrentTime(NOW)
                .andGiven(queued(REQUEST, NIGHT, 1))
                .when(new LiftBlock(VENUE, BLOCK), as(OWNER))
                .expectException(refusal(ErrorCode.BLOCK_NOT_FOUND));
    }

    @Test
    void aSnapshotSaysTheSameAsTheEvents() {
        JsonMapper json = JsonMapper.builder().build();
        given(registered(), queued(REQUEST, NIGHT, 1), queued(RIVAL, NEXT_NIGHT, 1), blocked(NEXT_NIGHT))
                .when(new BookRequestedSlot(VENUE, REQUEST), as(OWNER))
                .expectState(venue -> {
                    String snapshot = json.writeValueAsString(venue);
                    assertThat(json.writeValueAsString(json.readValue(snapshot, Venue.class)))
                            .isEqualTo(snapshot)
                            .contains(REQUEST.value(), RIVAL.value(), BLOCK.value());
                });
    }
}
