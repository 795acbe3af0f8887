package com.thec1rcle.kernel.entry;

import com.thec1rcle.kernel.ticketing.TicketId;

/**
 * A scan that was taken back, and how its ticket stands now.
 *
 * @param admitted people whom the ticket has admitted, without those taken back
 * @param inside those of them who have not left since
 */
public record UndoneScan(ScanId scanId, TicketId ticketId, int admits, int admitted, int inside) {}
