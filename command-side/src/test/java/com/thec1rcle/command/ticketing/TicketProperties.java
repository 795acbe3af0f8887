package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.entry.DoorFixtures.EVENT;
import static com.thec1rcle.command.entry.DoorFixtures.NIGHT;
import static com.thec1rcle.command.entry.DoorFixtures.TICKET;
import static com.thec1rcle.command.entry.DoorFixtures.VENUE;
import static com.thec1rcle.command.entry.DoorFixtures.attempt;
import static com.thec1rcle.command.entry.DoorFixtures.issued;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.EntryVerdict;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketCommand;
import com.thec1rcle.kernel.ticketing.TicketCommand.Admit;
import com.thec1rcle.kernel.ticketing.TicketCommand.LetOut;
import com.thec1rcle.kernel.ticketing.TicketCommand.RevokeTicket;
import com.thec1rcle.kernel.ticketing.TicketCommand.TakeBackScan;
import com.thec1rcle.kernel.ticketing.TicketEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent.AdmissionRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ExitRefused;
import com.thec1rcle.kernel.ticketing.TicketEvent.ScanUndone;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketAdmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketExited;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketReadmitted;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * A ticket never admits more than it admits, however scans at two gates, exits, returns, repetitions, undoings and its
 * revocation come in between each other.
 */
class TicketProperties {
    private static final Actor GUARD = staff(StaffRole.SECURITY);
    private static final Actor MANAGER = staff(StaffRole.MANAGER);

    /** What somebody at some gate does; few numbers, so that many of them are repeats. */
    record Step(Kind kind, int number, int count) {
        enum Kind {
            IN,
            OUT,
            UNDO_IN,
            UNDO_OUT,
            REVOKE
        }

        TicketCommand command(boolean reEntry) {
            return switch (kind) {
                case IN -> new Admit(TICKET, attempt("in-" + number, count), 1, null, null, reEntry);
                case OUT -> new LetOut(TICKET, attempt("out-" + number, count), null, reEntry);
                case UNDO_IN -> undo("in-" + number);
                case UNDO_OUT -> undo("out-" + number);
                case REVOKE -> new RevokeTicket(TICKET, "refunded");
            };
        }

        Actor actor() {
            return switch (kind) {
                case IN, OUT -> GUARD;
                case UNDO_IN, UNDO_OUT -> MANAGER;
                case REVOKE -> Actor.SYSTEM;
            };
        }

        boolean isScan() {
            return kind == Kind.IN || kind == Kind.OUT;
        }

        private static TakeBackScan undo(String scan) {
            return new TakeBackScan(TICKET, new ScanId(scan), VENUE, NIGHT.plusSeconds(1), null);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step.Kind> kinds = Arbitraries.frequency(
                Tuple.of(10, Step.Kind.IN),
                Tuple.of(7, Step.Kind.OUT),
                Tuple.of(4, Step.Kind.UNDO_IN),
                Tuple.of(2, Step.Kind.UNDO_OUT),
                Tuple.of(1, Step.Kind.REVOKE));
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 4);
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 3);
        return Combinators.combine(kinds, numbers, counts)
                .as(Step::new)
                .list()
                .ofMaxSize(22)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void neverMoreThanItAdmits(
            @ForAll @IntRange(min = 1, max = 4) int admits,
            @ForAll("steps") List<Step> steps,
            @ForAll boolean reEntry) {
        AggregateBench<TicketEvent> ticket = new AggregateBench<>(Ticket.class, TICKET, NIGHT, List.of(issued(admits)));
        Map<ScanId, EntryVerdict> answers = new HashMap<>();
        steps.forEach(step -> take(step, reEntry, ticket, answers));
        List<TicketEvent> history = ticket.news();

        assertThat(scansIn(history)).doesNotHaveDuplicates().hasSize(answers.size());
        for (int length = 1; length <= history.size(); length++) {
            Door door = Door.after(history.subList(0, length));
            assertThat(door.inside()).as("inside after %s", history).isBetween(0, admits);
            assertThat(door.admitted()).as("admitted after %s", history).isBetween(0, admits);
            assertThat(door.admitted() - door.inside())
                    .as("left after %s", history)
                    .isNotNegative();
            if (!reEntry) {
                assertThat(door.returned()).isZero();
            }
        }
        assertThat(admittedAfterRevocation(history)).isFalse();
    }

    /** What really happened, told from the attempts alone and not from the totals in the events. */
    private record Door(Map<ScanId, Integer> came, Map<ScanId, Integer> back, Map<ScanId, Integer> left) {
        static Door after(List<TicketEvent> history) {
            Door door = new Door(new HashMap<>(), new HashMap<>(), new HashMap<>());
            history.forEach(door::see);
            return door;
        }

        private void see(TicketEvent event) {
            switch (event) {
                case TicketAdmitted in ->
                    came.put(in.attempt().scanId(), in.attempt().count());
                case TicketReadmitted in -> {
                    came.put(in.attempt().scanId(), in.attempt().count() - in.returned());
                    back.put(in.attempt().scanId(), in.returned());
                }
                case TicketExited out ->
                    left.put(out.attempt().scanId(), out.attempt().count());
                case ScanUndone undone -> {
                    came.remove(undone.scanId());
                    back.remove(undone.scanId());
                    left.remove(undone.scanId());
                }
                default -> assertThat(event).isNotNull(); // Nobody passed.
            }
        }

        int admitted() {
            return sum(came);
        }

        int returned() {
            return sum(back);
        }

        int inside() {
            return sum(came) + sum(back) - sum(left);
        }

        private static int sum(Map<ScanId, Integer> people) {
            return people.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static void take(
            Step step, boolean reEntry, AggregateBench<TicketEvent> ticket, Map<ScanId, EntryVerdict> answers) {
        CommandResultMessage<EntryVerdict> answer = ticket.answer(step.command(reEntry), step.actor());
        if (step.isScan()) {
            EntryVerdict verdict = answer.getPayload();
            EntryVerdict first = answers.putIfAbsent(verdict.scanId(), verdict);
            assertThat(verdict).as("the first answer to " + step).isEqualTo(first == null ? verdict : first);
        } else if (answer.isExceptional()) {
            assertThat(answer.exceptionResult()).isInstanceOf(Refusal.class);
        }
    }

    private static List<ScanId> scansIn(List<TicketEvent> history) {
        return history.stream()
                .map(TicketProperties::attemptOf)
                .filter(Objects::nonNull)
                .map(EntryAttempt::scanId)
                .toList();
    }

    private static @Nullable EntryAttempt attemptOf(TicketEvent event) {
        return switch (event) {
            case TicketAdmitted in -> in.attempt();
            case TicketReadmitted in -> in.attempt();
            case TicketExited out -> out.attempt();
            case AdmissionRefused refused -> refused.attempt();
            case ExitRefused refused -> refused.attempt();
            default -> null;
        };
    }

    private static boolean admittedAfterRevocation(List<TicketEvent> history) {
        int dead = history.indexOf(new TicketRevoked(TICKET, EVENT, "refunded"));
        return dead >= 0
                && history.subList(dead, history.size()).stream()
                        .anyMatch(event -> event instanceof TicketAdmitted || event instanceof TicketReadmitted);
    }
}
