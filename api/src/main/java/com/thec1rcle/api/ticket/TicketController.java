package com.thec1rcle.api.ticket;

import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderQuery.FindPass;
import com.thec1rcle.kernel.order.OrderQuery.FindTicket;
import com.thec1rcle.kernel.order.TicketView;
import com.thec1rcle.kernel.order.WalletTicket;
import com.thec1rcle.kernel.order.WalletTicket.Night;
import com.thec1rcle.kernel.ticketing.TicketId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gives guests their tickets as files: the code as a picture, a page to print, an entry for their calendar. */
@RestController
@RequestMapping("/api/tickets/{ticketId}")
@Tag(name = "Tickets")
class TicketController {
    private static final String SVG = "image/svg+xml";
    private static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final QueryClient queries;
    private final Clock clock;

    TicketController(QueryClient queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping(path = "/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "Show one's own ticket as a QR code (PNG)")
    Mono<ResponseEntity<byte[]>> png(
            @PathVariable TicketId ticketId,
            @RequestParam(defaultValue = "300") @Min(100) @Max(1024) int size,
            Actor actor) {
        return picture(
                ticketId,
                actor,
                MediaType.IMAGE_PNG,
                code -> QrCode.of(code, size).png());
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

    @GetMapping(path = "/ticket.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "One's own ticket as a page to print (PDF)",
            description = "A ticket whose code changes has no code on paper: the page says where to find it.")
    Mono<ResponseEntity<byte[]>> pdf(@PathVariable TicketId ticketId, Actor actor) {
        return file(
                ticketId,
                actor,
                MediaType.APPLICATION_PDF,
                night -> ContentDisposition.inline().filename(night.title() + ".pdf", StandardCharsets.UTF_8),
                (ticket, night) -> TicketPdf.of(ticket, night, ticket.changes() ? null : ticket.code()));
    }

    @GetMapping(path = "/event.ics", produces = CALENDAR)
    @Operation(summary = "The night of one's own ticket as a calendar entry (RFC 5545)")
    Mono<ResponseEntity<byte[]>> calendar(@PathVariable TicketId ticketId, Actor actor) {
        return file(
                ticketId,
                actor,
                MediaType.parseMediaType(CALENDAR),
                night -> ContentDisposition.attachment().filename(night.title() + ".ics", StandardCharsets.UTF_8),
                (ticket, night) ->
                        CalendarFile.of(ticket, night, clock.instant()).getBytes(StandardCharsets.UTF_8));
    }

    /** A ticket that opens nothing is not given out in any form. */
    private Mono<ResponseEntity<byte[]>> file(
            TicketId ticketId,
            Actor actor,
            MediaType type,
            Function<Night, ContentDisposition.Builder> disposition,
            BiFunction<WalletTicket, Night, byte[]> content) {
        return queries.get(new FindPass(ticketId, actor), WalletTicket.class, "ticket")
                .filter(ticket -> ticket.code() != null)
                .switchIfEmpty(Mono.error(TicketController::dead))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(ticket -> Mono.justOrEmpty(ticket.night())
                        .switchIfEmpty(Mono.error(TicketController::rebuilding))
                        .map(night -> ResponseEntity.ok()
                                .contentType(type)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        disposition.apply(night).build().toString())
                                .cacheControl(CacheControl.noStore())
                                .body(content.apply(ticket, night))));
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

    private static Refusal rebuilding() {
        return new Refusal(ErrorCode.TOO_BUSY, "The views do not know this ticket's night yet; try again shortly.");
    }

    private static Refusal dead() {
        return new Refusal(ErrorCode.TICKET_NOT_FOUND, "This ticket opens no door any more.");
    }
}
