package com.thec1rcle.command.venue;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a venue says of itself. */
record VenueDetails(String name, String city, String address, int capacity) {
    private static final int MAX_NAME = 120;
    private static final int MAX_ADDRESS = 500;
    private static final int MAX_CAPACITY = 1_000_000;

    static VenueDetails of(String name, String city, String address, int capacity) throws Refusal {
        VenueDetails details = new VenueDetails(name.strip(), city.strip(), address.strip(), capacity);
        details.requireSense();
        return details;
    }

    /** The zone's name, refused unless there is such a zone. */
    static String zone(String timeZone) throws Refusal {
        try {
            return ZoneId.of(timeZone).getId();
        } catch (DateTimeException unknown) {
            throw invalid("There is no time zone \"" + timeZone + "\"; Asia/Kolkata is one.");
        }
    }

    VenueDetails with(
            @Nullable String newName,
            @Nullable String newCity,
            @Nullable String newAddress,
            @Nullable Integer newCapacity)
            throws Refusal {
        return of(
                newName == null ? name : newName,
                newCity == null ? city : newCity,
                newAddress == null ? address : newAddress,
                newCapacity == null ? capacity : newCapacity);
    }

    private void requireSense() throws Refusal {
        requireText("name", name, MAX_NAME);
        requireText("city", city, MAX_NAME);
        requireText("address", address, MAX_ADDRESS);
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw invalid("A venue holds between 1 and 1,000,000 people.");
        }
    }

    private static void requireText(String what, String text, int longest) throws Refusal {
        if (text.isEmpty() || text.length() > longest) {
            throw invalid("A venue's " + what + " has 1 to " + longest + " characters.");
        }
    }

    private static Refusal invalid(String message) {
        return new Refusal(ErrorCode.VENUE_DETAILS_INVALID, message);
    }
}
