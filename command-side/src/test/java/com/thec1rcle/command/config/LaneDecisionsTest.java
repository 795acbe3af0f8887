package com.thec1rcle.command.config;

import static com.thec1rcle.command.config.LaneHouse.answer;
import static com.thec1rcle.command.config.LaneHouse.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.config.LaneHouse.Faults.Fault;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.MessageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that go together: each keeps its own answer, and an answer means that the event is on disk. */
class LaneDecisionsTest {
    private final LaneHouse house = new LaneHouse();
    private final String jar = UUID.randomUUID().toString();

    @BeforeEach
    void open() {
        house.openJar(jar);
    }

    @AfterEach
    void close() throws InterruptedException {
        house.close();
    }

    @Test
    void whatWaitsForOneAggregateIsWrittenInOneTransaction() {
        List<CommandResultMessage<?>> answers = together(drops(10));

        assertThat(answers).extracting(CommandResultMessage::getPayload).isEqualTo(numbers(10));
        assertThat(house.coins(jar)).isEqualTo(coins(10));
        assertThat(house.largestBatch()).isEqualTo(10);
        assertThat(house.faults.begun).hasValue(1 + 1 + 1); // opening, waiting, and all ten
    }

    @Test
    void aRefusalIsItsOwnAndDisturbsNobody() {
        List<CommandResultMessage<?>> answers =
                together(new Jar.Drop(jar, "a"), new Jar.Refuse(jar), new Jar.Drop(jar, "b"));

        assertThat(answers.get(0).getPayload()).isEqualTo(1);
        assertThat(code(answers.get(1))).isEqualTo(ErrorCode.SOLD_OUT);
        assertThat(answers.get(2).getPayload()).isEqualTo(2);
        assertThat(house.faults.begun).hasValue(3);
    }

    @Test
    void nobodyHearsAnythingBeforeAllIsWritten() {
        List<FutureCallback<Object, Object>> answers = new ArrayList<>();
        AtomicReference<Boolean> early = new AtomicReference<>(false);
        house.occupy(jar);
        drops(10).forEach(drop -> answers.add(house.send(drop)));
        house.faults.beforeCommit = () -> early.set(answers.stream().anyMatch(FutureCallback::isDone));
        house.gate.open();

        answers.forEach(LaneHouse::answer);
        assertThat(early).hasValue(false);
    }

    @Test
    void oneThatFailsIsDecidedByItselfAndTheOthersTogether() {
        List<CommandResultMessage<?>> answers = together(
                new Jar.Drop(jar, "a"),
                new Jar.Drop(jar, "b"),
                new Jar.Fail(jar, "x"),
                new Jar.Drop(jar, "c"),
                new Jar.Drop(jar, "d"));

        assertThat(answers.get(2).exceptionResult()).isInstanceOf(IllegalStateException.class);
        assertThat(answers.get(2).exceptionDetails()).isEmpty();
        assertThat(answers.get(4).getPayload()).isEqualTo(4);
        assertThat(house.coins(jar)).containsExactly("a", "b", "c", "d");
        assertThat(house.gate.decided).hasValue(2);
        assertThat(house.faults.begun).hasValue(2 + 1 + 3); // all five; two, one, and two
        assertThat(house.ask(new Jar.Count(jar)).getPayload()).isEqualTo(4);
    }

    @Test
    void anErrorIsAFailureLikeAnyOther() {
        List<CommandResultMessage<?>> answers =
                together(new Jar.Drop(jar, "a"), new Jar.FailBadly(jar), new Jar.Drop(jar, "b"));

        assertThat(answers.get(1).exceptionResult()).isInstanceOf(StackOverflowError.class);
        assertThat(house.coins(jar)).containsExactly("a", "b");
    }

    @Test
    void everybodyMayFail() {
        List<CommandResultMessage<?>> answers = together(
                IntStream.range(0, 32).mapToObj(i -> new Jar.Fail(jar, "x")).toList());

        assertThat(answers).allMatch(CommandResultMessage::isExceptional);
        assertThat(house.coins(jar)).isEmpty();
        assertThat(house.ask(new Jar.Count(jar)).getPayload()).isEqualTo(0);
    }

    @Test
    void whatCouldNotBeWrittenIsRedone() {
        List<CommandResultMessage<?>> answers = togetherWith(Fault.APPEND, drops(5));

        assertThat(answers).extracting(CommandResultMessage::getPayload).isEqualTo(numbers(5));
        assertThat(house.coins(jar)).isEqualTo(coins(5));
    }

