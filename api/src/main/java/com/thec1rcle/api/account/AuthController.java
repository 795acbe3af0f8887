package com.thec1rcle.api.account;

import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.api.privacy.AddressBook;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.privacy.PersonalData;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The embedded issuer: people register and get access tokens. */
@RestController
@RequestMapping("/api/auth")
@Profile("embedded")
@Tag(name = "Accounts")
@SecurityRequirements
class AuthController implements DisposableBean {
    private static final int MAX_QUEUED = 1_000;

    private final Accounts accounts;
    private final TokenIssuer tokens;
    private final SignInThrottle throttle;
    private final PersonalData personalData;
    private final AddressBook addresses;

    /** Hashing passwords costs processor time on purpose; a few threads of its own keep it from starving the rest. */
    private final Scheduler hashing = Schedulers.newBoundedElastic(
            Math.max(2, Runtime.getRuntime().availableProcessors()), MAX_QUEUED, "passwords");

    AuthController(
            Accounts accounts,
            TokenIssuer tokens,
            SignInThrottle throttle,
            PersonalData personalData,
            AddressBook addresses) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.throttle = throttle;
        this.personalData = personalData;
        this.addresses = addresses;
    }

    record Registration(
            @Schema(example = "asha@example.com") @NotBlank @Email @Size(max = 254)
            String email,

            @Schema(example = "correct horse battery") @NotBlank @Size(min = 8, max = 200)
            String password,

            @Schema(example = "Asha Rao") @NotBlank @Size(max = 120)
            String name) {
        @Override
        public String toString() {
            return "Registration[...]";
        }
    }

    record Registered(UserId userId) {}

    record Credentials(
            @Schema(example = "asha@example.com") @NotBlank @Size(max = 254)
            String email,

            @Schema(example = "correct horse battery") @NotBlank @Size(max = 200)
            String password) {
        @Override
        public String toString() {
            return "Credentials[...]";
        }
    }

    /** @param expiresIn seconds until the token is worthless */
    record AccessToken(String accessToken, String tokenType, long expiresIn) {
        @Override
        public String toString() {
            return "AccessToken[...]";
        }
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register an account")
    Mono<ResponseEntity<Registered>> register(@Valid @RequestBody Registration registration, NewIds ids) {
        return slowly(() -> {
            // The address is part of the id: two people may well think of the same key.
            String address = personalData.fingerprint(registration.email());
            UserId userId = new UserId(ids.next("user|" + address));
            Account account =
                    accounts.register(userId, registration.email(), registration.name(), registration.password());
            addresses.remember(new UserId(account.userId()), account.email(), account.name());
            return ResponseEntity.created(URI.create("/api/me")).body(new Registered(new UserId(account.userId())));
        });
    }

    @PostMapping("/token")
    @Operation(summary = "Get an access token")
    Mono<ResponseEntity<AccessToken>> token(@Valid @RequestBody Credentials credentials) {
        return slowly(() -> {
            String address = personalData.fingerprint(credentials.email());
            throttle.begin(address);
            Account account = accounts.authenticate(credentials.email(), credentials.password());
            if (account == null) {
                throw new Refusal(ErrorCode.CREDENTIALS_INVALID, "Address or password is wrong.");
            }
            throttle.succeeded(address);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new AccessToken(
                            tokens.tokenFor(account), "Bearer", tokens.life().toSeconds()));
        });
    }

    private <T> Mono<T> slowly(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(hashing);
    }

    @Override
    public void destroy() {
        hashing.dispose();
    }
}
