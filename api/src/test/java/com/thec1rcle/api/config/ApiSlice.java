package com.thec1rcle.api.config;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.thec1rcle.api.idempotency.NewIdsArgumentResolver;
import com.thec1rcle.api.privacy.AddressBook;
import com.thec1rcle.api.privacy.VaultPersonalData;
import com.thec1rcle.api.problem.ProblemHandler;
import com.thec1rcle.api.problem.ProblemWriter;
import com.thec1rcle.api.security.ActorArgumentResolver;
import com.thec1rcle.api.security.ActorResolver;
import com.thec1rcle.api.security.AdminSettings;
import com.thec1rcle.api.security.PublicEndpoints;
import com.thec1rcle.api.security.SecurityConfiguration;
import com.thec1rcle.kernel.account.AccessQuery.FindAccess;
import com.thec1rcle.kernel.account.AccessView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.mockito.Answers;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The web side with security, problems and idempotency as they run, over sides that answer what a test says. */
public final class ApiSlice implements AutoCloseable {
    /** Marks controllers made for a test, so that the whole application does not pick them up. */
    public static final String PROFILE = "slice";

    public static final String ADMIN_EMAIL = "admin@example.com";

    private final VaultFixture vault = VaultFixture.start();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, AccessView> access = new HashMap<>();
    private final List<CommandMessage<?>> sent = new ArrayList<>();
    private final CommandGateway commandGateway;
    private final QueryGateway queryGateway = mock(QueryGateway.class, Answers.RETURNS_DEFAULTS);

    private ApiSlice(CommandGateway commandGateway) {
        this.commandGateway = commandGateway;
    }

    @EnableWebFlux
    static class Web {}

    /** Starts the slice with these controllers and other components. */
    public static ApiSlice of(Class<?>... components) {
        ApiSlice slice = new ApiSlice(mock());
        slice.answerCommands(CompletableFuture.completedFuture(null));
        slice.start(components);
        return slice;
    }

    /** Starts the slice over command handlers that answer for themselves. */
    public static ApiSlice over(CommandGateway handlers, Class<?>... components) {
        ApiSlice slice = new ApiSlice(handlers);
        slice.start(components);
        return slice;
    }

    private void start(Class<?>... components) {
        when(queryGateway.query(any(), any(ResponseType.class))).thenAnswer(call -> {
            Object answer = call.getArgument(0) instanceof FindAccess question
                    ? access.getOrDefault(question.userId().value(), AccessView.NONE)
                    : null;
            return CompletableFuture.completedFuture(Optional.ofNullable(answer));
        });
        context.getEnvironment().setActiveProfiles("embedded", PROFILE);
        context.registerBean(CommandGateway.class, () -> commandGateway);
        context.registerBean(QueryGateway.class, () -> queryGateway);
        context.registerBean("vault", MongoTemplate.class, vault::mongo);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(AdminSettings.class, () -> new AdminSettings(ADMIN_EMAIL, null));
        context.registerBean(VaultPersonalData.class, () -> new VaultPersonalData(vault.mongo(), new byte[32]));
        if (List.of(components).stream().noneMatch(type -> type.getSimpleName().equals("SigningKey"))) {
            context.registerBean(ReactiveJwtDecoder.class, () -> ApiSlice::decode);
        }
        context.register(
                Web.class,
                HttpConfiguration.class,
                RequestContextFilter.class,
                ProblemWriter.class,
                ProblemHandler.class,
                SecurityConfiguration.class,
                PublicEndpoints.class,
                AddressBook.class,
                ActorResolver.class,
                ActorArgumentResolver.class,
                NewIdsArgumentResolver.class,
                CommandClient.class,
                QueryClient.class,
                ViewFreshness.class);
        if (components.length > 0) {
            context.register(components);
        }
        context.refresh();
    }

    /** A token that says: this user, optionally with a verified address and a platform role. */
    public static String token(String user, String... emailThenRole) {
        String claims = user + "~" + String.join("~", emailThenRole);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static Mono<Jwt> decode(String token) {
        if (token.equals("forged")) {
            return Mono.error(new BadJwtException("Bad signature."));
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("~");
        Jwt.Builder jwt = Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(parts[0])
                .expiresAt(Instant.MAX);
        if (parts.length > 1 && !parts[1].isEmpty()) {
            jwt.claim("email", parts[1]).claim("email_verified", !parts[1].startsWith("unverified."));
        }
        if (parts.length > 2) {
            jwt.claim("roles", List.of(parts[2], "OF_ANOTHER_SYSTEM"));
        }
        return Mono.just(jwt.build());
    }

    public WebTestClient client() {
        return WebTestClient.bindToApplicationContext(context).build();
    }

    public WebTestClient client(String token) {
        return client().mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    public void grant(String user, AccessView view) {
        access.put(user, view);
    }

    public void answerCommands(CompletableFuture<Object> answer) {
        // Not when(...): asking the gateway again for its next answer would itself be noted as sent.
        doAnswer(call -> {
                    sent.add(call.getArgument(0));
                    return answer;
                })
                .when(commandGateway)
                .send(any());
    }

    /** The commands sent so far, with their metadata. */
    public List<CommandMessage<?>> sent() {
        return List.copyOf(sent);
    }

    public VaultFixture vault() {
        return vault;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        vault.close();
    }
}
