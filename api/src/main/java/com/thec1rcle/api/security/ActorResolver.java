package com.thec1rcle.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.privacy.AddressBook;
import com.thec1rcle.kernel.account.AccessQuery.FindAccess;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Invitation;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.staff.StaffCommand.LinkStaff;
import java.security.Principal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says who acts, with what rights, and ties people to the invitations that waited for them. */
@Component
public class ActorResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ActorResolver.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MAX_KEPT = 20_000;

    private final QueryClient queries;
    private final CommandClient commands;
    private final PersonalData personalData;
    private final AddressBook addresses;
    private final Administrator administrator;
    private final Cache<String, String> fingerprints =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();
    private final Cache<Link, Boolean> linked =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).expireAfterWrite(KEPT).build();

    private record Link(UserId userId, Invitation invitation) {}

    public ActorResolver(
            QueryClient queries,
            CommandClient commands,
            PersonalData personalData,
            AddressBook addresses,
            Administrator administrator) {
        this.queries = queries;
        this.commands = commands;
        this.personalData = personalData;
        this.addresses = addresses;
        this.administrator = administrator;
    }

    /** The actor of an exchange; anonymous if the request carried no token. */
    public Mono<Actor> of(ServerWebExchange exchange) {
        return exchange.getPrincipal().flatMap(this::of).defaultIfEmpty(Actor.ANONYMOUS);
    }

    /** The actor a principal stands for. */
    public Mono<Actor> of(Principal principal) {
        return principal instanceof CallerAuthentication known ? of(known.caller()) : Mono.just(Actor.ANONYMOUS);
    }

    /** The actor a caller is: what the token says and what the platform knows, together. */
    public Mono<Actor> of(Caller caller) {
        return fingerprintOf(caller)
                .flatMap(fingerprint -> actor(caller, fingerprint))
                .switchIfEmpty(Mono.defer(() -> actor(caller, null)));
    }

    private Mono<Actor> actor(Caller caller, @Nullable String fingerprint) {
        // Asked for each request: a right given or taken must not be remembered otherwise by anybody.
        return queries.ask(new FindAccess(caller.userId(), fingerprint), AccessView.class)
                .defaultIfEmpty(AccessView.NONE)
                .flatMap(known -> {
                    Actor actor = actor(caller, fingerprint, known);
                    return linkInvitations(known, actor).thenReturn(actor);
                });
    }

    private Actor actor(Caller caller, @Nullable String fingerprint, AccessView known) {
        return new Actor(
                caller.userId(),
                fingerprint,
                rolesOf(caller, known),
                known.venues().stream().collect(Collectors.toMap(Membership::venueId, Membership::role)),
                Set.copyOf(known.hosts()),
                known.promoterId());
    }

    private Set<PlatformRole> rolesOf(Caller caller, AccessView known) {
        Set<PlatformRole> roles = EnumSet.noneOf(PlatformRole.class);
        roles.addAll(caller.roles());
        roles.addAll(known.platformRoles());
        if (administrator.is(caller.verifiedEmail())) {
            roles.add(PlatformRole.ADMIN);
        }
        return roles;
    }

    /** Making a fingerprint may read its secret from the vault, so the first time is off the event loop. */
    private Mono<String> fingerprintOf(Caller caller) {
        String email = caller.verifiedEmail();
        if (email == null) {
            return Mono.empty();
        }
        String known = fingerprints.getIfPresent(email);
        return known != null
                ? Mono.just(known)
                : Mono.fromCallable(() -> introduced(caller, email))
                        .subscribeOn(Schedulers.boundedElastic())
                        .doOnNext(made -> fingerprints.put(email, made));
    }

    /** Whoever signs in can be found by their address from then on. */
    private String introduced(Caller caller, String email) {
        addresses.remember(caller.userId(), email, caller.name());
        return personalData.fingerprint(email);
    }

    private Mono<Void> linkInvitations(AccessView known, Actor actor) {
        if (known.invitations().isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(known.invitations())
                .map(invitation -> new Link(actor.userId(), invitation))
                .filter(link -> linked.asMap().putIfAbsent(link, true) == null)
                .concatMap(link -> link(link, actor))
                .then();
    }

    private Mono<Void> link(Link link, Actor actor) {
        Invitation invitation = link.invitation();
        return commands.send(new LinkStaff(invitation.venueId(), invitation.staffId()), actor)
                .then()
                .onErrorResume(Refusal.class, refusal -> {
                    // Whoever asks for something else must not suffer from an invitation that cannot be tied.
                    LOG.info("Invitation {} was not tied to its person: {}.", invitation.staffId(), refusal.code());
                    if (refusal.code() == ErrorCode.OUTCOME_UNKNOWN) {
                        linked.invalidate(link);
                    }
                    return Mono.empty();
                });
    }
}
