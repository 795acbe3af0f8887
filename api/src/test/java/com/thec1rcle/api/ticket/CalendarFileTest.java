package com.thec1rcle.api.ticket;

import static com.thec1rcle.api.ticket.WalletFixtures.AT;
import static com.thec1rcle.api.ticket.WalletFixtures.TICKET;
import static com.thec1rcle.api.ticket.WalletFixtures.night;
import static com.thec1rcle.api.ticket.WalletFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CalendarFileTest {
    @Example
    void theNightIsInUtcAndTheDoorsInTheTimeOfTheVenue() {
        String file = CalendarFile.of(ticket("Asha"), night("Monsoon Nights"), AT);
        assertThat(file.split("\r\n"))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .endsWith("END:VEVENT", "END:VCALENDAR")
                .contains(
                        "METHOD:PUBLISH",
                        "UID:" + TICKET + "@thec1rcle",
                        "DTSTAMP:20261120T100000Z",
                        "DTSTART:20261204T153000Z",
                        "DTEND:20261204T223000Z",
                        "SUMMARY:Monsoon Nights",
                        "LOCATION:Blue Room\\, 1 Harbour Road\\; 2nd floor\\, Mumbai",
                        "STATUS:CONFIRMED");
        assertThat(unfolded(file))
                .contains(
                        "DESCRIPTION:Doors open Friday 4 December 2026\\, 18:00 (Asia/Kolkata)\\nCouple\\, admits 2\r\n");
    }

    @Example
    void theSameTicketIsTheSameEntryWheneverItIsFetched() {
        String early = CalendarFile.of(ticket("Asha"), night("Monsoon Nights"), AT);
        String late = CalendarFile.of(ticket("Asha"), night("Monsoon Nights"), AT.plusSeconds(60));
        assertThat(late.replace("DTSTAMP:20261120T100100Z", "DTSTAMP:20261120T100000Z"))
                .isEqualTo(early);
    }

    @Property(tries = 300)
    void noTitleBreaksALineOrTheFile(@ForAll String title) {
        String file = CalendarFile.of(ticket("Asha"), night(title), AT);
        for (String line : file.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\r").doesNotContain("\n");
        }
        assertThat(unfolded(file).split("\r\n")).hasSize(16);
        assertThat(unfolded(file)).contains("\r\nSUMMARY:" + CalendarFile.escaped(title) + "\r\n");
    }

    @Example
    void aLongTitleIsFoldedBetweenCharacters() {
        String title = "\ud83c\udf89".repeat(60) + "\u0930\u093e\u0924".repeat(40);
        assertThat(unfolded(CalendarFile.of(ticket("Asha"), night(title), AT))).contains("SUMMARY:" + title);
    }

    private static String unfolded(String file) {
        return file.replace("\r\n ", "");
    }
}
