package com.thec1rcle.api.security;

import com.thec1rcle.api.problem.ProblemWriter;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.error.CannotStart;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import reactor.core.publisher.Mono;

/** Bearer tokens, no sessions, and every door closed unless it is listed as public. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class SecurityConfiguration {
    private static final String EMBEDDED_ADMIN = "admin@c1rcle.local";

    @Bean
    Administrator administrator(AdminSettings settings, Environment environment) {
        boolean unnamed = settings.email() == null || settings.email().isBlank();
        if (unnamed) {
            return new Administrator(environment.acceptsProfiles(Profiles.of("embedded")) ? EMBEDDED_ADMIN : null);
        }
        return new Administrator(settings.email());
    }

    @Bean
    SecurityWebFilterChain apiSecurity(
            ServerHttpSecurity http,
            PublicEndpoints publicEndpoints,
            ActorResolver actors,
            ProblemWriter problems,
            ObjectProvider<ReactiveJwtDecoder> decoders,
            ObjectProvider<EarlyAnswer> early,
            Clock clock) {
        ReactiveJwtDecoder decoder = decoders.getIfAvailable(() -> {
            throw new CannotStart("Nobody can check access tokens: set "
                    + "spring.security.oauth2.resourceserver.jwt.issuer-uri (or jwk-set-uri) to your OIDC issuer.");
        });
        ServerWebExchangeMatcher open =
                exchange -> publicEndpoints.allow(exchange) ? MatchResult.match() : MatchResult.notMatch();
        early.forEach(page -> http.addFilterAfter(page::answer, SecurityWebFiltersOrder.HTTP_HEADERS_WRITER));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(doors -> doors.matchers(open)
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .access(administrators(actors))
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::write).accessDeniedHandler(problems::write))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems::write)
                        .accessDeniedHandler(problems::write)
                        .jwt(jwt -> jwt.jwtDecoder(new RememberedTokens(decoder, clock))
                                .jwtAuthenticationConverter(this::callerOf)))
                .build();
    }

    /** Requests are observed as a whole; each filter on its own would cost more than it says. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Addresses spelled to slip past a check are refused before anything looks at them. */
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses(ProblemWriter problems) {
        return problems::write;
    }

    private Mono<CallerAuthentication> callerOf(Jwt token) {
        return Mono.fromCallable(() -> new CallerAuthentication(token))
                .onErrorMap(
                        IllegalArgumentException.class,
                        subject -> new InvalidBearerTokenException("This token's subject is no user here.", subject));
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> administrators(ActorResolver actors) {
        return (authentication, context) -> authentication
                .flatMap(actors::of)
                .<AuthorizationResult>map(actor -> new AuthorizationDecision(actor.has(PlatformRole.ADMIN)))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }
}
