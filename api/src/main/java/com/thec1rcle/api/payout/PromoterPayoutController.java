package com.thec1rcle.api.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutCommand.CancelPayout;
import com.thec1rcle.kernel.payout.PayoutDestination;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutList;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.payout.PayoutQuery.FindPayouts;
import com.thec1rcle.kernel.payout.PayoutView;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.promoter.CommissionTotals;
import com.thec1rcle.kernel.promoter.PromoterCommand.RequestPayout;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindBalance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Payouts as promoters ask for them. */
@RestController
@RequestMapping("/api/promoter/payouts")
@Tag(name = "Payouts")
class PromoterPayoutController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final PersonalData personalData;

    PromoterPayoutController(CommandClient commands, QueryClient queries, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.personalData = personalData;
    }

    record Upi(
            @Schema(example = "riya@okbank")
            @NotNull
            @Size(min = 3, max = 100)
            @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "must be a VPA: name@bank")
            String vpa) {}

    record Bank(
            @Schema(example = "000123456789")
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9]{5,35}", message = "must be 5 to 35 letters and digits")
            String accountNumber,

            @Schema(example = "HDFC0001234")
            @NotNull
            @Pattern(regexp = "[A-Z]{4}0[A-Z0-9]{6}", message = "must be an IFSC, such as HDFC0001234")
            String ifsc,

            @Schema(example = "Riya Sharma") @NotNull @Size(min = 3, max = 120)
            String accountName) {}

    @DestinationMatchesMethod
    @Schema(example = """
            {"amount": {"amount": 150000, "currency": "INR"}, "method": "UPI", "upi": {"vpa": "riya@okbank"}}""")
    record PayoutRequest(
            @Schema(description = "The caller's own, and the caller's own if absent") @Nullable
            PromoterId promoterId,

            @NotNull Money amount,
            @NotNull PayoutMethod method,
            @Valid @Nullable Upi upi,
            @Valid @Nullable Bank bank) {

        PayoutDestination destination() {
            return new PayoutDestination(
                    upi == null ? null : upi.vpa(),
                    bank == null ? null : bank.accountNumber(),
                    bank == null ? null : bank.ifsc(),
                    bank == null ? null : bank.accountName());
        }
    }

    record PayoutCreated(PayoutId payoutId) {}

    /** What can be asked for now, what is on its way, what has arrived. */
    record Balance(Money payable, Money reserved, Money paid) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payouts(
            Balance balance,
            List<PayoutView> items,
            @Nullable String nextCursor) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for a payout; the amount is reserved at once")
    Mono<ResponseEntity<PayoutCreated>> request(@Valid @RequestBody PayoutRequest body, Actor actor, NewIds ids) {
        PayoutId id = new PayoutId(ids.next("payout"));
        return command(id, body, actor)
                .flatMap(command -> commands.send(command, actor)
                        .thenReturn(ResponseEntity.created(URI.create("/api/promoter/payouts?payoutId=" + id))
                                .body(new PayoutCreated(id))));
    }

    @GetMapping
    @Operation(summary = "The caller's balance and payouts; finance may name a promoter")
    Mono<Payouts> list(
            @RequestParam(required = false) @Nullable PromoterId promoterId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return Mono.zip(
                queries.get(new FindBalance(actor, promoterId), CommissionTotals.class, "promoter"),
                queries.get(new FindPayouts(actor, promoterId, cursor, limit), PayoutList.class, "list"),
                PromoterPayoutController::together);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a request back before finance answers it")
    Mono<Void> cancel(@RequestParam PayoutId payoutId, Actor actor) {
        return commands.send(new CancelPayout(payoutId), actor).then();
    }

    private Mono<RequestPayout> command(PayoutId id, PayoutRequest body, Actor actor) {
        PromoterId promoter = body.promoterId() == null ? PromoterId.of(actor.userId()) : body.promoterId();
        PayoutDestination destination = body.destination();
        return Mono.fromCallable(() -> personalData.seal(actor.userId().value(), destination))
                .subscribeOn(Schedulers.boundedElastic())
                .map(hidden ->
                        new RequestPayout(promoter, id, body.amount(), body.method(), hidden, destination.masked()));
    }

    private static Payouts together(CommissionTotals totals, PayoutList payouts) {
        return new Payouts(
                new Balance(totals.payable(), totals.reserved(), totals.paid()), payouts.items(), payouts.nextCursor());
    }
}
