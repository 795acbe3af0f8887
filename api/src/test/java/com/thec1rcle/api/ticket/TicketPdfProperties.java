package com.thec1rcle.api.ticket;

import static com.thec1rcle.api.ticket.WalletFixtures.CODE;
import static com.thec1rcle.api.ticket.WalletFixtures.night;
import static com.thec1rcle.api.ticket.WalletFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TicketPdfProperties {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withCharRange('\u0900', '\u0d7f').withChars(' ', '\u200d', '\u200c'),
                Arbitraries.strings().alpha().ofMinLength(200));
    }

    @Property(tries = 100)
    void noNameIsAnError(@ForAll("names") String name) {
        assertThat(TicketPdf.of(ticket(name, name), night(name), CODE)).startsWith('%', 'P', 'D', 'F');
    }
}
