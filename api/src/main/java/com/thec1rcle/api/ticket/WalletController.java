package com.thec1rcle.api.ticket;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderQuery.FindWallet;
import com.thec1rcle.kernel.order.WalletPage;
import com.thec1rcle.kernel.order.WalletPart;
import com.thec1rcle.kernel.ticketing.PublicTicketKey;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows people all tickets that are theirs, and scanners the keys that verify them. */
@RestController
@RequestMapping("/api/tickets")
@Tag(name = "Tickets")
class WalletController {
    private final QueryClient queries;
    private final TicketCodes codes;

    WalletController(QueryClient queries, TicketCodes codes) {
        this.queries = queries;
        this.codes = codes;
    }

    /** Public keys as RFC 7517 and RFC 8037 write them; none while codes are signed with a secret. */
    record TicketKeySet(String signingKeyId, List<Jwk> keys) {
        static TicketKeySet of(TicketCodes codes) {
            return new TicketKeySet(
                    codes.signingKeyId(),
                    codes.publicKeys().stream().map(Jwk::of).toList());
        }
    }

    /** One public key. */
    record Jwk(String kid, String kty, String crv, String alg, String use, String x) {
        static Jwk of(PublicTicketKey key) {
            return new Jwk(key.keyId(), "OKP", "Ed25519", "EdDSA", "sig", key.publicKey());
        }
    }

    @GetMapping
    @Operation(summary = "List one's own tickets of all orders, bought and received, each with its night")
    Mono<ResponseEntity<WalletPage>> list(
            @Parameter(description = "ALL: newest first; UPCOMING: next night first; PAST: last night first")
                    @RequestParam(defaultValue = "ALL")
                    WalletPart when,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindWallet(actor, when, cursor, limit), WalletPage.class, "ticket")
                .map(page ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
    }

    @GetMapping("/keys")
    @Operation(summary = "The public keys of ticket codes, for scanners that verify alone")
    @SecurityRequirements
    Mono<TicketKeySet> keys() {
        return Mono.fromSupplier(() -> TicketKeySet.of(codes));
    }
}
