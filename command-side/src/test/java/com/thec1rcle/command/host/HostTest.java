package com.thec1rcle.command.host;

import static com.thec1rcle.command.venue.CalendarFixtures.*;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.host.HostCommand.RegisterHost;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class HostTest {
    private static final RegisterHost REGISTER = new RegisterHost(HOST, "Night Shift", "Mumbai");
    private static final HostRegistered REGISTERED =
            new HostRegistered(HOST, HOST_OWNER.userId(), "Night Shift", "Mumbai");

    private final AggregateTestFixture<Host> fixture = new AggregateTestFixture<>(Host.class);

    @Test
    void whoRegistersAHostOwnsIt() {
        fixture.givenNoPriorActivity().when(REGISTER, as(HOST_OWNER)).expectEvents(REGISTERED);
    }

    @Test
    void registeringTwiceIsOneRegistration() {
        fixture.given(REGISTERED)
                .when(REGISTER, as(HOST_OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void somebodyElsesHostIsNotRegisteredAgain() {
        fixture.given(REGISTERED).when(REGISTER, as(STRANGER)).expectException(refusal(ErrorCode.ALREADY_EXISTS));
    }
}
