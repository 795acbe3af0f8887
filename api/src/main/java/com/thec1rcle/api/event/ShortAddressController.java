package com.thec1rcle.api.event;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.Click;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The short address of an event, which promoters share: counts the click and leads on to the guest site. */
@RestController
@Tag(name = "Events")
class ShortAddressController {
    private static final Logger LOG = LoggerFactory.getLogger(ShortAddressController.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final String VISITOR = "visitor";

    private final CommandClient commands;
    private final GuestSiteSettings settings;

    ShortAddressController(CommandClient commands, GuestSiteSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    @GetMapping("/e/{eventId}")
    @ResponseStatus(HttpStatus.FOUND)
    @Operation(summary = "Lead on to the event's page; with a promoter's code, record the click")
    Mono<ResponseEntity<Void>> lead(
            @PathVariable EventId eventId,
            @Parameter(description = "A promoter's code") @RequestParam(name = "c", required = false) @Nullable
                    String code,
            @Parameter(hidden = true) @CookieValue(name = VISITOR, required = false) @Nullable String known,
            Actor actor) {
        String visitor = known != null && isVisitor(known) ? known : Identifier.random();
        Mono<Void> click = code == null ? Mono.empty() : record(eventId, code, visitor, actor);
        return click.then(Mono.fromSupplier(() -> redirect(eventId, code, visitor)));
    }

    /** A click that cannot be counted never keeps a guest from the event. */
    private Mono<Void> record(EventId eventId, String code, String visitor, Actor actor) {
        return commands.send(new Click(code, visitor), actor)
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    Object reason = failure instanceof Refusal refusal ? refusal.code() : failure.toString();
                    LOG.warn("A click for event {} was not counted: {}.", eventId, reason);
                    return Mono.empty();
                })
                .then();
    }

    private ResponseEntity<Void> redirect(EventId eventId, @Nullable String code, String visitor) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(page(eventId, code))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, cookie(visitor).toString())
                .build();
    }

    private URI page(EventId eventId, @Nullable String code) {
        UriComponentsBuilder page = UriComponentsBuilder.fromUriString(settings.guestSite());
        if (code != null) {
            page.queryParam("c", "{code}");
        }
        return page.encode()
                .buildAndExpand(Map.of("eventId", eventId.value(), "code", code == null ? "" : code))
                .toUri();
    }

    private static ResponseCookie cookie(String visitor) {
        return ResponseCookie.from(VISITOR, visitor)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }

    private static boolean isVisitor(String text) {
        return text.length() <= Identifier.MAX_LENGTH
                && Identifier.FORM.matcher(text).matches();
    }
}
