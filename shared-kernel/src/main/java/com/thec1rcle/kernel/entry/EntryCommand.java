package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TicketId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Everything one can ask at the door; routed by attempt, so that a busy door is spread over all that serve it. */
public sealed interface EntryCommand {
    @RoutingKey
    ScanId scanId();

    /** Shows a code at the door; answers an EntryVerdict, also when it opens nothing. */
    record PresentCode(
            EventId eventId,
            ScanId scanId,
            String code,
            int count,
            @Nullable DeviceId deviceId,
            Direction direction) implements EntryCommand {}

    /**
     * Takes back what a scan did, within the night; answers an UndoneScan.
     *
     * @param ticketId the ticket it was about; absent for a scan that led to none, which did nothing
     */
    record UndoScan(
            EventId eventId,
            ScanId scanId,
            @Nullable TicketId ticketId,
            @Nullable String reason) implements EntryCommand {}
}
