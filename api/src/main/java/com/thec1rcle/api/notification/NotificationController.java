package com.thec1rcle.api.notification;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.notification.InboxCommand;
import com.thec1rcle.kernel.notification.InboxCommand.MarkAllRead;
import com.thec1rcle.kernel.notification.InboxCommand.MarkRead;
import com.thec1rcle.kernel.notification.InboxId;
import com.thec1rcle.kernel.notification.NotificationId;
import com.thec1rcle.kernel.notification.NotificationList;
import com.thec1rcle.kernel.notification.NotificationQuery.FindNotifications;
import com.thec1rcle.kernel.notification.NotificationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people are told, and what of it they have read. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications")
class NotificationController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final NotificationStream stream;

    NotificationController(CommandClient commands, QueryClient queries, NotificationStream stream) {
        this.commands = commands;
        this.queries = queries;
        this.stream = stream;
    }

    @Schema(example = "{\"all\": true}")
    record ReadRequest(
            @Schema(description = "Which ones were read; or all, not both.") @Nullable @Size(min = 1, max = 200)
            Set<@NotNull NotificationId> notificationIds,

            @Schema(example = "true", description = "Everything up to now was read.") @Nullable
            Boolean all) {}

    @GetMapping
    @Operation(summary = "What I was told, latest first")
    Mono<NotificationList> notifications(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.ask(new FindNotifications(actor, unread, cursor, limit), NotificationList.class);
    }

    @PatchMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark some notifications, or all, as read")
    Mono<Void> read(@Valid @RequestBody ReadRequest body, Actor actor) {
        InboxCommand command = command(body, InboxId.of(actor.userId()));
        if (command == null) {
            return Mono.error(
                    new Refusal(ErrorCode.VALIDATION_FAILED, "Say either which notifications were read, or all."));
        }
        return commands.send(command, actor).then();
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "What I am told, as it happens",
            description = "Server-sent events named notification; Last-Event-ID goes on where a stream broke off.")
    Flux<ServerSentEvent<NotificationView>> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen, Actor actor) {
        return stream.of(actor, lastSeen);
    }

    private static @Nullable InboxCommand command(ReadRequest body, InboxId inbox) {
        boolean all = Boolean.TRUE.equals(body.all());
        if (body.notificationIds() == null) {
            return all ? new MarkAllRead(inbox) : null;
        }
        return all ? null : new MarkRead(inbox, body.notificationIds());
    }
}
