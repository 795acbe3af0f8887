package com.thec1rcle.command.profile;

import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static com.thec1rcle.kernel.error.ErrorCode.PROFILE_INVALID;
import static com.thec1rcle.kernel.error.ErrorCode.SLUG_INVALID;

import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileText;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who may edit a profile, and what it may say. */
final class ProfileRules {
    static final int NAME_MAX = 100;
    static final int TAGLINE_MAX = 160;
    static final int BIO_MAX = 5_000;
    static final int CITY_MAX = 100;
    static final int OPENING_HOURS_MAX = 500;
    static final int CALL_TO_ACTION_MAX = 200;
    static final int LINKS_MAX = 20;
    static final int LINK_MAX = 500;
    static final int GENRES_MAX = 20;
    static final int GENRE_MAX = 40;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]{1,40}");

    private ProfileRules() {}

    /** The venue's people who may edit events, the host's owner, the promoter. */
    static void requireOwner(ProfileOwner owner, Actor actor) throws Refusal {
        switch (owner.type()) {
            case VENUE -> actor.require(Permission.EDIT_EVENTS, new VenueId(owner.id()));
            case HOST -> actor.requireHost(new HostId(owner.id()));
            case PROMOTER -> requirePromoter(new PromoterId(owner.id()), actor);
        }
    }

    private static void requirePromoter(PromoterId promoter, Actor actor) throws Refusal {
        if (!promoter.equals(actor.promoterId())) {
            throw new Refusal(FORBIDDEN, "Only the promoter may do this.");
        }
    }

    static void requireSlug(String slug) throws Refusal {
        if (!SLUG.matcher(slug).matches()) {
            throw new Refusal(
                    SLUG_INVALID,
                    "A slug is 3 to 40 lowercase letters, digits and dashes; it neither begins nor ends with a dash.");
        }
    }

    static void requireGood(ProfileText text) throws Refusal {
        requireLength("name", text.name(), NAME_MAX);
        requireLength("tagline", text.tagline(), TAGLINE_MAX);
        requireLength("bio", text.bio(), BIO_MAX);
        requireLength("city", text.city(), CITY_MAX);
        requireLength("openingHours", text.openingHours(), OPENING_HOURS_MAX);
        requireLength("callToAction", text.callToAction(), CALL_TO_ACTION_MAX);
        requireLinks(text.links());
        requireGenres(text);
    }

    private static void requireLength(String field, @Nullable String value, int max) throws Refusal {
        if (value != null && value.length() > max) {
            throw invalid(field, "The " + field + " has " + max + " characters at most.");
        }
    }

    private static void requireLinks(Map<String, String> links) throws Refusal {
        if (links.size() > LINKS_MAX) {
            throw invalid("links", "A profile has " + LINKS_MAX + " links at most.");
        }
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (!LABEL.matcher(link.getKey()).matches()) {
                throw invalid("links", "A link's label is 1 to 40 lowercase letters, digits, dashes or underscores.");
            }
            if (!isWebAddress(link.getValue())) {
                throw invalid("links", "The link " + link.getKey() + " is not an http or https address.");
            }
        }
    }

    private static boolean isWebAddress(String text) {
        if (text.length() > LINK_MAX) {
            return false;
        }
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static void requireGenres(ProfileText text) throws Refusal {
        if (text.genres().size() > GENRES_MAX) {
            throw invalid("genres", "A profile has " + GENRES_MAX + " genres at most.");
        }
        for (String genre : text.genres()) {
            if (genre.isBlank() || genre.length() > GENRE_MAX) {
                throw invalid("genres", "A genre has 1 to " + GENRE_MAX + " characters.");
            }
        }
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal(PROFILE_INVALID, message, Map.of("field", field));
    }
}
