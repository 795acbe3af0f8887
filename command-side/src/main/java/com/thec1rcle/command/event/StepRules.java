package com.thec1rcle.command.event;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventDetails;
import com.thec1rcle.kernel.event.EventMedia;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.time.Period;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each step of the wizard refuses by itself, whatever the other steps say. */
final class StepRules {
    static final int MOST_TIERS = 50;
    private static final int MOST_PROMOTERS = 1_000;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_PICTURES = 20;
    private static final int MOST_TICKETS = 100;
    private static final int MOST_TICKETS_OF_ACCOUNT = 1_000;
    private static final Duration LONGEST_NIGHT = Duration.ofDays(7);
    private static final Duration EARLIEST_DOORS = Duration.ofHours(24);

    private StepRules() {}

    static void requireTitle(String title) throws Refusal {
        if (title.isBlank()) {
            throw unfit("An event has a title, even as a draft.");
        }
        requireLength("title", title, LONGEST_TITLE);
    }

    static void requireDetails(EventDetails details) throws Refusal {
        requireTitle(details.title());
        requireLength("description", details.description(), LONGEST_TEXT);
        requireLength("category", details.category(), LONGEST_NAME);
        requireLength("city", details.city(), LONGEST_NAME);
        requireLength("ageRule", details.ageRule(), LONGEST_LINE);
        requireLength("refundPolicy", details.refundPolicy(), LONGEST_TEXT);
        requireLength("terms", details.terms(), LONGEST_TEXT);
    }

    static void requireSlot(Period slot, Instant now) throws Refusal {
        if (!slot.from().isAfter(now)) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "The slot lies in the past.");
        }
        if (Duration.between(slot.from(), slot.until()).compareTo(LONGEST_NIGHT) > 0) {
            throw new Refusal(ErrorCode.PERIOD_INVALID, "A slot is seven days long at most.");
        }
    }

    static void requireDoors(Instant doorsAt, Period slot) throws Refusal {
        if (!doorsAt.isBefore(slot.until()) || doorsAt.isBefore(slot.from().minus(EARLIEST_DOORS))) {
            throw unfit("Doors open before the slot ends, and a day before it begins at the earliest.");
        }
    }

    static void requireLimits(OrderLimits limits) throws Refusal {
        if (limits.maxPerOrder() > MOST_TICKETS || limits.maxPerAccount() > MOST_TICKETS_OF_ACCOUNT) {
            throw unfit("An order has 100 tickets at most, an account 1000.");
        }
    }

    static void requirePromoters(PromoterTerms terms) throws Refusal {
        if (terms.promoterIds().size() > MOST_PROMOTERS) {
            throw unfit("A list has 1000 promoters at most.");
        }
        if (!terms.commission().withinBounds() || !terms.discount().withinBounds()) {
            throw unfit("A commission and a discount are 100,000,000.00 a ticket at most.");
        }
    }

    static void requireMedia(EventMedia media) throws Refusal {
        if (media.gallery().size() > MOST_PICTURES) {
            throw unfit("A gallery has 20 pictures at most.");
        }
        requireLength("cover", media.cover(), LONGEST_LINE);
        requireLength("poster", media.poster(), LONGEST_LINE);
        for (String picture : media.gallery()) {
            requireLength("gallery", picture, LONGEST_LINE);
        }
    }

    private static void requireLength(String field, @Nullable String text, int longest) throws Refusal {
        if (text != null && text.length() > longest) {
            throw unfit("The " + field + " has " + longest + " characters at most.");
        }
    }

    private static Refusal unfit(String message) {
        return new Refusal(ErrorCode.EVENT_DETAILS_INVALID, message);
    }
}
