package com.thec1rcle.command.entry;

import com.thec1rcle.kernel.ticketing.TicketCodes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads codes that this system signed. */
@Component
final class SignedCodeReader implements CodeReader {
    private final TicketCodes codes;

    SignedCodeReader(TicketCodes codes) {
        this.codes = codes;
    }

    @Override
    public Optional<ReadCode> read(String code) {
        return codes.verify(code).map(read -> new ReadCode(read.eventId(), read.ticketId(), read.generation()));
    }
}
