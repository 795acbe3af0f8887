package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierId;
import org.jspecify.annotations.Nullable;

/**
 * One tier's part of an order, frozen when it is placed.
 *
 * @param discount of the whole line
 * @param net subtotal of the line less its discount: what commission is a share of
 * @param commission of the whole line; zero without a promoter
 * @param commissionRate the terms the commission came from; absent without a promoter
 */
public record OrderLine(
        TierId tierId,
        String tierName,
        EntryType entryType,
        int admits,
        boolean rotatingCode,
        int quantity,
        Money unitPrice,
        Money discount,
        Money net,
        Money commission,
        @Nullable Rate commissionRate) {}