    @Test
    void anErrorOfTheStoreUndoesWhatItLeftBehind() {
        List<CommandResultMessage<?>> answers = togetherWith(Fault.APPEND_BADLY, drops(5));

        assertThat(answers).extracting(CommandResultMessage::getPayload).isEqualTo(numbers(5));
        assertThat(house.ask(new Jar.Count(jar)).getPayload()).isEqualTo(5);
    }

    @Test
    void whatMayHaveBeenWrittenIsNotRedone() {
        List<CommandResultMessage<?>> answers = togetherWith(Fault.COMMITTED, drops(5));

        assertThat(answers).allSatisfy(LaneDecisionsTest::isUnknown);
        assertThat(house.coins(jar)).isEqualTo(coins(5));
        assertThat(house.ask(new Jar.Drop(jar, "next")).getPayload()).isEqualTo(6);
    }

    @Test
    void whatWasLostWhileWritingIsForgottenToo() {
        List<CommandResultMessage<?>> answers = togetherWith(Fault.COMMIT, drops(5));

        assertThat(answers).allSatisfy(LaneDecisionsTest::isUnknown);
        assertThat(house.coins(jar)).isEmpty();
        assertThat(house.ask(new Jar.Drop(jar, "next")).getPayload()).isEqualTo(1);
    }

    @Test
    void aSingleCommandIsNotRedoneEither() {
        house.faults.once(Fault.COMMITTED);

        isUnknown(house.ask(new Jar.Drop(jar, "a")));
        assertThat(house.coins(jar)).containsExactly("a");
    }

