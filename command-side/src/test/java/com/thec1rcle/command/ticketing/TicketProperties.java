package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.attempt;
import static com.thec1rcle.command.entry.DoorFixtures.issued;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** A ticket never admits more than it admits, however its scans race and repeat. */
class TicketProperties {
    private static final Map<String, String> DOOR = ActorMetadata.of(staff(StaffRole.SECURITY));

    /** One scan as some gate sends it; few ids, so that many of them are repeats. */
    record Scan(int number, int count) {
        Admit command() {
            return new Admit(TICKET, attempt("attempt-" + number, count), 1, null, false);
        }
    }

    @Provide
    Arbitrary<List<Scan>> scans() {
        Arbitrary<Integer> attempts = Arbitraries.integers().between(1, 6);
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 4);
        return Combinators.combine(attempts, counts).as(Scan::new).list().ofMaxSize(14);
    }

    @Property(tries = 150)
    void neverMoreThanItAdmits(@ForAll @IntRange(min = 1, max = 6) int admits, @ForAll("scans") List<Scan> scans) {
        List<Object> history = new ArrayList<>(List.of(issued(admits)));
        Map<String, EntryVerdict> answers = new HashMap<>();
        for (Scan scan : scans) {
            present(scan, history, answers);
        }
        int inside = history.stream()
                .filter(TicketAdmitted.class::isInstance)
                .mapToInt(event -> ((TicketAdmitted) event).attempt().count())
                .sum();
        long recorded = history.stream()
                .filter(event -> event instanceof TicketAdmitted || event instanceof AdmissionRefused)
                .count();

        assertThat(inside).isLessThanOrEqualTo(admits);
        assertThat(recorded).isEqualTo(answers.size());
    }

    private static void present(Scan scan, List<Object> history, Map<String, EntryVerdict> answers) {
        AggregateTestFixture<Ticket> fixture = new AggregateTestFixture<>(Ticket.class);
        fixture.given(List.copyOf(history))
                .when(scan.command(), DOOR)
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayloadMatching(theFirstAnswer(scan, answers));
        fixture.getEventStore()
                .readEvents(TICKET.value())
                .asStream()
                .skip(history.size())
                .forEach(event -> history.add(event.getPayload()));
    }

    private static Matcher<EntryVerdict> theFirstAnswer(Scan scan, Map<String, EntryVerdict> answers) {
        return new CustomTypeSafeMatcher<>("the first answer to attempt " + scan.number()) {
            @Override
            protected boolean matchesSafely(EntryVerdict answer) {
                EntryVerdict first = answers.putIfAbsent(answer.scanId().value(), answer);
                return first == null || first.equals(answer);
            }
        };
    }
}
