package com.thec1rcle.api.ticket;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.privacy.AddressBook;
import com.thec1rcle.api.privacy.AddressBook.Person;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderQuery.FindPass;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.ticketing.GiveTicket;
import com.thec1rcle.kernel.ticketing.GiveTicket.Recipient;
import com.thec1rcle.kernel.ticketing.TicketCommand.RenameHolder;
import com.thec1rcle.kernel.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Owners give a ticket away, or write another name on it. */
@RestController
@RequestMapping("/api/tickets/{ticketId}")
@Tag(name = "Tickets")
class HolderController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final AddressBook addresses;
    private final PersonalData personalData;

    HolderController(CommandClient commands, QueryClient queries, AddressBook addresses, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.addresses = addresses;
        this.personalData = personalData;
    }

    record Transfer(
            @Schema(example = "ravi@example.com") @NotBlank @Email @Size(max = 254)
            String email) {
        @Override
        public String toString() {
            return "Transfer[...]";
        }
    }

    record Holder(
            @Schema(example = "Asha Rao") @NotBlank @Size(max = 120)
            String name) {
        @Override
        public String toString() {
            return "Holder[...]";
        }
    }

    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Give a ticket to another person: its code dies, and the new owner gets another",
            description = "The person is found by the verified address of their account. Until somebody went in on the"
                    + " ticket, and until the night is over.")
    Mono<Void> transfer(@PathVariable TicketId ticketId, @Valid @RequestBody Transfer body, Actor actor) {
        return Mono.fromCallable(() -> new GiveTicket(ticketId, recipient(body.email())))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(command -> commands.send(command, actor))
                .then();
    }

    @PatchMapping("/holder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Write another name on a ticket; its code stays good")
    Mono<Void> rename(@PathVariable TicketId ticketId, @Valid @RequestBody Holder body, Actor actor) {
        return queries.get(new FindPass(ticketId, actor), WalletTicket.class, "ticket")
                .publishOn(Schedulers.boundedElastic())
                .map(ticket -> renaming(ticket, body.name().strip(), actor))
                .flatMap(command -> commands.send(command, actor))
                .then();
    }

    private @Nullable Recipient recipient(String email) {
        return addresses.find(email).map(this::recipient).orElse(null);
    }

    private Recipient recipient(Person person) {
        return new Recipient(person.userId(), personalData.seal(person.userId().value(), person.contact()));
    }

    private RenameHolder renaming(WalletTicket ticket, String name, Actor actor) {
        Contact before = ticket.holder();
        Contact after =
                before == null ? new Contact(name, "", null) : new Contact(name, before.email(), before.phone());
        return new RenameHolder(
                ticket.ticketId(), personalData.seal(actor.userId().value(), after));
    }
}
