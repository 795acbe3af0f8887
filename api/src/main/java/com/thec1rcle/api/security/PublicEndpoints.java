package com.thec1rcle.api.security;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The doors that are open to everybody; every other door needs a token. */
@Component
public class PublicEndpoints {
    private static final List<Door> DOORS = List.of(
            read("/api/venues"),
            read("/api/venues/{venueId}"),
            read("/api/hosts"),
            read("/api/hosts/{hostId}"),
            read("/api/events"),
            read("/api/events/{eventId}"),
            read("/e/{eventId}"),
            read("/api/payments"),
            read("/api/tickets/keys"),
            read("/api/profile"),
            post("/api/orders/quote"),
            post("/api/payments/webhook"),
            post("/api/promoter/links/click"),
            post("/api/auth/register"),
            post("/api/auth/token"),
            read("/actuator/health/**"),
            read("/v3/api-docs/**"),
            read("/v3/api-docs.yaml"),
            read("/docs/**"),
            read("/swagger-ui/**"),
            read("/webjars/**"));

    /** The caller's own events are asked for at a public address, but only by somebody. */
    private static final PathPattern LISTING = pattern("/api/events");

    private record Door(HttpMethod method, PathPattern path) {
        boolean leadsTo(HttpMethod asked, PathContainer address) {
            return method.equals(asked) && path.matches(address);
        }
    }

    /** Whether a request may come in without a token. */
    public boolean allow(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        PathContainer address = exchange.getRequest().getPath().pathWithinApplication();
        return include(method, address) && !asksForOwn(exchange, address);
    }

    /** Whether the door at this address is open to everybody. */
    public boolean include(HttpMethod asked, PathContainer address) {
        HttpMethod method = HttpMethod.HEAD.equals(asked) ? HttpMethod.GET : asked;
        return DOORS.stream().anyMatch(door -> door.leadsTo(method, address));
    }

    private static boolean asksForOwn(ServerWebExchange exchange, PathContainer address) {
        return LISTING.matches(address)
                && Boolean.parseBoolean(exchange.getRequest().getQueryParams().getFirst("mine"));
    }

    private static Door read(String path) {
        return new Door(HttpMethod.GET, pattern(path));
    }

    private static Door post(String path) {
        return new Door(HttpMethod.POST, pattern(path));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
