package com.thec1rcle.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Invitation;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.StaffCommand.LinkStaff;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class SecurityTest {
    private static final VenueId VENUE = new VenueId("venue");

    private ApiSlice slice;

    @BeforeEach
    void start() {
        slice = ApiSlice.of(Mirror.class);
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    /** Shows callers who they are. */
    @RestController
    @Profile(ApiSlice.PROFILE)
    static class Mirror {
        @GetMapping({"/mirror", "/api/events", "/api/venues/{id}", "/actuator/prometheus"})
        Mono<String> look(Actor actor) {
            return Mono.just(ActorMetadata.of(actor).get("actor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mirror",
                "/nowhere",
                "/api/events?mine=true",
                "/api/events?mine=TRUE",
                "/api/events/e1/guestlist",
                "/api/orders",
                "/api/me",
                "/api/auth/anything",
                "/api/venues/v1/anything",
                "/api/hosts/h1/anything",
                "/e/e1/anything",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator",
                "/"
            })
    void withoutATokenADoorIsClosed(String uri) {
        slice.client()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/venues",
        "GET, /api/venues/v1",
        "HEAD, /api/venues/v1",
        "GET, /api/hosts",
        "GET, /api/events",
        "GET, /api/events?mine=false",
        "GET, /api/events/e1",
        "GET, /e/e1",
        "POST, /api/promoter/links/click",
        "POST, /api/payments/webhook",
        "GET, /api/payments",
        "GET, /api/profile",
        "POST, /api/auth/register",
        "POST, /api/auth/token",
        "POST, /api/orders/quote",
        "GET, /v3/api-docs",
        "GET, /v3/api-docs/swagger-config",
        "GET, /docs",
        "GET, /webjars/swagger-ui/index.html",
        "GET, /actuator/health",
        "GET, /actuator/health/readiness"
    })
    void whatIsPublicIsOpen(String method, String uri) {
        slice.client()
                .method(HttpMethod.valueOf(method))
                .uri(uri)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isNotIn(401, 403));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/venues",
        "PATCH, /api/venues/v1",
        "POST, /api/hosts",
        "POST, /api/events",
        "PUT, /api/events/e1/details",
        "DELETE, /api/events/e1",
        "POST, /api/payments",
        "PATCH, /api/payments",
        "POST, /api/payments/sandbox/g1",
        "POST, /api/orders",
        "PATCH, /api/profile",
        "DELETE, /api/promoter/links/click",
        "POST, /actuator/health"
    })
    void whatIsPublicToReadIsNotPublicToChange(String method, String uri) {
        slice.client()
                .method(HttpMethod.valueOf(method))
                .uri(uri)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "anonymous", "a/b", " "})
    void aSubjectThatCanBeNoUserOpensNothing(String subject) {
        aTokenThatDoesNotHoldOpensNothingNotEvenAPublicDoor(ApiSlice.token(subject));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged"})
    void aTokenThatDoesNotHoldOpensNothingNotEvenAPublicDoor(String token) {
        slice.client(token)
                .get()
                .uri("/api/events")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//events", "/api/events;mine=true", "/api/./events", "/api/%2e%2e/events"})
    void anAddressSpelledToSlipPastACheckIsAProblem(String uri) {
        slice.client()
                .get()
                .uri(java.net.URI.create(uri))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void aPublicDoorKnowsWhoComesWithAToken() {
        assertThat(seen(slice.client(), "/api/events")).isEqualTo(Actor.ANONYMOUS);
        assertThat(seen(slice.client(ApiSlice.token("asha")), "/api/events").userId())
                .isEqualTo(new UserId("asha"));
    }

    @Test
    void anActorIsWhatTheTokenAndThePlatformKnowTogether() {
        slice.grant(
                "asha",
                new AccessView(
                        List.of(PlatformRole.FINANCE),
                        List.of(new Membership(VENUE, StaffRole.OPS)),
                        List.of(new HostId("host")),
                        new PromoterId("promoter"),
                        List.of()));
        Actor actor = seen(slice.client(ApiSlice.token("asha", "asha@example.com", "ADMIN")), "/mirror");
        assertThat(actor.platformRoles()).containsExactlyInAnyOrder(PlatformRole.ADMIN, PlatformRole.FINANCE);
        assertThat(actor.venues()).containsOnlyKeys(VENUE);
        assertThat(actor.hosts()).containsExactly(new HostId("host"));
        assertThat(actor.promoterId()).isEqualTo(new PromoterId("promoter"));
        assertThat(actor.emailFingerprint()).hasSize(64);
    }

    @Test
    void onlyAVerifiedAddressCounts() {
        Actor actor = seen(slice.client(ApiSlice.token("asha", "unverified.asha@example.com")), "/mirror");
        assertThat(actor.emailFingerprint()).isNull();
    }

    @Test
    void theConfiguredAddressIsTheAdministrator() {
        assertThat(seen(slice.client(ApiSlice.token("boss", "Admin@Example.com")), "/mirror")
                        .platformRoles())
                .isEqualTo(Set.of(PlatformRole.ADMIN));
        assertThat(seen(slice.client(ApiSlice.token("boss2", "unverified.admin@example.com")), "/mirror")
                        .platformRoles())
                .isEmpty();
    }

    @Test
    void metricsAreForAdministrators() {
        slice.client(ApiSlice.token("asha"))
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
        slice.client(ApiSlice.token("boss", ApiSlice.ADMIN_EMAIL))
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void rightsAreAskedForEachRequest() {
        WebTestClient asha = slice.client(ApiSlice.token("asha"));
        assertThat(seen(asha, "/mirror").hosts()).isEmpty();
        slice.grant("asha", new AccessView(List.of(), List.of(), List.of(new HostId("h")), null, List.of()));
        assertThat(seen(asha, "/mirror").hosts()).containsExactly(new HostId("h"));
    }

    @Test
    void anInvitationIsTiedToWhoComesWithItsAddressOnce() {
        invite("asha");
        WebTestClient asha = slice.client(ApiSlice.token("asha", "asha@example.com"));
        Actor actor = seen(asha, "/mirror");
        seen(asha, "/mirror");

        assertThat(slice.sent()).singleElement().satisfies(command -> {
            assertThat(command.getPayload()).isEqualTo(new LinkStaff(VENUE, new StaffId("s1")));
            assertThat(ActorMetadata.read((MetaData) command.getMetaData())).isEqualTo(actor);
        });
    }

    @Test
    void anInvitationThatCannotBeTiedDisturbsNobody() {
        invite("asha");
        slice.answerCommands(
                CompletableFuture.failedFuture(new Refusal(ErrorCode.STAFF_INACTIVE, "This member is inactive.")));
        assertThat(seen(slice.client(ApiSlice.token("asha", "asha@example.com")), "/mirror")
                        .userId())
                .isEqualTo(new UserId("asha"));
    }

    private void invite(String user) {
        Invitation invitation = new Invitation(VENUE, new StaffId("s1"));
        slice.grant(user, new AccessView(List.of(), List.of(), List.of(), null, List.of(invitation)));
    }

    private static Actor seen(WebTestClient client, String uri) {
        String json = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(json).isNotNull();
        return ActorMetadata.read(java.util.Map.of("actor", json));
    }
}
