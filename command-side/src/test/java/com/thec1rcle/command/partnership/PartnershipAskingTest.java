package com.thec1rcle.command.partnership;

import static com.thec1rcle.command.venue.CalendarFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.partnership.AskForPartnership;
import com.thec1rcle.kernel.partnership.PartnershipCommand.RequestPartnership;
import com.thec1rcle.kernel.venue.VenueCommand.CheckVenue;
import org.junit.jupiter.api.Test;

class PartnershipAskingTest {
    private static final AskForPartnership ASK = new AskForPartnership(PARTNERSHIP, HOST, VENUE, "Hello");

    private final Commands commands = mock(Commands.class);
    private final PartnershipAsking asking = new PartnershipAsking(commands);

    @Test
    void aVenueThatExistsIsAsked() throws Refusal {
        assertThat(asking.ask(ASK, HOST_OWNER)).isEqualTo(PARTNERSHIP);
        var order = inOrder(commands);
        order.verify(commands).ask(new CheckVenue(VENUE), HOST_OWNER);
        order.verify(commands).ask(new RequestPartnership(PARTNERSHIP, HOST, VENUE, "Hello"), HOST_OWNER);
    }

    @Test
    void aVenueThatDoesNotExistIsNotAsked() throws Refusal {
        doThrow(new Refusal(ErrorCode.NOT_FOUND, "No.")).when(commands).ask(new CheckVenue(VENUE), HOST_OWNER);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> asking.ask(ASK, HOST_OWNER));
        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
        verify(commands, never()).ask(any(RequestPartnership.class), any());
    }

    @Test
    void onlyTheHostsOwnerAsks() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> asking.ask(ASK, STRANGER));
        assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN);
        verifyNoInteractions(commands);
    }
}