    @Test
    void whileTheStoreIsAwayEverybodyHearsSoAtOnce() {
        house.occupy(jar);
        List<FutureCallback<Object, Object>> answers =
                drops(32).stream().map(house::send).toList();
        house.faults.next = () -> Fault.BEGIN;
        house.gate.open();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(code(answer(answer))).isEqualTo(ErrorCode.TOO_BUSY));
        assertThat(house.faults.begun).hasValue(2 + 1);
        house.faults.next = () -> Fault.NONE;
        assertThat(house.ask(new Jar.Drop(jar, "back")).getPayload()).isEqualTo(1);
    }

    @Test
    void whenTheStoreGoesAwayInTheMiddleNobodyIsForgotten() {
        house.occupy(jar);
        List<FutureCallback<Object, Object>> answers =
                drops(4).stream().map(house::send).toList();
        List<Fault> faults = new ArrayList<>(List.of(Fault.APPEND, Fault.NONE, Fault.BEGIN));
        house.faults.next = () -> faults.isEmpty() ? Fault.NONE : faults.removeFirst();
        house.gate.open();

        assertThat(answer(answers.get(0)).getPayload()).isEqualTo(1);
        assertThat(answers.subList(1, 4))
                .allSatisfy(answer -> assertThat(code(answer(answer))).isEqualTo(ErrorCode.TOO_BUSY));
        assertThat(house.coins(jar)).containsExactly("0");
    }

    @Test
    void whatMetAnotherProcessIsDecidedAnewTogether() throws InterruptedException {
        try (LaneHouse other = LaneHouse.notExclusive(LaneHouse.SETTINGS)) {
            other.ask(new Jar.Drop(jar, "other")); // This house's memory of the jar is old now.
            List<CommandResultMessage<?>> answers = together(drops(10));

            assertThat(answers.getLast().getPayload()).isEqualTo(11);
            assertThat(house.coins(jar)).hasSize(11);
            assertThat(house.faults.begun).hasValue(2 + 2);
        }
    }

    @Test
    void whoeverAlwaysMeetsAnotherIsToldSo() throws InterruptedException {
        String taken = UUID.randomUUID().toString();
        house.openJar(taken);

        List<CommandResultMessage<?>> answers =
                together(new Jar.Drop(jar, "a"), new Jar.OpenAnother(jar, taken), new Jar.Drop(jar, "b"));

        assertThat(code(answers.get(1))).isEqualTo(ErrorCode.CONCURRENT_CHANGE);
        assertThat(house.coins(jar)).containsExactly("a", "b");
        assertThat(house.history(taken)).hasSize(1);
    }

    @Test
    void twoCreationsOfOneAreOne() {
        String fresh = UUID.randomUUID().toString();
        List<CommandResultMessage<?>> answers = togetherIn(
                fresh, new Jar.Open(fresh), new Jar.Open(fresh), new Jar.Drop(fresh, "a"), new Jar.Open(fresh));

        assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
        assertThat(house.history(fresh)).hasSize(2);
    }

    @Test
    void whatWasRefusedToBeCreatedIsNotThereForTheNext() {
        String fresh = UUID.randomUUID().toString();
        List<CommandResultMessage<?>> answers = togetherIn(
                fresh,
                new Jar.OpenRefused(fresh),
                new Jar.Count(fresh),
                new Jar.Drop(fresh, "x"),
                new Jar.OpenRefused(fresh),
                new Jar.Open(fresh),
                new Jar.Drop(fresh, "a"));

        assertThat(code(answers.get(0))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(code(answers.get(1))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(code(answers.get(2))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(answers.get(5).getPayload()).isEqualTo(1);
        assertThat(house.history(fresh)).hasSize(2);
    }

    @Test
    void whatEndedIsNotThereForTheNext() {
        List<CommandResultMessage<?>> answers =
                together(new Jar.Drop(jar, "a"), new Jar.Break(jar), new Jar.Drop(jar, "x"));

        assertThat(answers.get(1).isExceptional()).isFalse();
        assertThat(code(answers.get(2))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(house.coins(jar)).containsExactly("a");
    }

    @Test
    void whatAnAggregateCreatesIsCreatedOnceAlthoughANeighbourFails() {
        String other = UUID.randomUUID().toString();
        List<CommandResultMessage<?>> answers = together(
                new Jar.OpenAnother(jar, other), new Jar.Drop(jar, "a"), new Jar.Fail(jar, "x"), new Jar.Count(jar));

        assertThat(answers.get(0).isExceptional()).isFalse();
        assertThat(house.history(other)).hasSize(1);
        assertThat(house.ask(new Jar.Drop(other, "b")).getPayload()).isEqualTo(1);
        assertThat(house.coins(jar)).containsExactly("a");
    }

    @Test
    void whatIsUndoneLeavesNothingOfWhatItCreated() {
        String other = UUID.randomUUID().toString();
        togetherWith(Fault.COMMIT, List.of(new Jar.OpenAnother(jar, other), new Jar.Drop(jar, "a")));

        assertThat(house.cache.<Object, Object>get(other)).isNull();
        assertThat(code(house.ask(new Jar.Count(other)))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void whatIsAskedWhileDecidingIsDecidedAtOnceAndWrittenTogether() {
        String other = house.openJar(UUID.randomUUID().toString());

        List<CommandResultMessage<?>> answers =
                together(new Jar.DropInto(jar, other, "a"), new Jar.DropInto(jar, other, "b"));

        assertThat(answers).extracting(CommandResultMessage::getPayload).isEqualTo(numbers(2));
        assertThat(house.coins(other)).containsExactly("a", "b");
        assertThat(house.faults.begun).hasValue(3 + 1);
        assertThat(house.ask(new Jar.DropInto(jar, other, "c")).getPayload()).isEqualTo(3);
    }

    @Test
    void eachEventSaysWhoCausedIt() {
        List<CommandMessage<Object>> commands = drops(10).stream()
                .map(drop -> GenericCommandMessage.asCommandMessage(drop)
                        .andMetaData(Map.of(MessageKeys.ACTOR_ID, "user-" + ((Jar.Drop) drop).coin())))
                .toList();
        house.occupy(jar);
        List<FutureCallback<Object, Object>> answers =
                commands.stream().map(house::send).toList();
        house.gate.open();
        answers.forEach(LaneHouse::answer);

        List<? extends DomainEventMessage<?>> events = house.history(jar);
        for (int i = 0; i < 10; i++) {
            assertThat(events.get(i + 1).getMetaData())
                    .containsEntry(MessageKeys.ACTOR_ID, "user-" + i)
                    .containsEntry(MessageKeys.CAUSATION_ID, commands.get(i).getIdentifier());
        }
    }

    @Test
    void someNeverShare() {
        house.occupy(jar);
        List<FutureCallback<Object, Object>> answers = List.of(
                house.send(new Jar.Drop(jar, "a")),
                house.send(new Jar.Drop(jar, "b")),
                house.send(new Jar.DropAlone(jar, "c")),
                house.send(new Jar.DropAlone(jar, "d")),
                house.send(new Jar.Drop(jar, "e")));
        house.gate.open();

        assertThat(answers).extracting(LaneHouse::answer).noneMatch(CommandResultMessage::isExceptional);
        assertThat(house.coins(jar)).containsExactly("a", "b", "c", "d", "e");
        assertThat(house.faults.begun).hasValue(2 + 4);
    }

    @Test
    void aSnapshotTakenInTheMiddleIsTheStateAsWritten() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            together(drops(32));
        }

        assertThat(house.hasSnapshot(jar)).isTrue();
        try (LaneHouse fresh = LaneHouse.notExclusive(LaneHouse.SETTINGS)) {
            assertThat(fresh.ask(new Jar.Count(jar)).getPayload()).isEqualTo(6 * 32);
            assertThat(fresh.ask(new Jar.Drop(jar, "next")).getPayload()).isEqualTo(6 * 32 + 1);
        }
        List<? extends DomainEventMessage<?>> events = house.history(jar);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).getSequenceNumber()).isEqualTo(i);
        }
    }

    @Test
    void aForgottenUnitOfWorkSwallowsNothing() {
        List<CommandResultMessage<?>> answers =
                together(new Jar.Drop(jar, "a"), new Jar.ForgetUnitOfWork(jar), new Jar.Drop(jar, "b"));

        assertThat(answers.get(0).getPayload()).isEqualTo(1);
        assertThat(answers.get(1).isExceptional()).isTrue();
        assertThat(answers.get(2).getPayload()).isEqualTo(2);
        assertThat(house.coins(jar)).containsExactly("a", "b");
    }

    @Test
    void whoeverCannotTakeItsAnswerTakesNobodyElses() {
        house.occupy(jar);
        house.bus.dispatch(GenericCommandMessage.asCommandMessage(new Jar.Drop(jar, "a")), (command, result) -> {
            throw new IllegalStateException("Not now.");
        });
        FutureCallback<Object, Object> next = house.send(new Jar.Drop(jar, "b"));
        house.gate.open();

        assertThat(answer(next).getPayload()).isEqualTo(2);
    }

    private List<CommandResultMessage<?>> together(Object... commands) {
        return together(List.of(commands));
    }

    private List<CommandResultMessage<?>> together(List<?> commands) {
        house.occupy(jar);
        List<FutureCallback<Object, Object>> answers =
                commands.stream().map(house::send).toList();
        house.gate.open();
        return answers.stream().<CommandResultMessage<?>>map(LaneHouse::answer).toList();
    }

    private List<CommandResultMessage<?>> togetherWith(Fault fault, List<?> commands) {
        house.occupy(jar);
        List<FutureCallback<Object, Object>> answers =
                commands.stream().map(house::send).toList();
        house.faults.once(fault);
        house.gate.open();
        return answers.stream().<CommandResultMessage<?>>map(LaneHouse::answer).toList();
    }

    /** For a jar that is not there yet, so that it cannot be told to wait: a house with one pair of hands, kept busy. */
    private List<CommandResultMessage<?>> togetherIn(String fresh, Object... commands) {
        List<String> hands = IntStream.range(0, LaneHouse.SETTINGS.threads())
                .mapToObj(i -> house.openJar(fresh + i))
                .toList();
        house.gate.close();
        hands.forEach(hand -> house.send(new Jar.Wait(hand)));
        hands.forEach(hand -> house.gate.awaitSomebody());
        List<FutureCallback<Object, Object>> answers =
                List.of(commands).stream().map(house::send).toList();
        house.gate.open();
        return answers.stream().<CommandResultMessage<?>>map(LaneHouse::answer).toList();
    }

    private List<Object> drops(int number) {
        return coins(number).stream()
                .<Object>map(coin -> new Jar.Drop(jar, coin))
                .toList();
    }

    private static List<String> coins(int number) {
        return IntStream.range(0, number).mapToObj(Integer::toString).toList();
    }

    private static List<Object> numbers(int number) {
        return IntStream.rangeClosed(1, number).<Object>mapToObj(i -> i).toList();
    }

    private static ErrorCode code(CommandResultMessage<?> answer) {
        return refusal(answer).map(RefusalDetails::code).orElseThrow();
    }

    private static void isUnknown(CommandResultMessage<?> answer) {
        assertThat(answer.exceptionResult()).isInstanceOf(CommandOutcomeUnknown.class);
        assertThat(refusal(answer)).isEmpty();
    }
}
