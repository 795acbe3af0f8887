package com.thec1rcle.query.event;

import com.thec1rcle.kernel.event.EventBackstage;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventMedia;
import com.thec1rcle.kernel.event.EventStatus;
import com.thec1rcle.kernel.event.EventSummary;
import com.thec1rcle.kernel.event.EventView;
import com.thec1rcle.kernel.event.OrderLimits;
import com.thec1rcle.kernel.event.TierView;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An event as stored.
 *
 * @param search title, category and city in small letters
 * @param handedIn whether its present venue has ever been asked
 * @param lowestPrice of its visible tiers, in minor units; more than any price while there is none
 * @param offersVersion which state of its tiers the prices are of
 */
record EventDocument(
        @Id String id,
        EventStatus status,
        EventCreator.Type creatorType,
        String creatorId,
        @Nullable String hostId,
        String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String categoryKey,
        @Nullable String city,
        @Nullable String cityKey,
        @Nullable String ageRule,
        @Nullable String refundPolicy,
        @Nullable String terms,
        String search,
        @Nullable String venueId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant doorsAt,
        boolean reEntry,
        OrderLimits limits,
        boolean rsvp,
        @Nullable EventMedia media,
        PromotersDocument promoters,
        List<String> promotersAsking,
        List<String> tierIds,
        @Nullable Money fromPrice,
        long lowestPrice,
        long offersVersion,
        Instant draftedAt,
        boolean handedIn,
        @Nullable String slotRequestId,
        @Nullable Instant lapsesAt,
        @Nullable String sentBackReason,
        @Nullable Instant publishedAt,
        @Nullable String cancelReason,
        long version) {
    static final long NO_PRICE = Long.MAX_VALUE;

    static @Nullable String key(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    static String search(String title, @Nullable String category, @Nullable String city) {
        return Stream.of(title, category, city)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    boolean isKnownToAll() {
        return publishedAt != null;
    }

    boolean isOf(Actor viewer) {
        boolean ofHost = hostId != null && viewer.owns(new HostId(hostId));
        boolean ofCreator =
                creatorType == EventCreator.Type.VENUE && viewer.may(Permission.VIEW_EVENTS, new VenueId(creatorId));
        boolean ofVenue = handedIn && venueId != null && viewer.may(Permission.VIEW_EVENTS, new VenueId(venueId));
        return ofHost || ofCreator || ofVenue;
    }

    /** The state by the clock, whether or not an event has said so yet. */
    EventStatus statusAt(Instant now) {
        if (!status.isPublic() || from == null || until == null) {
            return status;
        }
        if (!now.isBefore(until)) {
            return EventStatus.COMPLETED;
        }
        return now.isBefore(from) ? status : EventStatus.LIVE;
    }

    EventSummary toSummary(Instant now, Names names) {
        return new EventSummary(
                new EventId(id),
                statusAt(now),
                title,
                category,
                city,
                creator(),
                host(),
                names.of(host()),
                venue(),
                names.of(venue()),
                from,
                until,
                doorsAt,
                media == null ? null : media.cover(),
                media == null ? null : media.poster(),
                fromPrice);
    }

    EventView toView(Instant now, Names names, List<TierView> tiers, boolean insider) {
        return new EventView(
                new EventId(id),
                statusAt(now),
                creator(),
                host(),
                names.of(host()),
                venue(),
                names.of(venue()),
                title,
                description,
                category,
                city,
                ageRule,
                refundPolicy,
                terms,
                from,
                until,
                doorsAt,
                reEntry,
                limits,
                rsvp,
                media,
                fromPrice,
                tiers,
                publishedAt,
                cancelReason,
                insider ? backstage() : null);
    }

    private EventBackstage backstage() {
        return new EventBackstage(
                draftedAt,
                slotRequestId == null ? null : new SlotRequestId(slotRequestId),
                lapsesAt,
                sentBackReason,
                promoters.toTerms(),
                promotersAsking.stream().map(PromoterId::new).collect(Collectors.toSet()));
    }

    private EventCreator creator() {
        return new EventCreator(creatorType, creatorId);
    }

    private @Nullable HostId host() {
        return hostId == null ? null : new HostId(hostId);
    }

    private @Nullable VenueId venue() {
        return venueId == null ? null : new VenueId(venueId);
    }

    /** What venues and hosts are called. */
    interface Names {
        @Nullable
        String of(@Nullable HostId host);

        @Nullable
        String of(@Nullable VenueId venue);
    }
}
