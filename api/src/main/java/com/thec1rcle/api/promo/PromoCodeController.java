package com.thec1rcle.api.promo;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promo.EditPromoCode;
import com.thec1rcle.kernel.promo.OfferPromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode.PromoChanges;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoCodeList;
import com.thec1rcle.kernel.promo.PromoCodeQuery.FindPromoCodes;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoTerms;
import com.thec1rcle.kernel.ticketing.TierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The promo codes of an event, for those who build it. */
@RestController
@RequestMapping("/api/events/{eventId}/promo-codes")
@Tag(name = "Promo codes")
class PromoCodeController {
    private final CommandClient commands;
    private final QueryClient queries;

    PromoCodeController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Schema(
            name = "PromoCodeDiscount",
            description = "A share in basis points, or an amount in minor units off the whole order",
            example = "{\"basisPoints\": 2000}")
    record Discount(
            @Nullable @Min(1) @Max(10_000) Integer basisPoints,
            @Nullable @Positive Long amount,
            @Nullable @Size(min = 3, max = 3) String currency) {
        PromoDiscount toDiscount() throws Refusal {
            if ((basisPoints == null) == (amount == null)) {
                throw new Refusal(ErrorCode.VALIDATION_FAILED, "A discount is either basisPoints or amount.");
            }
            return basisPoints != null
                    ? PromoDiscount.share(basisPoints)
                    : PromoDiscount.off(
                            new Money(Objects.requireNonNull(amount), Objects.requireNonNullElse(currency, Money.INR)));
        }
    }

    @Schema(example = """
            {"code": "MONSOON20", "discount": {"basisPoints": 2000}, "uses": 100}""")
    record NewPromoCode(
            @Schema(example = "MONSOON20") @NotBlank @Size(max = 40)
            String code,

            @NotNull @Valid Discount discount,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,

            @Schema(description = "How many orders may use it in all; any number if absent") @Nullable @Min(1)
            Integer uses,

            @Schema(description = "The tiers it is for; all if absent or empty") @Nullable @Size(max = 50)
            List<@NotNull TierId> tierIds) {}

    @Schema(name = "PromoCodeChanges")
    record Changes(
            @Nullable @Valid Discount discount,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable @Min(1) Integer uses,
            @Nullable @Size(max = 50) List<@NotNull TierId> tierIds,

            @Schema(description = "false switches it off, true on again") @Nullable
            Boolean active) {}

    @Schema(name = "NewPromoCodeId")
    record Made(PromoCodeId promoCodeId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a promo code; an event has each code once")
    Mono<ResponseEntity<Made>> make(@PathVariable EventId eventId, @Valid @RequestBody NewPromoCode body, Actor actor)
            throws Refusal {
        PromoTerms terms = new PromoTerms(
                body.discount().toDiscount(),
                body.validFrom(),
                body.validUntil(),
                body.uses(),
                Objects.requireNonNullElse(body.tierIds(), List.of()));
        return commands.<PromoCodeId>send(new OfferPromoCode(eventId, body.code(), terms), actor)
                .map(id -> ResponseEntity.created(URI.create("/api/events/" + eventId + "/promo-codes/" + id))
                        .body(new Made(id)));
    }

    @GetMapping
    @Operation(summary = "The event's promo codes with their uses, the latest first")
    Mono<PromoCodeList> list(
            @PathVariable EventId eventId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindPromoCodes(eventId, actor, cursor, limit), PromoCodeList.class, "event");
    }

    @PatchMapping("/{promoCodeId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change a promo code or switch it off; what is absent stays, and placed orders keep theirs")
    Mono<Void> change(
            @PathVariable EventId eventId,
            @PathVariable PromoCodeId promoCodeId,
            @Valid @RequestBody Changes body,
            Actor actor)
            throws Refusal {
        PromoChanges changes = new PromoChanges(
                body.discount() == null ? null : body.discount().toDiscount(),
                body.validFrom(),
                body.validUntil(),
                body.uses(),
                body.tierIds(),
                body.active());
        return commands.send(new EditPromoCode(eventId, promoCodeId, changes), actor)
                .then();
    }
}
