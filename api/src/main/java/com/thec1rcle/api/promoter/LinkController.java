package com.thec1rcle.api.promoter;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.promoter.LinkCommand.DeactivateLink;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkList;
import com.thec1rcle.kernel.promoter.LinkTarget;
import com.thec1rcle.kernel.promoter.LinkView;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.Click;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.CreateLink;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindLink;
import com.thec1rcle.kernel.promoter.PromoterQuery.FindLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Promoters' links: made, counted, taken back; and clicked by anybody. */
@RestController
@RequestMapping("/api/promoter/links")
@Tag(name = "Promoters")
class LinkController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final PersonalData personalData;

    LinkController(CommandClient commands, QueryClient queries, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.personalData = personalData;
    }

    record LinkRequest(@NotNull EventId eventId, @Nullable Instant expiresAt) {}

    record LinkCreated(LinkId linkId, String code, URI url) {}

    record ClickRequest(
            @Schema(example = "K7QX2M") @NotBlank @Size(max = 20)
            String code,

            @Schema(description = "What the site knows a returning visitor by; it is kept as a hash only")
            @Nullable
            @Size(min = 1, max = 200)
            String visitorId) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Get the caller's link for an event; the same link if there is one")
    Mono<ResponseEntity<LinkCreated>> create(
            @Valid @RequestBody LinkRequest body, Actor actor, ServerHttpRequest request) {
        PromoterId promoter = PromoterId.of(actor.userId());
        return commands.<LinkTarget>send(new CreateLink(promoter, body.eventId(), body.expiresAt()), actor)
                .map(link -> ResponseEntity.created(URI.create("/api/promoter/links/" + link.linkId()))
                        .body(new LinkCreated(link.linkId(), link.code(), url(request, link))));
    }

    @GetMapping
    @Operation(summary = "The caller's links and what they brought; finance may name a promoter")
    Mono<LinkList> list(
            @RequestParam(required = false) @Nullable PromoterId promoterId,
            @RequestParam(required = false) @Nullable EventId eventId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindLinks(actor, promoterId, eventId, cursor, limit), LinkList.class, "list");
    }

    @GetMapping("/{linkId}")
    @Operation(summary = "One link and what it brought")
    Mono<LinkView> one(@PathVariable LinkId linkId, Actor actor) {
        return queries.get(new FindLink(actor, linkId), LinkView.class, "link");
    }

    @DeleteMapping("/{linkId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a link out of force; what it earned stays earned")
    Mono<Void> deactivate(@PathVariable LinkId linkId, Actor actor) {
        return commands.send(new DeactivateLink(linkId), actor).then();
    }

    @PostMapping("/click")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Count a click (public)")
    Mono<Void> click(@Valid @RequestBody ClickRequest body, Actor actor, ServerHttpRequest request) {
        return visitor(body, request)
                .flatMap(visitor ->
                        commands.send(new Click(body.code(), visitor), actor).then());
    }

    /** Who does not say who they are is known by a keyed hash of address and browser. */
    private Mono<String> visitor(ClickRequest body, ServerHttpRequest request) {
        if (body.visitorId() != null) {
            return Mono.just(body.visitorId());
        }
        @Nullable InetSocketAddress address = request.getRemoteAddress();
        @Nullable String browser = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        String trace = (address == null ? "" : address.getHostString()) + " " + browser;
        return Mono.fromCallable(() -> personalData.fingerprint(trace)).subscribeOn(Schedulers.boundedElastic());
    }

    private static URI url(ServerHttpRequest request, LinkTarget link) {
        return request.getURI().resolve("/e/" + link.eventId() + "?c=" + link.code());
    }
}
