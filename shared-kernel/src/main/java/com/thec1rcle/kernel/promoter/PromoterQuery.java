package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import org.jspecify.annotations.Nullable;

/** Everything one can ask of what is known about promoters; each answers only what the viewer may see. */
public sealed interface PromoterQuery {
    /** Promoters' accounts, newest first; for the platform. Answers a PromoterList. */
    record FindPromoters(
            Actor viewer,
            @Nullable Boolean approved,
            @Nullable String cursor,
            int limit) implements PromoterQuery {}

    /** One account, for its owner and the platform; answers a PromoterView. */
    record FindPromoter(Actor viewer, PromoterId promoterId) implements PromoterQuery {}

    /** A promoter's links with what they brought; without a promoter the caller's own. Answers a LinkList. */
    record FindLinks(
            Actor viewer,
            @Nullable PromoterId promoterId,
            @Nullable EventId eventId,
            @Nullable String cursor,
            int limit)
            implements PromoterQuery {}

    /** One link with what it brought; answers a LinkView. */
    record FindLink(Actor viewer, LinkId linkId) implements PromoterQuery {}

    /** Commission line by line and its totals; without a promoter the caller's own, for finance everybody's. Answers a CommissionList. */
    record FindCommissions(
            Actor viewer,
            @Nullable PromoterId promoterId,
            @Nullable EventId eventId,
            @Nullable CommissionStatus status,
            @Nullable String cursor,
            int limit)
            implements PromoterQuery {}

    /** What a promoter has, without a promoter the caller's own; answers CommissionTotals. */
    record FindBalance(Actor viewer, @Nullable PromoterId promoterId) implements PromoterQuery {}

    /** Events in public that the caller may sell, or may ask to sell; answers a PromotableEventList. */
    record FindPromotableEvents(
            Actor viewer, PromotionAccess access, @Nullable String cursor, int limit) implements PromoterQuery {}

    /** Who asked to sell an event, for the event's people; answers a PromotionRequestList. */
    record FindPromotionRequests(
            Actor viewer, EventId eventId, @Nullable String cursor, int limit) implements PromoterQuery {}
}
