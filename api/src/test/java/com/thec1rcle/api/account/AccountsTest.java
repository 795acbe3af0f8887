package com.thec1rcle.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.api.idempotency.IdempotencyFilter;
import com.thec1rcle.api.privacy.VaultSecrets;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.PlatformRolesCommand.GrantPlatformRoles;
import com.thec1rcle.kernel.account.PlatformRolesId;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountsTest {
    private static final String PASSWORD = "correct horse battery";
    private ApiSlice slice;

    static class Settings {
        @Bean
        AccountSettings accountSettings() {
            return new AccountSettings(Duration.ofHours(12), 3, Duration.ofMinutes(5));
        }
    }

    @BeforeEach
    void start() {
        slice = ApiSlice.of(
                Settings.class,
                VaultSecrets.class,
                SigningKey.class,
                Accounts.class,
                TokenIssuer.class,
                SignInThrottle.class,
                AuthController.class,
                AccountController.class,
                AdminAccount.class,
                com.thec1rcle.api.idempotency.StoredAnswers.class,
                IdempotencyFilter.class);
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @Test
    void whoRegistersGetsATokenThatSaysWhoTheyAre() {
        String userId = register("asha@example.com", PASSWORD);
        JsonNode token = token("Asha@Example.com", PASSWORD);
        assertThat(token.path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(token.path("expiresIn").asLong()).isEqualTo(43_200);

        slice.grant(
                userId,
                new AccessView(
                        List.of(PlatformRole.FINANCE),
                        List.of(new Membership(new VenueId("v"), StaffRole.OWNER)),
                        List.of(new HostId("h")),
                        null,
                        List.of()));
        slice.client(token.path("accessToken").asString())
                .get()
                .uri("/api/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(("""
                        {"userId": "%s", "email": "asha@example.com", "name": "Asha", "platformRoles": ["FINANCE"],
                         "venues": [{"venueId": "v", "role": "OWNER"}], "hosts": ["h"]}""").formatted(userId))
                .jsonPath("$.promoterId")
                .doesNotExist();
    }

    @Test
    void anAddressHasOneAccount() {
        register("asha@example.com", PASSWORD);
        post("/api/auth/register", registration("ASHA@example.com", "another password"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("EMAIL_TAKEN");
    }

    @Test
    void registeringAgainWithTheSameKeyIsOneAccount() {
        String first = registerWithKey("asha@example.com", PASSWORD, 201);
        assertThat(registerWithKey("asha@example.com", PASSWORD, 201)).isEqualTo(first);
        registerWithKey("asha@example.com", "another password", 409);
        assertThat(registerWithKey("ben@example.com", PASSWORD, 201)).isNotEqualTo(first);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        register("asha@example.com", PASSWORD);
        String wrong = body(credentials("asha@example.com", "not the password"), 401);
        String unknown = body(credentials("nobody@example.com", "not the password"), 401);
        assertThat(wrong).isEqualTo(unknown).contains("CREDENTIALS_INVALID");
    }

    @Test
    void whoGuessesHasToWait() {
        register("asha@example.com", PASSWORD);
        for (int i = 0; i < 3; i++) {
            body(credentials("asha@example.com", "guess number " + i), 401);
        }
        post("/api/auth/token", credentials("asha@example.com", PASSWORD))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(250, 301));
        register("ben@example.com", PASSWORD);
        token("ben@example.com", PASSWORD);
    }

    @Test
    void whoKnowsThePasswordNeverWaits() {
        register("asha@example.com", PASSWORD);
        for (int i = 0; i < 10; i++) {
            token("asha@example.com", PASSWORD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "not an address, correct horse battery, email",
        "asha@example.com, short, password",
        "'', correct horse battery, email"
    })
    void oddRegistrationsAreRefused(String email, String password, String field) {
        post("/api/auth/register", registration(email, password))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void aLongPasswordCountsToItsLastCharacter() {
        String password = "p".repeat(199);
        register("asha@example.com", password + "a");
        token("asha@example.com", password + "a");
        body(credentials("asha@example.com", password + "b"), 401);
        post("/api/auth/register", registration("ben@example.com", "p".repeat(201)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aTokenOfAnotherIssuerOpensNothing() {
        register("asha@example.com", PASSWORD);
        String token = token("asha@example.com", PASSWORD).path("accessToken").asString();
        try (ApiSlice other = ApiSlice.of(Settings.class, VaultSecrets.class, SigningKey.class)) {
            other.client(token).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
        }
        String changed = token.substring(0, token.length() - 4) + "AAAA";
        slice.client(changed).get().uri("/api/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void theAdministratorIsMadeOnceAndThePasswordToldOnce() {
        AdminAccount.Credentials first = slice.bean(AdminAccount.class).ensure();
        AdminAccount.Credentials second = slice.bean(AdminAccount.class).ensure();
        assertThat(first.email()).isEqualTo(ApiSlice.ADMIN_EMAIL);
        assertThat(first.inventedPassword()).hasSize(20);
        assertThat(second.inventedPassword()).isNull();
        me(token(first.email(), first.inventedPassword()))
                .jsonPath("$.platformRoles[0]")
                .isEqualTo("ADMIN");
    }

    @Test
    void anAdministratorGrantsRoles() {
        AdminAccount.Credentials admin = slice.bean(AdminAccount.class).ensure();
        String token = token(admin.email(), admin.inventedPassword())
                .path("accessToken")
                .asString();
        slice.client(token)
                .put()
                .uri("/api/admin/users/u1/roles")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"roles\": [\"FINANCE\"]}")
                .exchange()
                .expectStatus()
                .isNoContent();
        UserId user = new UserId("u1");
        assertThat(slice.sent()).singleElement().satisfies(command -> {
            assertThat(command.getPayload())
                    .isEqualTo(new GrantPlatformRoles(PlatformRolesId.of(user), user, Set.of(PlatformRole.FINANCE)));
            assertThat(ActorMetadata.read((MetaData) command.getMetaData()).has(PlatformRole.ADMIN))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"roles\": [\"OWNER\"]}", "{\"roles\": null}", "{}", "{\"roles\": [null]}"})
    void oddRolesAreRefused(String body) {
        register("asha@example.com", PASSWORD);
        slice.client(token("asha@example.com", PASSWORD).path("accessToken").asString())
                .put()
                .uri("/api/admin/users/u1/roles")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private WebTestClient.BodyContentSpec me(JsonNode token) {
        return slice.client(token.path("accessToken").asString())
                .get()
                .uri("/api/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private String register(String email, String password) {
        String body = new String(
                post("/api/auth/register", registration(email, password))
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                java.nio.charset.StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(body).path("userId").asString();
    }

    private String registerWithKey(String email, String password, int status) {
        String body = slice.client()
                .post()
                .uri("/api/auth/register")
                .header("Idempotency-Key", "key")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(registration(email, password))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body).path("userId").asString();
    }

    private JsonNode token(String email, String password) {
        return JsonMapper.shared().readTree(body(credentials(email, password), 200));
    }

    private String body(String credentials, int status) {
        String body = post("/api/auth/token", credentials)
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    private WebTestClient.ResponseSpec post(String uri, String body) {
        return slice.client()
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String registration(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\", \"name\": \"Asha\"}".formatted(email, password);
    }

    private static String credentials(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }
}
