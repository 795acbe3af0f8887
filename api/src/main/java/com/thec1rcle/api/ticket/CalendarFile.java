package com.thec1rcle.api.ticket;

import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A ticket's night as a calendar entry of RFC 5545; the same ticket is the same entry, however often it is imported. */
final class CalendarFile {
    /** Longest line, in bytes without its end; a longer one goes on after a line break and a space. */
    private static final int MAX_LINE_BYTES = 75;

    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder();

    private CalendarFile() {}

    /** @param at when the file is made */
    static String of(WalletTicket ticket, Night night, Instant at) {
        CalendarFile file = new CalendarFile();
        file.property("BEGIN", "VCALENDAR");
        file.property("VERSION", "2.0");
        file.property("PRODID", "-//THE C1RCLE//Tickets//EN");
        file.property("CALSCALE", "GREGORIAN");
        file.property("METHOD", "PUBLISH");
        file.property("BEGIN", "VEVENT");
        file.property("UID", ticket.ticketId() + "@thec1rcle");
        file.property("DTSTAMP", UTC.format(at.truncatedTo(ChronoUnit.SECONDS)));
        file.property("DTSTART", UTC.format(night.from()));
        file.property("DTEND", UTC.format(night.until()));
        file.property("SUMMARY", escaped(night.title()));
        file.property("LOCATION", escaped(NightWords.place(night)));
        file.property("DESCRIPTION", escaped(NightWords.doors(night) + "\n" + NightWords.admission(ticket)));
        file.property("STATUS", "CONFIRMED");
        file.property("END", "VEVENT");
        file.property("END", "VCALENDAR");
        return file.lines.toString();
    }

    private void property(String name, String value) {
        String rest = name + ":" + value;
        int limit = MAX_LINE_BYTES;
        while (bytes(rest) > limit) {
            int end = fitting(rest, limit);
            lines.append(rest, 0, end).append(LINE_END).append(' ');
            rest = rest.substring(end);
            limit = MAX_LINE_BYTES - 1; // The space counts.
        }
        lines.append(rest).append(LINE_END);
    }

    /** How many chars of a text fit so many bytes, never half a character. */
    private static int fitting(String text, int bytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.codePointAt(end);
            used += bytes(Character.toString(next));
            if (used > bytes) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As RFC 5545 writes TEXT; control characters may not be in it at all. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(letter -> {
            switch (letter) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(letter);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append('\t');
                default -> {
                    if (!Character.isISOControl(letter)) {
                        escaped.appendCodePoint(letter);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
