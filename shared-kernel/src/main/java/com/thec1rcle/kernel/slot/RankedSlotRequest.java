package com.thec1rcle.kernel.slot;

/**
 * A request and its place in line; the answer to {@link AskForSlot}.
 *
 * @param rank from 1, in the order of arrival among the requests for overlapping periods
 */
public record RankedSlotRequest(SlotRequestId slotRequestId, int rank) {}
