package com.thec1rcle.api.register;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.register.DayRevenue;
import com.thec1rcle.kernel.register.EntryId;
import com.thec1rcle.kernel.register.NoteKind;
import com.thec1rcle.kernel.register.RegisterCommand;
import com.thec1rcle.kernel.register.RegisterId;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done to a register and its entries; the property {@code action} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntryChange.RewriteNote.class, name = "REWRITE_NOTE"),
    @JsonSubTypes.Type(value = EntryChange.ResolveIncident.class, name = "RESOLVE_INCIDENT"),
    @JsonSubTypes.Type(value = EntryChange.CompleteReminder.class, name = "COMPLETE_REMINDER"),
    @JsonSubTypes.Type(value = EntryChange.ConfirmAssignment.class, name = "CONFIRM_ASSIGNMENT"),
    @JsonSubTypes.Type(value = EntryChange.RemoveAssignment.class, name = "REMOVE_ASSIGNMENT"),
    @JsonSubTypes.Type(value = EntryChange.CloseDay.class, name = "CLOSE_DAY"),
    @JsonSubTypes.Type(value = EntryChange.Correct.class, name = "CORRECT")
})
@Schema(example = """
        {"action": "RESOLVE_INCIDENT", "venueId": "0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10", "date": "2026-12-04",
         "entryId": "6a1f3c52-1f0e-4b1c-8a25-6d1c8a5b9e01", "resolution": "Swept up, nobody hurt"}""")
sealed interface EntryChange {
    VenueId venueId();

    LocalDate date();

    /** @param newId of the entry that a correction becomes */
    RegisterCommand toCommand(EntryId newId);

    default RegisterId registerId() {
        return RegisterId.of(venueId(), date());
    }

    @Schema(name = "RewriteRegisterNote")
    record RewriteNote(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull EntryId entryId,
            @Nullable NoteKind noteKind,
            @NotBlank @Size(max = NewEntry.MAX_TEXT) String text)
            implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            NoteKind kind = noteKind == null ? NoteKind.INTERNAL : noteKind;
            return new RegisterCommand.RewriteNote(registerId(), venueId, date, entryId, kind, text);
        }
    }

    @Schema(name = "ResolveRegisterIncident")
    record ResolveIncident(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull EntryId entryId,

            @NotBlank @Size(max = NewEntry.MAX_TEXT) @Schema(example = "Swept up, nobody hurt")
            String resolution)
            implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            return new RegisterCommand.ResolveIncident(registerId(), venueId, date, entryId, resolution);
        }
    }

    @Schema(name = "CompleteRegisterReminder")
    record CompleteReminder(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull EntryId entryId) implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            return new RegisterCommand.CompleteReminder(registerId(), venueId, date, entryId);
        }
    }

    @Schema(name = "ConfirmRegisterAssignment")
    record ConfirmAssignment(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull EntryId entryId) implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            return new RegisterCommand.ConfirmAssignment(registerId(), venueId, date, entryId);
        }
    }

    @Schema(name = "RemoveRegisterAssignment")
    record RemoveAssignment(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull EntryId entryId) implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            return new RegisterCommand.RemoveAssignment(registerId(), venueId, date, entryId);
        }
    }

    @Schema(name = "CloseRegisterDay")
    record CloseDay(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull @Valid Revenue revenue,
            @NotNull @Min(0) @Schema(example = "312") Integer actualFootfall)
            implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            return new RegisterCommand.CloseDay(registerId(), venueId, date, revenue.toValue(), actualFootfall);
        }
    }

    /** What the night took; a source that is left out took nothing. */
    record Revenue(
            @Nullable Money cover,
            @Nullable Money drinks,
            @Nullable Money food,
            @Nullable Money vip,
            @Nullable Money other) {
        DayRevenue toValue() {
            String currency = Stream.<@Nullable Money>of(cover, drinks, food, vip, other)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .map(Money::currency)
                    .findFirst()
                    .orElse(Money.INR);
            Money nothing = Money.zero(currency);
            return new DayRevenue(
                    cover == null ? nothing : cover,
                    drinks == null ? nothing : drinks,
                    food == null ? nothing : food,
                    vip == null ? nothing : vip,
                    other == null ? nothing : other);
        }
    }

    /** @param entryId of the entry that is corrected; {@code closing} for the day's closing */
    @Schema(name = "CorrectRegisterEntry")
    record Correct(
            @NotNull VenueId venueId,
            @NotNull LocalDate date,
            @NotNull EntryId entryId,
            @NotBlank @Size(max = NewEntry.MAX_TEXT) String text)
            implements EntryChange {
        @Override
        public RegisterCommand toCommand(EntryId newId) {
            return new RegisterCommand.CorrectEntry(registerId(), venueId, date, newId, entryId, text);
        }
    }
}
