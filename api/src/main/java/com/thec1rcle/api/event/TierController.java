package com.thec1rcle.api.event;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AddTier;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.ticketing.EditTier;
import com.thec1rcle.kernel.ticketing.EditTier.TierChanges;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The kinds of ticket of an event. */
@RestController
@RequestMapping("/api/events/{eventId}/tiers")
@Tag(name = "Tiers")
class TierController {
    private final CommandClient commands;

    TierController(CommandClient commands) {
        this.commands = commands;
    }

    record Price(
            @Schema(example = "49900") @NotNull Long amount,

            @Schema(example = "INR") @Nullable @Size(min = 3, max = 3)
            String currency) {
        Money toMoney() {
            return new Money(amount, Objects.requireNonNullElse(currency, Money.INR));
        }
    }

    @Schema(example = """
            {"name": "General", "entryType": "GENERAL", "price": {"amount": 49900, "currency": "INR"}, "stock": 200}""")
    record NewTier(
            @Schema(example = "General") @NotBlank @Size(max = 80)
            String name,

            @NotNull EntryType entryType,
            @NotNull @Valid Price price,
            @Schema(example = "200") @NotNull Integer stock,

            @Schema(description = "People that one ticket admits; must be said for GROUP and TABLE") @Nullable
            Integer admits,

            @Nullable Integer minPerOrder,
            @Nullable Integer maxPerOrder,
            @Nullable Instant salesFrom,
            @Nullable Instant salesUntil,
            @Nullable Rate commission,
            @Nullable Rate discount,
            @Nullable @Size(max = 80) String accessCode,
            @Nullable Boolean rotatingCode) {

        TierDraft toDraft() {
            return new TierDraft(
                    name,
                    entryType,
                    price.toMoney(),
                    stock,
                    admits,
                    minPerOrder,
                    maxPerOrder,
                    salesFrom,
                    salesUntil,
                    accessCode,
                    Objects.requireNonNullElse(rotatingCode, false),
                    commission,
                    discount);
        }
    }

    record Changes(
            @Nullable @Size(min = 1, max = 80) String name,
            @Nullable @Valid Price price,
            @Nullable Integer stock,
            @Nullable Integer admits,
            @Nullable Integer minPerOrder,
            @Nullable Integer maxPerOrder,
            @Nullable Instant salesFrom,
            @Nullable Instant salesUntil,
            @Nullable Rate commission,
            @Nullable Rate discount,

            @Schema(description = "An empty one makes the tier visible to all") @Nullable @Size(max = 80)
            String accessCode,

            @Nullable Boolean rotatingCode) {

        TierChanges toChanges() {
            return new TierChanges(
                    name,
                    price == null ? null : price.toMoney(),
                    stock,
                    admits,
                    minPerOrder,
                    maxPerOrder,
                    salesFrom,
                    salesUntil,
                    commission,
                    discount,
                    accessCode,
                    rotatingCode);
        }
    }

    record Added(TierId tierId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a tier")
    Mono<ResponseEntity<Added>> add(
            @PathVariable EventId eventId, @Valid @RequestBody NewTier body, Actor actor, NewIds ids) {
        TierId tierId = new TierId(ids.next("tier"));
        URI location = URI.create("/api/events/" + eventId + "/tiers/" + tierId);
        return commands.send(new AddTier(eventId, tierId, body.toDraft()), actor)
                .thenReturn(ResponseEntity.created(location).body(new Added(tierId)));
    }

    @PatchMapping("/{tierId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change a tier; what is absent stays, and placed orders keep their price")
    Mono<Void> change(
            @PathVariable EventId eventId, @PathVariable TierId tierId, @Valid @RequestBody Changes body, Actor actor) {
        return commands.send(new EditTier(eventId, tierId, body.toChanges()), actor)
                .then();
    }
}
