package com.thec1rcle.api.ticket;

import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How tickets and calendar files tell a guest when, where and for how many: in the time of the venue. */
final class NightWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private NightWords() {}

    /** Friday 4 December 2026, 21:00 to 04:00 (Asia/Kolkata). */
    static String time(Night night) {
        ZonedDateTime from = there(night, night.from());
        ZonedDateTime until = there(night, night.until());
        boolean sameNight = until.isBefore(from.plusDays(1));
        String end = sameNight ? TIME.format(until) : DAY.format(until) + ", " + TIME.format(until);
        return DAY.format(from) + ", " + TIME.format(from) + " to " + end + " (" + from.getZone() + ")";
    }

    /** Doors open Friday 4 December 2026, 18:00 (Asia/Kolkata). */
    static String doors(Night night) {
        ZonedDateTime doors = there(night, night.doorsAt());
        return "Doors open " + DAY.format(doors) + ", " + TIME.format(doors) + " (" + doors.getZone() + ")";
    }

    /** Name, address and city, as far as they are known. */
    static String place(Night night) {
        return Stream.of(night.venueName(), night.address(), night.city())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Couple, admits 2. */
    static String admission(WalletTicket ticket) {
        return ticket.tierName() + ", admits " + ticket.admits();
    }

    private static ZonedDateTime there(Night night, Instant instant) {
        return instant.atZone(zone(night));
    }

    private static ZoneId zone(Night night) {
        String zone = night.timeZone();
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException unknownToThisJava) {
            return ZoneOffset.UTC;
        }
    }
}
