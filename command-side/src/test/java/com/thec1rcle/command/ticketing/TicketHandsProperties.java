package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.entry.DoorFixtures.EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.NIGHT;
import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.VENUE;
import static com.thec1rcle.command.entry.DoorFixtures.issued;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.CodeStep;
import com.thec1rcle.kernel.ticketing.TicketCommand;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.RenameHolder;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.TransferTicket;
import com.thec1rcle.kernel.ticketing.TicketEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * However a ticket is given on, renamed, scanned and killed: only its latest code ever opens the door, only for its
 * owner to give, only in its own half minute if it changes, and never for more people than it admits.
 */
class TicketHandsProperties {
    private static final List<UserId> PEOPLE = List.of(new UserId("guest"), new UserId("asha"), new UserId("ravi"));

    /** What somebody tries, and as whom. */
    record Try(Actor actor, TicketCommand command) {}

    @Provide
    Arbitrary<List<Try>> tries() {
        Arbitrary<UserId> people = Arbitraries.of(PEOPLE);
        Arbitrary<Try> transfers = Combinators.combine(people, people)
                .as((from, to) ->
                        new Try(Actor.user(from), new TransferTicket(TICKET, to, new Sealed(to.value(), "cipher"))));
        Arbitrary<Try> renames = people.map(person ->
                new Try(Actor.user(person), new RenameHolder(TICKET, new Sealed(person.value(), "another"))));
        Arbitrary<Try> scans = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(-4, 4))
                .as(TicketHandsProperties::scan);
        Arbitrary<Try> end = Arbitraries.of(new Try(Actor.SYSTEM, new RevokeTicket(TICKET, "refunded")));
        return Arbitraries.frequencyOf(
                        Tuple.of(4, transfers), Tuple.of(2, renames), Tuple.of(6, scans), Tuple.of(1, end))
                .list()
                .ofMaxSize(16)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Try scan(int attempt, int generation, int count, int steps) {
        EntryAttempt made = new EntryAttempt(
                new ScanId("attempt-" + attempt), EVENT, VENUE, new UserId("door"), null, count, NIGHT);
        CodeStep step = CodeStep.at(NIGHT.plusSeconds(30L * steps));
        return new Try(staff(StaffRole.SECURITY), new Admit(TICKET, made, generation, step, null, false));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void onlyTheLatestCodeOpensTheDoor(
            @ForAll("tries") List<Try> tries,
            @ForAll @IntRange(min = 1, max = 3) int admits,
            @ForAll boolean changing) {
        AggregateBench<TicketEvent> ticket =
                new AggregateBench<>(Ticket.class, TICKET, NIGHT, List.of(issued(admits, changing)));
        UserId owner = PEOPLE.getFirst();
        int generation = 1;
        int inside = 0;
        boolean dead = false;
        for (Try next : tries) {
            ticket.send(next.command(), next.actor());
            for (TicketEvent event : ticket.news()) {
                switch (event) {
                    case TicketTransferred transferred -> {
                        assertThat(next.actor().userId()).isEqualTo(owner).isEqualTo(transferred.from());
                        assertThat(transferred.to()).isNotEqualTo(owner);
                        assertThat(inside).isZero();
                        assertThat(dead).isFalse();
                        owner = transferred.to();
                        generation++;
                        assertThat(transferred.codeGeneration()).isEqualTo(generation);
                    }
                    case TicketAdmitted admitted -> {
                        Admit scan = (Admit) next.command();
                        assertThat(dead).isFalse();
                        assertThat(scan.codeGeneration()).isEqualTo(generation);
                        assertThat(changing && !scan.codeStep().isFresh(NIGHT)).isFalse();
                        inside += admitted.attempt().count();
                    }
                    case TicketRevoked revoked -> dead = true;
                    default -> {
                        // Names and refusals open nothing.
                    }
                }
            }
        }
        assertThat(inside).isLessThanOrEqualTo(admits);
    }
}
