package com.thec1rcle.api.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.IncidentType;
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
import com.thec1rcle.kernel.register.RegisterDay;
import com.thec1rcle.kernel.register.RegisterEntry;
import com.thec1rcle.kernel.register.RegisterId;
import com.thec1rcle.kernel.register.RegisterQuery.FindRegister;
import com.thec1rcle.kernel.register.RegisterQuery.SummariseRegisters;
import com.thec1rcle.kernel.register.RegisterSummary;
import com.thec1rcle.kernel.register.ReminderCategory;
import com.thec1rcle.kernel.register.Severity;
import com.thec1rcle.kernel.register.Shift;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RegisterControllerTest {
    private static final String PATH = "/api/venue/registers";
    private static final VenueId VENUE = new VenueId("blue-room");
    private static final LocalDate DATE = LocalDate.parse("2026-12-04");
    private static final RegisterId ID = RegisterId.of(VENUE, DATE);
    private static final EntryId ENTRY = new EntryId("entry");
    private static final Instant AT = Instant.parse("2026-12-04T18:00:00Z");

    private ApiSlice slice;
    private WebTestClient nina;

    @BeforeEach
    void start() {
        slice = ApiSlice.of(RegisterController.class);
        nina = slice.client(ApiSlice.token("nina"));
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @Test
    void anEntryIsCreatedAndSaysWhereItIs() {
        enter("\"kind\":\"NOTE\",\"text\":\"Sound check\"")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", PATH + "?venueId=blue-room&date=2026-12-04")
                .expectBody()
                .jsonPath("$.entryId")
                .isEqualTo(((WriteNote) sent()).entryId().value());
    }

    @Test
    void everyKindOfEntryIsTaken() {
        enter("\"kind\":\"NOTE\",\"noteKind\":\"PROMOTIONAL\",\"text\":\"T\"");
        WriteNote note = (WriteNote) sent();
        assertThat(note).isEqualTo(new WriteNote(ID, VENUE, DATE, note.entryId(), NoteKind.PROMOTIONAL, "T"));

        enter("\"kind\":\"REMINDER\",\"text\":\"Ice\",\"dueAt\":\"2026-12-04T18:00:00Z\"");
        AddReminder reminder = (AddReminder) sent();
        assertThat(reminder)
                .isEqualTo(new AddReminder(
                        ID, VENUE, DATE, reminder.entryId(), "Ice", Priority.NORMAL, ReminderCategory.GENERAL, AT));

        enter("\"kind\":\"STAFF_ASSIGNMENT\",\"staffId\":\"arun\",\"role\":\"Door\",\"shift\":\"NIGHT\"");
        AssignStaff assign = (AssignStaff) sent();
        assertThat(assign)
                .isEqualTo(new AssignStaff(
                        ID, VENUE, DATE, assign.entryId(), new StaffId("arun"), "Door", Shift.NIGHT, null, null));

        enter("\"kind\":\"INCIDENT\",\"type\":\"MEDICAL\",\"severity\":\"LOW\",\"description\":\"Ankle\"");
        ReportIncident incident = (ReportIncident) sent();
        assertThat(incident)
                .isEqualTo(new ReportIncident(
                        ID, VENUE, DATE, incident.entryId(), IncidentType.MEDICAL, Severity.LOW, "Ankle"));

        enter("\"kind\":\"FOOTFALL\",\"expected\":300");
        RecordFootfall footfall = (RecordFootfall) sent();
        assertThat(footfall).isEqualTo(new RecordFootfall(ID, VENUE, DATE, footfall.entryId(), 300, null));

        enter("\"kind\":\"REFUSED_ENTRY\",\"reason\":\"Under age\",\"count\":2");
        RecordRefusedEntry refused = (RecordRefusedEntry) sent();
        assertThat(refused).isEqualTo(new RecordRefusedEntry(ID, VENUE, DATE, refused.entryId(), "Under age", 2));
    }

    @Test
    void namesOfPeopleTravelSealed() {
        PersonalData personalData = slice.bean(PersonalData.class);

        enter("\"kind\":\"INSPECTION\",\"type\":\"FIRE\",\"passed\":true,\"inspector\":\"R. Mehta\"");
        RecordInspection inspection = (RecordInspection) sent();
        assertThat(personalData.open(inspection.inspector(), String.class)).hasValue("R. Mehta");

        enter("\"kind\":\"EXPENSE\",\"category\":\"Ice\",\"amount\":{\"amount\":45000,\"currency\":\"INR\"},"
                + "\"approvedBy\":\"Nina Shah\"");
        RecordExpense expense = (RecordExpense) sent();
        assertThat(expense.amount()).isEqualTo(Money.inr(45_000));
        assertThat(personalData.open(expense.approvedBy(), String.class)).hasValue("Nina Shah");
        assertThat(expense.toString()).doesNotContain("Nina");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "RESOLVE_INCIDENT\",\"resolution\":\"Well",
                        new ResolveIncident(ID, VENUE, DATE, ENTRY, "Well")),
                Arguments.of("COMPLETE_REMINDER", new CompleteReminder(ID, VENUE, DATE, ENTRY)),
                Arguments.of("CONFIRM_ASSIGNMENT", new ConfirmAssignment(ID, VENUE, DATE, ENTRY)),
                Arguments.of("REMOVE_ASSIGNMENT", new RemoveAssignment(ID, VENUE, DATE, ENTRY)),
                Arguments.of(
                        "REWRITE_NOTE\",\"text\":\"New",
                        new RewriteNote(ID, VENUE, DATE, ENTRY, NoteKind.INTERNAL, "New")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyActionIsTaken(String action, RegisterCommand command) {
        change("\"action\":\"" + action + "\",\"entryId\":\"entry\"")
                .expectStatus()
                .isNoContent();
        assertThat(sent()).isEqualTo(command);
    }

    @Test
    void aDayIsClosedAndWhatIsLeftOutTookNothing() {
        change("\"action\":\"CLOSE_DAY\",\"actualFootfall\":312,"
                        + "\"revenue\":{\"cover\":{\"amount\":100,\"currency\":\"EUR\"}}")
                .expectStatus()
                .isNoContent();
        Money none = Money.zero("EUR");
        assertThat(sent())
                .isEqualTo(new CloseDay(
                        ID, VENUE, DATE, new DayRevenue(new Money(100, "EUR"), none, none, none, none), 312));
    }

    @Test
    void aCorrectionAnswersItsOwnId() {
        change("\"action\":\"CORRECT\",\"entryId\":\"closing\",\"text\":\"It was 312\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.entryId")
                .isEqualTo(((CorrectEntry) sent()).entryId().value());
        assertThat(((CorrectEntry) sent()).corrects()).isEqualTo(EntryId.CLOSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text        | \"kind\":\"NOTE\"",
                "text        | \"kind\":\"REMINDER\",\"text\":\" \"",
                "staffId     | \"kind\":\"STAFF_ASSIGNMENT\",\"role\":\"Door\",\"shift\":\"NIGHT\"",
                "severity    | \"kind\":\"INCIDENT\",\"type\":\"MEDICAL\",\"description\":\"Ankle\"",
                "passed      | \"kind\":\"INSPECTION\",\"type\":\"FIRE\",\"inspector\":\"R. Mehta\"",
                "amount      | \"kind\":\"EXPENSE\",\"category\":\"Ice\",\"approvedBy\":\"Nina\"",
                "expected    | \"kind\":\"FOOTFALL\",\"expected\":-1",
                "count       | \"kind\":\"REFUSED_ENTRY\",\"reason\":\"Under age\",\"count\":0",
            })
    void everyKindSaysWhichOfItsFieldsIsWrong(String field, String fields) {
        enter(fields)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(slice.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"GOSSIP\",\"text\":\"T\"",
                "\"text\":\"T\"",
                "\"kind\":\"NOTE\",\"text\":\"T\",\"severity\":\"LOW\"",
                "\"kind\":\"CLOSING\",\"actualFootfall\":3",
            })
    void whatIsNoEntryIsRefused(String fields) {
        enter(fields)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(slice.sent()).isEmpty();
    }

    @Test
    void whatIsNoActionIsRefused() {
        change("\"action\":\"BURN\",\"entryId\":\"entry\"").expectStatus().isBadRequest();
        change("\"action\":\"RESOLVE_INCIDENT\",\"resolution\":\"Well\"")
                .expectStatus()
                .isBadRequest();
        change("\"action\":\"CLOSE_DAY\",\"actualFootfall\":1").expectStatus().isBadRequest();
    }

    @Test
    void theRegisterOfADateIsShown() {
        RegisterEntry note =
                new RegisterEntry.Note(ENTRY, AT, new UserId("nina"), NoteKind.INTERNAL, "Sound check", List.of());
        answer(
                new FindRegister(VENUE, DATE, Actor.user(new UserId("nina"))),
                new RegisterDay(VENUE, DATE, false, List.of(note)));

        nina.get()
                .uri(PATH + "?venueId=blue-room&date=2026-12-04")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"venueId": "blue-room", "date": "2026-12-04", "closed": false, "entries": [
                            {"entryId": "entry", "kind": "NOTE", "at": "2026-12-04T18:00:00Z", "by": "nina",
                             "noteKind": "INTERNAL", "text": "Sound check", "earlier": []}]}
                        """);
    }

    @Test
    void aRangeIsShownAsASummary() {
        answer(
                new SummariseRegisters(VENUE, DATE, DATE.plusDays(6), Actor.user(new UserId("nina"))),
                new RegisterSummary(
                        VENUE,
                        DATE,
                        DATE.plusDays(6),
                        1,
                        new RegisterSummary.Incidents(1, 0, Map.of(IncidentType.MEDICAL, 1), Map.of(Severity.LOW, 1)),
                        null,
                        new RegisterSummary.Footfall(300, 312),
                        new RegisterSummary.RefusedEntries(2, Map.of("Under age", 2))));

        nina.get()
                .uri(PATH + "?venueId=blue-room&from=2026-12-04&to=2026-12-10")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"daysClosed": 1, "incidents": {"total": 1, "open": 0, "byType": {"MEDICAL": 1}},
                         "footfall": {"expected": 300, "actual": 312},
                         "refusedEntries": {"total": 2, "byReason": {"Under age": 2}}}
                        """)
                .jsonPath("$.revenue")
                .doesNotExist();
    }

    @Test
    void aRangeHasTwoEnds() {
        nina.get()
                .uri(PATH + "?venueId=blue-room&from=2026-12-04")
                .exchange()
                .expectStatus()
                .isBadRequest();
        nina.get()
                .uri(PATH + "?venueId=blue-room&date=2026-12-04&from=2026-12-04&to=2026-12-05")
                .exchange()
                .expectStatus()
                .isBadRequest();
        nina.get()
                .uri(PATH + "?venueId=blue-room&date=yesterday")
                .exchange()
                .expectStatus()
                .isBadRequest();
        nina.get().uri(PATH).exchange().expectStatus().isBadRequest();
    }

    private WebTestClient.ResponseSpec enter(String fields) {
        return call(HttpMethod.POST, fields);
    }

    private WebTestClient.ResponseSpec change(String fields) {
        return call(HttpMethod.PATCH, fields);
    }

    private WebTestClient.ResponseSpec call(HttpMethod method, String fields) {
        return nina.method(method)
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body(fields))
                .exchange();
    }

    private static String body(String fields) {
        return "{\"venueId\":\"blue-room\",\"date\":\"2026-12-04\"," + fields + "}";
    }

    private RegisterCommand sent() {
        return (RegisterCommand) slice.sent().getLast().getPayload();
    }

    private void answer(Object query, Object answer) {
        when(slice.bean(QueryGateway.class).query(eq(query), any(ResponseType.class)))
                .thenReturn(CompletableFuture.completedFuture(Optional.of(answer)));
    }
}
