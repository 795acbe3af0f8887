package com.thec1rcle.kernel.refund;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;

/**
 * A ticket that is given back.
 *
 * @param net its share of the net price of its line; the shares of a line add up to it
 * @param commission its share of the promoter's commission, likewise
 */
public record RefundedTicket(TicketId ticketId, TierId tierId, Money net, Money commission) {}
