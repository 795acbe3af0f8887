package com.thec1rcle.query.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.IncidentType;
import com.thec1rcle.kernel.register.InspectionType;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.Priority;
import com.thec1rcle.kernel.register.RegisterDay;
import com.thec1rcle.kernel.register.RegisterEntry;
import com.thec1rcle.kernel.register.RegisterEvent;
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
import com.thec1rcle.kernel.register.RegisterQuery.FindRegister;
import com.thec1rcle.kernel.register.RegisterQuery.SummariseRegisters;
import com.thec1rcle.kernel.register.RegisterSummary;
import com.thec1rcle.kernel.register.ReminderCategory;
import com.thec1rcle.kernel.register.Severity;
import com.thec1rcle.kernel.register.Shift;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.Playback;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterProjectionTest {
    private static final VenueId VENUE = new VenueId("blue-room");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final Instant AT = Instant.parse("2026-12-04T18:00:00Z");
    private static final Instant HALF_PAST_TWO = Instant.parse("2026-12-04T21:00:00Z"); // on Saturday, in Mumbai
    private static final UserId NINA = new UserId("nina");
    private static final StaffId STAFF = new StaffId("arun");
    private static final Sealed NAME = new Sealed("register:x", "cipher");
    private static final DayRevenue REVENUE =
            new DayRevenue(Money.inr(100), Money.inr(200), Money.inr(30), Money.inr(4), Money.inr(5));

    private ViewsFixture views;
    private RegisterProjection projection;
    private RegisterQueries queries;

    @BeforeEach
    void openTheHouse() {
        views = ViewsFixture.start();
        projection = new RegisterProjection(views.mongo());
        queries = new RegisterQueries(
                views.mongo(),
                new FakePersonalData(),
                new RegisterSettings(LocalTime.of(6, 0)),
                Clock.fixed(HALF_PAST_TWO, ZoneOffset.UTC));
    }

    @AfterEach
    void closeTheHouse() {
        views.close();
    }

    @Test
    void theRegisterShowsEveryEntryAsItStands() {
        nights().play(projection);

        RegisterDay day = queries.handle(new FindRegister(VENUE, FRIDAY, staff(StaffRole.OWNER)));

        assertThat(day.closed()).isTrue();
        assertThat(day.entries())
                .containsExactly(
                        new RegisterEntry.Note(
                                id("note"),
                                AT,
                                NINA,
                                NoteKind.OPERATIONAL,
                                "At 20:00",
                                List.of(new RegisterEntry.EarlierText(NoteKind.INTERNAL, "At 19:00", AT, NINA))),
                        new RegisterEntry.Reminder(
                                id("reminder"),
                                AT,
                                NINA,
                                "Ice",
                                Priority.HIGH,
                                ReminderCategory.SUPPLIES,
                                AT,
                                true,
                                NINA,
                                AT),
                        new RegisterEntry.StaffAssignment(
                                id("shift"), AT, NINA, STAFF, "Door", Shift.NIGHT, null, null, true),
                        new RegisterEntry.Incident(
                                id("incident"),
                                AT,
                                NINA,
                                IncidentType.MEDICAL,
                                Severity.HIGH,
                                "Fainted",
                                true,
                                "Went home well",
                                NINA,
                                AT),
                        new RegisterEntry.Inspection(
                                id("inspection"),
                                AT,
                                NINA,
                                InspectionType.FIRE,
                                false,
                                "No exit sign",
                                FRIDAY.plusDays(7),
                                "R. Mehta"),
                        new RegisterEntry.Expense(
                                id("expense"), AT, NINA, "Supplies", Money.inr(45_000), "R. Mehta", "Ice"),
                        new RegisterEntry.Footfall(id("footfall"), AT, NINA, 300, 120),
                        new RegisterEntry.RefusedEntry(id("refused"), AT, NINA, "Under age", 2),
                        new RegisterEntry.Closing(EntryId.CLOSING, AT, NINA, REVENUE, 310),
                        new RegisterEntry.Correction(id("correction"), AT, NINA, EntryId.CLOSING, "It was 312"));
    }

    @Test
    void thoseWhoMayNotSeeMoneySeeNone() {
        nights().play(projection);

        RegisterDay day = queries.handle(new FindRegister(VENUE, FRIDAY, staff(StaffRole.SECURITY)));
        RegisterSummary summary =
                queries.handle(new SummariseRegisters(VENUE, FRIDAY, SATURDAY, staff(StaffRole.SECURITY)));

        assertThat(day.entries())
                .noneMatch(RegisterEntry.Expense.class::isInstance)
                .contains(new RegisterEntry.Closing(EntryId.CLOSING, AT, NINA, null, 310));
        assertThat(summary.revenue()).isNull();
        assertThat(summary.footfall().actual()).isEqualTo(360);
    }

    @Test
    void aRangeIsSummedUp() {
        nights().play(projection);

        RegisterSummary summary =
                queries.handle(new SummariseRegisters(VENUE, FRIDAY, SATURDAY, staff(StaffRole.OWNER)));

        assertThat(summary.daysClosed()).isEqualTo(1);
        assertThat(summary.incidents().total()).isEqualTo(2);
        assertThat(summary.incidents().open()).isEqualTo(1);
        assertThat(summary.incidents().byType())
                .containsEntry(IncidentType.MEDICAL, 1)
                .containsEntry(IncidentType.PROPERTY, 1)
                .containsEntry(IncidentType.SECURITY, 0);
        assertThat(summary.incidents().bySeverity())
                .containsEntry(Severity.HIGH, 1)
                .containsEntry(Severity.LOW, 1)
                .containsEntry(Severity.CRITICAL, 0);
        assertThat(summary.revenue())
                .containsExactly(new RegisterSummary.Revenue(
                        Money.inr(100), Money.inr(200), Money.inr(30), Money.inr(4), Money.inr(5), Money.inr(339)));
        // Friday's closing has the last word; Saturday is not closed yet.
        assertThat(summary.footfall()).isEqualTo(new RegisterSummary.Footfall(300, 360));
        assertThat(summary.refusedEntries().total()).isEqualTo(5);
        assertThat(summary.refusedEntries().byReason()).isEqualTo(Map.of("Under age", 3, "No ticket", 2));
    }

    @Test
    void aRangeLeavesTheRestOut() {
        nights().play(projection);
        RegisterSummary summary =
                queries.handle(new SummariseRegisters(VENUE, SATURDAY, SATURDAY, staff(StaffRole.OWNER)));
        assertThat(summary.incidents().total()).isEqualTo(1);
        assertThat(summary.revenue()).isEmpty();
    }

    @Test
    void withoutADateItIsTheNightThatIsStillOn() {
        nights().play(projection);
        RegisterDay day = queries.handle(new FindRegister(VENUE, null, staff(StaffRole.OWNER)));
        assertThat(day.date()).isEqualTo(FRIDAY);
    }

    @Test
    void aDateNobodyWroteAboutIsAnEmptyOpenRegister() {
        nights().play(projection);
        LocalDate quiet = FRIDAY.plusYears(1);
        assertThat(queries.handle(new FindRegister(VENUE, quiet, staff(StaffRole.VIEWER))))
                .isEqualTo(new RegisterDay(VENUE, quiet, false, List.of()));
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void allWhoWorkThereRead(StaffRole role) {
        nights().play(projection);
        assertThat(queries.handle(new FindRegister(VENUE, FRIDAY, staff(role))).entries())
                .isNotEmpty();
    }

    @Test
    void othersReadNothing() {
        nights().play(projection);
        Actor stranger = Actor.user(new UserId("stranger"));
        refused(() -> queries.handle(new FindRegister(VENUE, FRIDAY, stranger)), ErrorCode.FORBIDDEN);
        refused(() -> queries.handle(new SummariseRegisters(VENUE, FRIDAY, SATURDAY, stranger)), ErrorCode.FORBIDDEN);
    }

    @Test
    void aSummaryHasALimit() {
        Actor owner = staff(StaffRole.OWNER);
        refused(
                () -> queries.handle(new SummariseRegisters(VENUE, SATURDAY, FRIDAY, owner)),
                ErrorCode.VALIDATION_FAILED);
        refused(
                () -> queries.handle(new SummariseRegisters(VENUE, FRIDAY, FRIDAY.plusDays(366), owner)),
                ErrorCode.VALIDATION_FAILED);
        assertThat(queries.handle(new SummariseRegisters(VENUE, FRIDAY, FRIDAY.plusDays(365), owner))
                        .daysClosed())
                .isZero();
    }

    @Test
    void playedTwiceItIsTheSame() {
        nights().play(projection);
        List<Document> once = everything();
        nights().play(projection);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        nights().play(projection);
        List<Document> live = everything();
        nights().rebuild(projection);
        assertThat(everything()).isEqualTo(live).isNotEmpty();
    }

    private static Playback nights() {
        RegisterId friday = RegisterId.of(VENUE, FRIDAY);
        RegisterId saturday = RegisterId.of(VENUE, SATURDAY);
        Playback tape = new Playback()
                .then(
                        "venue",
                        new VenueRegistered(VENUE, NINA, "Blue Room", "Mumbai", "1 Road", "Asia/Kolkata", 400),
                        "nina",
                        AT);
        List<RegisterEvent> events = List.of(
                new NoteWritten(friday, VENUE, FRIDAY, id("note"), NoteKind.INTERNAL, "At 19:00"),
                new ReminderAdded(
                        friday, VENUE, FRIDAY, id("reminder"), "Ice", Priority.HIGH, ReminderCategory.SUPPLIES, AT),
                new StaffAssigned(friday, VENUE, FRIDAY, id("shift"), STAFF, "Door", Shift.NIGHT, null, null),
                new StaffAssigned(friday, VENUE, FRIDAY, id("taken-back"), STAFF, "Bar", Shift.NIGHT, null, null),
                new AssignmentConfirmed(friday, VENUE, FRIDAY, id("shift")),
                new AssignmentRemoved(friday, VENUE, FRIDAY, id("taken-back")),
                new IncidentReported(
                        friday, VENUE, FRIDAY, id("incident"), IncidentType.MEDICAL, Severity.HIGH, "Fainted"),
                new NoteWritten(friday, VENUE, FRIDAY, id("note"), NoteKind.OPERATIONAL, "At 20:00"),
                new ReminderCompleted(friday, VENUE, FRIDAY, id("reminder"), NINA),
                new InspectionRecorded(
                        friday,
                        VENUE,
                        FRIDAY,
                        id("inspection"),
                        InspectionType.FIRE,
                        false,
                        "No exit sign",
                        FRIDAY.plusDays(7),
                        NAME),
                new ExpenseRecorded(friday, VENUE, FRIDAY, id("expense"), "Supplies", Money.inr(45_000), NAME, "Ice"),
                new IncidentResolved(friday, VENUE, FRIDAY, id("incident"), "Went home well"),
                new FootfallRecorded(friday, VENUE, FRIDAY, id("footfall"), 300, 120),
                new RefusedEntryRecorded(friday, VENUE, FRIDAY, id("refused"), "Under age", 2),
                new DayClosed(friday, VENUE, FRIDAY, REVENUE, 310),
                new EntryCorrected(friday, VENUE, FRIDAY, id("correction"), EntryId.CLOSING, "It was 312"),
                new IncidentReported(
                        saturday, VENUE, SATURDAY, id("glass"), IncidentType.PROPERTY, Severity.LOW, "Glass"),
                new FootfallRecorded(saturday, VENUE, SATURDAY, id("ten"), null, 20),
                new FootfallRecorded(saturday, VENUE, SATURDAY, id("eleven"), null, 50),
                new RefusedEntryRecorded(saturday, VENUE, SATURDAY, id("refused-1"), "Under age", 1),
                new RefusedEntryRecorded(saturday, VENUE, SATURDAY, id("refused-2"), "No ticket", 2));
        events.forEach(event -> tape.then(event.registerId().value(), event, "nina", AT));
        return tape;
    }

    private static EntryId id(String value) {
        return new EntryId(value);
    }

    private static void refused(ThrowingCallable query, ErrorCode code) {
        QueryRefused refusal = catchThrowableOfType(QueryRefused.class, query);
        assertThat(refusal.getDetails().map(details -> ((RefusalDetails) details).code()))
                .hasValue(code);
    }

    private List<Document> everything() {
        return List.of(RegisterProjection.ENTRIES, RegisterProjection.VENUES).stream()
                .flatMap(collection -> views.mongo().findAll(Document.class, collection).stream())
                .toList();
    }

    private static Actor staff(StaffRole role) {
        return new Actor(NINA, null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }

    /** Opens every name as the same one. */
    private static final class FakePersonalData implements PersonalData {
        @Override
        public Sealed seal(String person, Object value) {
            return new Sealed(person, "cipher");
        }

        @Override
        public <T> Optional<T> open(Sealed sealed, Class<T> type) {
            return Optional.of(type.cast("R. Mehta"));
        }

        @Override
        public String fingerprint(String email) {
            return email;
        }
    }
}
