package com.thec1rcle.api.ticket;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderQuery.FindTicket;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows guests the QR codes of their tickets; each carries exactly the ticket's code. */
@RestController
@RequestMapping("/api/tickets/{ticketId}")
@Tag(name = "Tickets")
class TicketController {
    private static final String SVG = "image/svg+xml";

    private final QueryClient queries;

    TicketController(QueryClient queries) {
        this.queries = queries;
    }

    @GetMapping(path = "/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "Show one's own ticket as a QR code (PNG)")
    Mono<ResponseEntity<byte[]>> png(
            @PathVariable TicketId ticketId,
            @RequestParam(defaultValue = "300") @Min(100) @Max(1024) int size,
            Actor actor) {
        return picture(ticketId, actor, MediaType.IMAGE_PNG, code -> QrCode.of(code, size).png());
    }

    @GetMapping(path = "/qr.svg", produces = SVG)
    @Operation(summary = "Show one's own ticket as a QR code (SVG)")
    Mono<ResponseEntity<byte[]>> svg(
            @PathVariable TicketId ticketId,
            @RequestParam(defaultValue = "300") @Min(100) @Max(1024) int size,
            Actor actor) {
        return picture(
                ticketId,
                actor,
                MediaType.parseMediaType(SVG),
                code -> QrCode.of(code, 0).svg(size).getBytes(StandardCharsets.UTF_8));
    }

    /** A code opens a door, so no cache between us and its owner may keep it. */
    private Mono<ResponseEntity<byte[]>> picture(
            TicketId ticketId, Actor actor, MediaType type, Function<String, byte[]> drawing) {
        return queries.get(new FindTicket(ticketId, actor), TicketView.class, "ticket")
                .flatMap(ticket -> Mono.justOrEmpty(ticket.code()))
                .switchIfEmpty(Mono.error(TicketController::dead))
                .publishOn(Schedulers.parallel())
                .map(code -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noStore())
                        .body(drawing.apply(code)));
    }

    private static Refusal dead() {
        return new Refusal(ErrorCode.TICKET_NOT_FOUND, "This ticket opens no door any more.");
    }
}
