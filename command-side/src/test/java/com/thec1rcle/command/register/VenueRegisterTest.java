package com.thec1rcle.command.register;

import static com.thec1rcle.command.entry.DoorFixtures.VENUE;
import static com.thec1rcle.command.entry.DoorFixtures.refusedWith;
import static com.thec1rcle.command.entry.DoorFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.IncidentType;
import com.thec1rcle.kernel.register.InspectionType;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.Priority;
import com.thec1rcle.kernel.register.RegisterCommand;
import com.thec1rcle.kernel.register.RegisterCommand.AddReminder;
import com.thec1rcle.kernel.register.RegisterCommand.AssignStaff;
import com.thec1rcle.kernel.register.RegisterCommand.CloseDay;
import com.thec1rcle.kernel.register.RegisterCommand.CompleteReminder;
import com.thec1rcle.kernel.register.RegisterCommand.ConfirmAssignment;
import com.thec1rcle.kernel.register.RegisterCommand.CorrectEntry;
import com.thec1rcle.kernel.register.RegisterCommand.RecordExpense;
import com.thec1rcle.kernel.register.RegisterCommand.RecordFootfall;
import com.thec1rcle.kernel.register.RegisterCommand.RecordInspection;
import com.thec1rcle.kernel.register.RegisterCommand.RecordRefusedEntry;
import com.thec1rcle.kernel.register.RegisterCommand.RemoveAssignment;
import com.thec1rcle.kernel.register.RegisterCommand.ReportIncident;
import com.thec1rcle.kernel.register.RegisterCommand.ResolveIncident;
import com.thec1rcle.kernel.register.RegisterCommand.RewriteNote;
import com.thec1rcle.kernel.register.RegisterCommand.WriteNote;
import com.thec1rcle.kernel.register.RegisterEvent.AssignmentConfirmed;
import com.thec1rcle.kernel.register.RegisterEvent.AssignmentRemoved;
import com.thec1rcle.kernel.register.RegisterEvent.DayClosed;
import com.thec1rcle.kernel.register.RegisterEvent.EntryCorrected;
import com.thec1rcle.kernel.register.RegisterEvent.ExpenseRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.FootfallRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.IncidentReported;
import com.thec1rcle.kernel.register.RegisterEvent.IncidentResolved;
import com.thec1rcle.kernel.register.RegisterEvent.InspectionRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.NoteWritten;
import com.thec1rcle.kernel.register.RegisterEvent.RefusedEntryRecorded;
import com.thec1rcle.kernel.register.RegisterEvent.ReminderAdded;
import com.thec1rcle.kernel.register.RegisterEvent.ReminderCompleted;
import com.thec1rcle.kernel.register.RegisterEvent.StaffAssigned;
import com.thec1rcle.kernel.register.RegisterId;
import com.thec1rcle.kernel.register.ReminderCategory;
import com.thec1rcle.kernel.register.Severity;
import com.thec1rcle.kernel.register.Shift;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VenueRegisterTest {
    private static final LocalDate DATE = LocalDate.parse("2026-12-04");
    private static final RegisterId ID = RegisterId.of(VENUE, DATE);
    private static final EntryId ENTRY = new EntryId("entry");
    private static final EntryId OTHER = new EntryId("other");
    private static final StaffId STAFF = new StaffId("nina");
    private static final Sealed NAME = new Sealed("register:entry", "cipher");
    private static final DayRevenue REVENUE =
            new DayRevenue(Money.inr(10_000), Money.inr(20_000), Money.inr(0), Money.inr(5_000), Money.inr(100));
    private static final DayClosed CLOSED = new DayClosed(ID, VENUE, DATE, REVENUE, 312);

    private AggregateTestFixture<VenueRegister> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(VenueRegister.class);
        fixture.registerInjectableResource(new RegisterSettings(3, 50));
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                Arguments.of(note("Sound check at 19:00"), noted("Sound check at 19:00")),
                Arguments.of(
                        new AddReminder(ID, VENUE, DATE, ENTRY, "Ice", Priority.HIGH, ReminderCategory.SUPPLIES, null),
                        reminded()),
                Arguments.of(assign(null, null), assigned()),
                Arguments.of(
                        new ReportIncident(ID, VENUE, DATE, ENTRY, IncidentType.MEDICAL, Severity.HIGH, "Fainted"),
                        incident()),
                Arguments.of(
                        inspection(true, null, null),
                        new InspectionRecorded(ID, VENUE, DATE, ENTRY, InspectionType.FIRE, true, null, null, NAME)),
                Arguments.of(
                        inspection(false, "No exit sign", DATE.plusDays(7)),
                        new InspectionRecorded(
                                ID,
                                VENUE,
                                DATE,
                                ENTRY,
                                InspectionType.FIRE,
                                false,
                                "No exit sign",
                                DATE.plusDays(7),
                                NAME)),
                Arguments.of(expense(450_00), spent()),
                Arguments.of(
                        new RecordFootfall(ID, VENUE, DATE, ENTRY, 300, null),
                        new FootfallRecorded(ID, VENUE, DATE, ENTRY, 300, null)),
                Arguments.of(
                        new RecordRefusedEntry(ID, VENUE, DATE, ENTRY, "Under age", 2),
                        new RefusedEntryRecorded(ID, VENUE, DATE, ENTRY, "Under age", 2)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatIsEnteredIsRecorded(RegisterCommand command, Object event) {
        fixture.givenNoPriorActivity().when(command, owner()).expectEvents(event);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void enteringTwiceIsOneEntry(RegisterCommand command, Object event) {
        fixture.given(event).when(command, owner()).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void enteringAgainAfterClosingIsStillOneEntry(RegisterCommand command, Object event) {
        fixture.given(event, CLOSED).when(command, owner()).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void nothingIsEnteredInAClosedRegister(RegisterCommand command, Object event) {
        refused(fixture.given(CLOSED).when(command, owner()), ErrorCode.REGISTER_CLOSED);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void nothingIsEnteredInAFullRegister(RegisterCommand command, Object event) {
        refused(
                fixture.given(noted("1", "one"), noted("2", "two"), noted("3", "three"))
                        .when(command, owner()),
                ErrorCode.REGISTER_ENTRY_INVALID);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anIdIsOneEntryOnly(RegisterCommand command, Object event) {
        Object another = new EntryCorrected(ID, VENUE, DATE, ENTRY, OTHER, "Something else");
        refused(fixture.given(another).when(command, owner()), ErrorCode.ALREADY_EXISTS);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whoWorksElsewhereEntersNothing(RegisterCommand command, Object event) {
        Map<String, String> elsewhere = ActorMetadata.of(staff(StaffRole.OWNER, new VenueId("red-room")));
        refused(fixture.givenNoPriorActivity().when(command, elsewhere), ErrorCode.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void moneyIsForThoseWhoMaySeeIt(StaffRole role) {
        boolean may = switch (role) {
            case OWNER, MANAGER, FINANCE -> true;
            case FLOOR_MANAGER, SECURITY, OPS, VIEWER -> false;
        };
        permitted(expense(450_00), role, may);
        permitted(new CloseDay(ID, VENUE, DATE, REVENUE, 312), role, may);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void theDoorReportsWhatItSees(StaffRole role) {
        boolean may = role != StaffRole.FINANCE && role != StaffRole.VIEWER;
        permitted(new ReportIncident(ID, VENUE, DATE, ENTRY, IncidentType.OTHER, Severity.LOW, "Noise"), role, may);
        permitted(new RecordRefusedEntry(ID, VENUE, DATE, ENTRY, "Under age", 2), role, may);
        permitted(new RecordFootfall(ID, VENUE, DATE, ENTRY, null, 120), role, may);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void theRestIsForThoseWhoRunTheNight(StaffRole role) {
        boolean may = switch (role) {
            case OWNER, MANAGER, FLOOR_MANAGER, OPS -> true;
            case SECURITY, FINANCE, VIEWER -> false;
        };
        permitted(note("Hello"), role, may);
        permitted(assign(null, null), role, may);
        permitted(inspection(true, null, null), role, may);
    }

    @Test
    void aPermissionAtOneVenueOpensNoRegisterOfAnother() {
        RegisterId theirs = RegisterId.of(new VenueId("red-room"), DATE);
        refused(
                fixture.givenNoPriorActivity()
                        .when(new WriteNote(theirs, VENUE, DATE, ENTRY, NoteKind.INTERNAL, "Gotcha"), owner()),
                ErrorCode.FORBIDDEN);
    }

    @Test
    void textsAreNeitherEmptyNorEndless() {
        invalid(note(" "));
        invalid(note("x".repeat(51)));
        invalid(new RecordRefusedEntry(ID, VENUE, DATE, ENTRY, " ", 2));
        invalid(new ReportIncident(ID, VENUE, DATE, ENTRY, IncidentType.OTHER, Severity.LOW, " "));
    }

    @Test
    void aNoteIsRewrittenAndTheLastWriterWins() {
        RewriteNote rewrite = new RewriteNote(ID, VENUE, DATE, ENTRY, NoteKind.INTERNAL, "At 20:00");
        fixture.given(noted("At 19:00")).when(rewrite, owner()).expectEvents(noted("At 20:00"));
        fixture.given(noted("At 19:00"), noted("At 20:00"))
                .when(rewrite, owner())
                .expectNoEvents();
        refused(fixture.given(noted("At 19:00"), CLOSED).when(rewrite, owner()), ErrorCode.REGISTER_CLOSED);
        refused(fixture.given(reminded()).when(rewrite, owner()), ErrorCode.REGISTER_ENTRY_STATE);
        refused(fixture.given(noted("else", "Something")).when(rewrite, owner()), ErrorCode.REGISTER_ENTRY_NOT_FOUND);
    }

    @Test
    void aReminderIsTickedOffOnce() {
        CompleteReminder complete = new CompleteReminder(ID, VENUE, DATE, ENTRY);
        ReminderCompleted done = new ReminderCompleted(
                ID, VENUE, DATE, ENTRY, staff(StaffRole.OWNER).userId());
        fixture.given(reminded()).when(complete, owner()).expectEvents(done);
        fixture.given(reminded(), done).when(complete, owner()).expectNoEvents();
        refused(fixture.given(incident()).when(complete, owner()), ErrorCode.REGISTER_ENTRY_STATE);
        refused(fixture.given(reminded(), CLOSED).when(complete, owner()), ErrorCode.REGISTER_CLOSED);
    }

    @Test
    void aShiftHasBothTimesOrNone() {
        Instant from = Instant.parse("2026-12-04T15:00:00Z");
        invalid(assign(from, null));
        invalid(assign(null, from));
        invalid(assign(from, from));
        fixture.givenNoPriorActivity()
                .when(assign(from, from.plusSeconds(3600)), owner())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aShiftIsConfirmedOnceUnlessItIsTakenBack() {
        ConfirmAssignment confirm = new ConfirmAssignment(ID, VENUE, DATE, ENTRY);
        AssignmentConfirmed confirmed = new AssignmentConfirmed(ID, VENUE, DATE, ENTRY);
        AssignmentRemoved removed = new AssignmentRemoved(ID, VENUE, DATE, ENTRY);
        fixture.given(assigned()).when(confirm, owner()).expectEvents(confirmed);
        fixture.given(assigned(), confirmed).when(confirm, owner()).expectNoEvents();
        refused(fixture.given(assigned(), removed).when(confirm, owner()), ErrorCode.REGISTER_ENTRY_STATE);
        refused(fixture.given(assigned(), CLOSED).when(confirm, owner()), ErrorCode.REGISTER_CLOSED);
    }

    @Test
    void aShiftIsTakenBackOnce() {
        RemoveAssignment remove = new RemoveAssignment(ID, VENUE, DATE, ENTRY);
        AssignmentRemoved removed = new AssignmentRemoved(ID, VENUE, DATE, ENTRY);
        fixture.given(assigned()).when(remove, owner()).expectEvents(removed);
        fixture.given(assigned(), new AssignmentConfirmed(ID, VENUE, DATE, ENTRY))
                .when(remove, owner())
                .expectEvents(removed);
        fixture.given(assigned(), removed).when(remove, owner()).expectNoEvents();
        refused(fixture.given(assigned(), CLOSED).when(remove, owner()), ErrorCode.REGISTER_CLOSED);
    }

    @Test
    void anIncidentIsResolvedOnce() {
        ResolveIncident resolve = new ResolveIncident(ID, VENUE, DATE, ENTRY, "Went home well");
        IncidentResolved resolved = new IncidentResolved(ID, VENUE, DATE, ENTRY, "Went home well");
        fixture.given(incident()).when(resolve, owner()).expectEvents(resolved);
        refused(fixture.given(incident(), resolved).when(resolve, owner()), ErrorCode.REGISTER_ENTRY_STATE);
        refused(fixture.given(incident(), CLOSED).when(resolve, owner()), ErrorCode.REGISTER_CLOSED);
    }

    @Test
    void anInspectionIsPassedOrSaysWhatIsWrongAndWhenItIsLookedAtAgain() {
        invalid(inspection(true, "No exit sign", null));
        invalid(inspection(false, null, DATE.plusDays(7)));
        invalid(inspection(false, "No exit sign", null));
        invalid(inspection(false, "No exit sign", DATE.minusDays(1)));
    }

    @Test
    void anExpenseIsMoreThanNothing() {
        invalid(expense(0));
        invalid(expense(-1));
    }

    @Test
    void footfallSaysSomethingPossible() {
        invalid(new RecordFootfall(ID, VENUE, DATE, ENTRY, null, null));
        invalid(new RecordFootfall(ID, VENUE, DATE, ENTRY, -1, null));
        invalid(new RecordFootfall(ID, VENUE, DATE, ENTRY, null, 1_000_001));
        invalid(new RecordRefusedEntry(ID, VENUE, DATE, ENTRY, "Under age", 0));
    }

    @Test
    void aDayIsClosedOnce() {
        CloseDay close = new CloseDay(ID, VENUE, DATE, REVENUE, 312);
        fixture.givenNoPriorActivity().when(close, owner()).expectEvents(CLOSED);
        refused(fixture.given(CLOSED).when(close, owner()), ErrorCode.REGISTER_CLOSED);
    }

    @Test
    void aDayTookOneCurrencyAndNeverLessThanNothing() {
        Money none = Money.inr(0);
        invalid(new CloseDay(ID, VENUE, DATE, new DayRevenue(none, none, new Money(1, "EUR"), none, none), 1));
        invalid(new CloseDay(ID, VENUE, DATE, new DayRevenue(none, none, none, none, Money.inr(-1)), 1));
        invalid(new CloseDay(ID, VENUE, DATE, REVENUE, -1));
    }

    @Test
    void aCorrectionNamesWhatItCorrectsEvenAfterClosing() {
        CorrectEntry correct = new CorrectEntry(ID, VENUE, DATE, OTHER, ENTRY, "It was 21:00");
        EntryCorrected corrected = new EntryCorrected(ID, VENUE, DATE, OTHER, ENTRY, "It was 21:00");
        fixture.given(noted("At 19:00")).when(correct, owner()).expectEvents(corrected);
        fixture.given(noted("At 19:00"), CLOSED).when(correct, owner()).expectEvents(corrected);
        fixture.given(noted("At 19:00"), CLOSED, corrected)
                .when(correct, owner())
                .expectNoEvents();
        refused(fixture.given(CLOSED).when(correct, owner()), ErrorCode.REGISTER_ENTRY_NOT_FOUND);
    }

    @Test
    void theClosingItselfCanBeCorrected() {
        CorrectEntry correct = new CorrectEntry(ID, VENUE, DATE, OTHER, EntryId.CLOSING, "Drinks were 210.00");
        fixture.given(CLOSED)
                .when(correct, owner())
                .expectEvents(new EntryCorrected(ID, VENUE, DATE, OTHER, EntryId.CLOSING, "Drinks were 210.00"));
    }

    @Test
    void whoMayEnterSomethingMayCorrectIt() {
        CorrectEntry correct = new CorrectEntry(ID, VENUE, DATE, OTHER, ENTRY, "It was 21:00");
        Map<String, String> finance = ActorMetadata.of(staff(StaffRole.FINANCE));
        Map<String, String> security = ActorMetadata.of(staff(StaffRole.SECURITY));
        fixture.given(spent()).when(correct, finance).expectSuccessfulHandlerExecution();
        refused(fixture.given(spent()).when(correct, security), ErrorCode.FORBIDDEN);
        fixture.given(incident()).when(correct, security).expectSuccessfulHandlerExecution();
        refused(fixture.given(incident()).when(correct, finance), ErrorCode.FORBIDDEN);
    }

    @Test
    void aSnapshotIsTheRegister() {
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        fixture.given(incident(), noted("2", "two"))
                .when(new ResolveIncident(ID, VENUE, DATE, ENTRY, "Well"), owner())
                .expectState(register -> {
                    String written = json.serialize(register, String.class).getData();
                    VenueRegister read = json.deserialize(new SimpleSerializedObject<>(
                            written, String.class, json.typeForClass(VenueRegister.class)));
                    assertThat(read).usingRecursiveComparison().isEqualTo(register);
                });
    }

    private void permitted(RegisterCommand command, StaffRole role, boolean may) {
        ResultValidator<VenueRegister> result =
                fixture.givenNoPriorActivity().when(command, ActorMetadata.of(staff(role)));
        if (may) {
            result.expectSuccessfulHandlerExecution();
        } else {
            refused(result, ErrorCode.FORBIDDEN);
        }
    }

    private void invalid(RegisterCommand command) {
        refused(fixture.givenNoPriorActivity().when(command, owner()), ErrorCode.REGISTER_ENTRY_INVALID);
    }

    private static void refused(ResultValidator<VenueRegister> result, ErrorCode code) {
        result.expectNoEvents().expectException(refusedWith(code));
    }

    private static Map<String, String> owner() {
        return ActorMetadata.of(staff(StaffRole.OWNER));
    }

    private static WriteNote note(String text) {
        return new WriteNote(ID, VENUE, DATE, ENTRY, NoteKind.INTERNAL, text);
    }

    private static NoteWritten noted(String text) {
        return new NoteWritten(ID, VENUE, DATE, ENTRY, NoteKind.INTERNAL, text);
    }

    private static NoteWritten noted(String entry, String text) {
        return new NoteWritten(ID, VENUE, DATE, new EntryId(entry), NoteKind.INTERNAL, text);
    }

    private static ReminderAdded reminded() {
        return new ReminderAdded(ID, VENUE, DATE, ENTRY, "Ice", Priority.HIGH, ReminderCategory.SUPPLIES, null);
    }

    private static AssignStaff assign(Instant from, Instant until) {
        return new AssignStaff(ID, VENUE, DATE, ENTRY, STAFF, "Door", Shift.NIGHT, from, until);
    }

    private static StaffAssigned assigned() {
        return new StaffAssigned(ID, VENUE, DATE, ENTRY, STAFF, "Door", Shift.NIGHT, null, null);
    }

    private static IncidentReported incident() {
        return new IncidentReported(ID, VENUE, DATE, ENTRY, IncidentType.MEDICAL, Severity.HIGH, "Fainted");
    }

    private static RecordInspection inspection(boolean passed, String deficiencies, LocalDate followUpOn) {
        return new RecordInspection(
                ID, VENUE, DATE, ENTRY, InspectionType.FIRE, passed, deficiencies, followUpOn, NAME);
    }

    private static RecordExpense expense(long paise) {
        return new RecordExpense(ID, VENUE, DATE, ENTRY, "Supplies", Money.inr(paise), NAME, null);
    }

    private static ExpenseRecorded spent() {
        return new ExpenseRecorded(ID, VENUE, DATE, ENTRY, "Supplies", Money.inr(450_00), NAME, null);
    }
}
