package com.thec1rcle.kernel.ledger;

import com.thec1rcle.kernel.money.Money;
import java.time.Instant;

/**
 * One line of a journal: exactly one of debit and credit is above zero.
 *
 * @param lineId the causing event's identifier and the place in its journal
 * @param causeId identifier of the event that caused it
 * @param cause name of the event that caused it
 * @param subject id of the order or payout it is about
 */
public record LedgerLine(
        String lineId,
        String account,
        Money debit,
        Money credit,
        String causeId,
        String cause,
        String subject,
        Instant at) {}
