package com.thec1rcle.command.ticketing;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.ticketing.AccessCode;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import org.jspecify.annotations.Nullable;

/** What a tier may be: names, prices, how many people a ticket admits, how many tickets an order takes. */
final class TierRules {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_CODE = 80;
    private static final int MOST_ADMITS = 100;
    private static final int MOST_PER_ORDER = 100;
    private static final int MOST_STOCK = 1_000_000;
    private static final long HIGHEST_PRICE = 10_000_000_000L;

    private TierRules() {}

    /** The terms that a draft means, with the usual values where it is silent. */
    static TierTerms terms(TierId tierId, TierDraft draft, TicketingSettings settings) throws Refusal {
        Integer admits = draft.admits();
        if (admits == null && draft.entryType().needsAdmits()) {
            throw unfit("A " + draft.entryType() + " ticket says how many people it admits.");
        }
        int min = draft.minPerOrder() == null ? settings.minPerOrder() : draft.minPerOrder();
        int max = draft.maxPerOrder() == null ? Math.max(min, settings.maxPerOrder()) : draft.maxPerOrder();
        return new TierTerms(
                draft.name().strip(),
                draft.entryType(),
                draft.price(),
                admits == null ? draft.entryType().usualAdmits() : admits,
                min,
                max,
                draft.salesFrom(),
                draft.salesUntil(),
                sealed(tierId, draft.accessCode()),
                draft.rotatingCode(),
                draft.commission(),
                draft.discount());
    }

    /** The terms as they are after a change. */
    static TierTerms revised(TierId tierId, TierTerms terms, TierChanges changes) {
        return new TierTerms(
                changes.name() == null ? terms.name() : changes.name().strip(),
                terms.entryType(),
                changes.price() == null ? terms.price() : changes.price(),
                changes.admits() == null ? terms.admits() : changes.admits(),
                changes.minPerOrder() == null ? terms.minPerOrder() : changes.minPerOrder(),
                changes.maxPerOrder() == null ? terms.maxPerOrder() : changes.maxPerOrder(),
                changes.salesFrom() == null ? terms.salesFrom() : changes.salesFrom(),
                changes.salesUntil() == null ? terms.salesUntil() : changes.salesUntil(),
                changes.accessCode() == null ? terms.accessCode() : sealed(tierId, changes.accessCode()),
                changes.rotatingCode() == null ? terms.rotatingCode() : changes.rotatingCode(),
                changes.commission() == null ? terms.commission() : changes.commission(),
                changes.discount() == null ? terms.discount() : changes.discount());
    }

    static void requireFit(TierTerms terms, int stock) throws Refusal {
        require(
                !terms.name().isEmpty() && terms.name().length() <= LONGEST_NAME,
                "A tier's name has 1 to 80 characters.");
        require(
                !terms.price().isNegative() && terms.price().amount() <= HIGHEST_PRICE,
                "A price is zero or more, and 100,000,000.00 at most.");
        require(stock >= 0 && stock <= MOST_STOCK, "Stock is 0 to 1,000,000.");
        require(
                terms.minPerOrder() >= 1
                        && terms.maxPerOrder() >= terms.minPerOrder()
                        && terms.maxPerOrder() <= MOST_PER_ORDER,
                "An order takes 1 to 100 tickets of a tier, and the maximum is not below the minimum.");
        require(
                terms.salesFrom() == null
                        || terms.salesUntil() == null
                        || terms.salesFrom().isBefore(terms.salesUntil()),
                "Sales end after they begin.");
        requireAdmits(terms.entryType(), terms.admits());
        requireInRange("commission", terms.commission());
        requireInRange("discount", terms.discount());
    }

    /** An RSVP is one ticket that costs nothing. */
    static void requireFitForRsvp(TierTerms terms) throws Refusal {
        if (!terms.price().isZero()) {
            throw new Refusal(
                    ErrorCode.RSVP_NOT_FREE, "The tiers of an RSVP event are free; " + terms.name() + " has a price.");
        }
        require(terms.minPerOrder() == 1, "The tiers of an RSVP event sell single tickets.");
    }

    static void requireAccessCodeForm(@Nullable String code) throws Refusal {
        require(code == null || code.length() <= LONGEST_CODE, "An access code has 80 characters at most.");
    }

    private static void requireAdmits(EntryType type, int admits) throws Refusal {
        if (type.needsAdmits()) {
            require(admits >= 1 && admits <= MOST_ADMITS, "A " + type + " ticket admits 1 to 100 people.");
        } else {
            require(admits == type.usualAdmits(), "A " + type + " ticket admits " + type.usualAdmits() + ".");
        }
    }

    private static void requireInRange(String what, @Nullable Rate rate) throws Refusal {
        require(rate == null || rate.withinBounds(), "A " + what + " is 100,000,000.00 a ticket at most.");
    }

    private static @Nullable String sealed(TierId tierId, @Nullable String code) {
        return code == null || code.isBlank() ? null : AccessCode.seal(tierId, code);
    }

    private static void require(boolean fit, String message) throws Refusal {
        if (!fit) {
            throw unfit(message);
        }
    }

    private static Refusal unfit(String message) {
        return new Refusal(ErrorCode.TIER_INVALID, message);
    }
}
