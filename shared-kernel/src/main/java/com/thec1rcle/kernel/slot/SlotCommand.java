package com.thec1rcle.kernel.slot;

import com.thec1rcle.kernel.time.Period;
import java.time.Instant;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of a request for a slot. */
public sealed interface SlotCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    SlotRequestId slotRequestId();

    /** Asks for the request as it stands; changes nothing. */
    record DescribeSlotRequest(SlotRequestId slotRequestId) implements SlotCommand {}

    /** Asks whether the caller may approve it now; refused with SLOT_TAKEN if a rival won; answers a summary. */
    record CheckApprovable(SlotRequestId slotRequestId) implements SlotCommand {}

    /** Asks whether the caller may take the venue's other period now; answers a summary with that period. */
    record CheckCounterAcceptable(SlotRequestId slotRequestId) implements SlotCommand {}

    /** Records the period that the venue's calendar has booked for it. */
    record RecordSlotApproval(SlotRequestId slotRequestId, Period period, Instant lapsesAt) implements SlotCommand {}

    /** The venue, or the calendar on behalf of a rival, says no. */
    record RejectSlot(SlotRequestId slotRequestId, String reason) implements SlotCommand {}

    /** The host takes the request back; after the approval only if no event was made for it. */
    record WithdrawSlot(SlotRequestId slotRequestId) implements SlotCommand {}

    /** The venue names another period. */
    record CounterProposeSlot(SlotRequestId slotRequestId, Period period, String note) implements SlotCommand {}

    /** Nobody answered in time. */
    record ExpireSlotRequest(SlotRequestId slotRequestId) implements SlotCommand {}
}
