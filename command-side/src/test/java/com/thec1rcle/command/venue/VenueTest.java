package com.thec1rcle.command.venue;

import static com.thec1rcle.command.venue.CalendarFixtures.*;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.venue.VenueCommand.ChangeVenueDetails;
import com.thec1rcle.kernel.venue.VenueCommand.CheckVenue;
import com.thec1rcle.kernel.venue.VenueCommand.RegisterVenue;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueTest {
    private final AggregateTestFixture<Venue> fixture = new AggregateTestFixture<>(Venue.class);

    static VenueRegistered registered() {
        return new VenueRegistered(VENUE, OWNER.userId(), "Blue Room", "Mumbai", "1 Harbour Road", "Asia/Kolkata", 400);
    }

    private static RegisterVenue register(String name, String zone, int capacity) {
        return new RegisterVenue(VENUE, name, "Mumbai", "1 Harbour Road", zone, capacity);
    }

    @Test
    void whoRegistersAVenueOwnsIt() {
        fixture.givenNoPriorActivity()
                .when(register(" Blue Room ", "Asia/Kolkata", 400), as(OWNER))
                .expectEvents(registered());
    }

    @Test
    void registeringTwiceIsOneRegistration() {
        fixture.given(registered())
                .when(register("Blue Room", "Asia/Kolkata", 400), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void somebodyElsesVenueIsNotRegisteredAgain() {
        fixture.given(registered())
                .when(register("Mine now", "Asia/Kolkata", 400), as(STRANGER))
                .expectException(refusal(ErrorCode.ALREADY_EXISTS));
    }

    @ParameterizedTest
    @CsvSource({"' ', Asia/Kolkata, 400", "Blue Room, Asia/Atlantis, 400", "Blue Room, Asia/Kolkata, 0"})
    void detailsMustMakeSense(String name, String zone, int capacity) {
        fixture.givenNoPriorActivity()
                .when(register(name, zone, capacity), as(OWNER))
                .expectNoEvents()
                .expectException(refusal(ErrorCode.VENUE_DETAILS_INVALID));
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        fixture.given(registered())
                .when(new ChangeVenueDetails(VENUE, null, null, null, 500), as(OWNER))
                .expectEvents(new VenueDetailsChanged(VENUE, "Blue Room", "Mumbai", "1 Harbour Road", 500));
    }

    @Test
    void changingNothingIsNoChange() {
        fixture.given(registered())
                .when(new ChangeVenueDetails(VENUE, "Blue Room", null, null, 400), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void strangersChangeNothing() {
        fixture.given(registered())
                .when(new ChangeVenueDetails(VENUE, "Mine", null, null, null), as(STRANGER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void anybodyMayAskWhetherThereIsSuchAVenue() {
        fixture.given(registered())
                .when(new CheckVenue(VENUE), as(STRANGER))
                .expectResultMessagePayload(VENUE)
                .expectNoEvents();
    }
}
