package com.thec1rcle.api.promoter;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.PromoterCommand.ApprovePromoter;
import com.thec1rcle.kernel.promoter.PromoterCommand.OpenPromoterAccount;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterList;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromoter;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindPromoters;
import com.thec1rcle.kernel.promoter.PromoterView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Promoters' accounts: opened by the person, approved by the platform. */
@RestController
@RequestMapping("/api/promoters")
@Tag(name = "Promoters")
class PromoterController {
    private final CommandClient commands;
    private final QueryClient queries;

    PromoterController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record PromoterRequest(
            @Schema(example = "Riya Sells Nights") @NotBlank @Size(max = 100)
            String displayName) {}

    record PromoterCreated(PromoterId promoterId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open the caller's promoter account")
    Mono<ResponseEntity<PromoterCreated>> open(@Valid @RequestBody PromoterRequest body, Actor actor) {
        PromoterId id = PromoterId.of(actor.userId());
        return commands.sendAndAwaitAccess(new OpenPromoterAccount(id, body.displayName()), actor)
                .thenReturn(ResponseEntity.created(URI.create("/api/promoters/" + id))
                        .body(new PromoterCreated(id)));
    }

    @PostMapping("/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a promoter work (ADMIN)")
    Mono<Void> approve(@PathVariable PromoterId id, Actor actor) {
        return commands.send(new ApprovePromoter(id), actor).then();
    }

    @GetMapping
    @Operation(summary = "List promoters' accounts (ADMIN)")
    Mono<PromoterList> list(
            @RequestParam(required = false) @Nullable Boolean approved,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindPromoters(actor, approved, cursor, limit), PromoterList.class, "list");
    }

    @GetMapping("/{id}")
    @Operation(summary = "One promoter's account, for its owner and ADMIN")
    Mono<PromoterView> one(@PathVariable PromoterId id, Actor actor) {
        return queries.get(new FindPromoter(actor, id), PromoterView.class, "promoter");
    }
}
