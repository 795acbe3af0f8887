package com.thec1rcle.api.benchmark;

import com.thec1rcle.api.night.Person;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Many guests over a fixed number of connections, at as little cost to the machine as can be. */
final class Guests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final List<Person> people;

    Guests(String url, int connections, List<Person> people) {
        this.http = HttpClient.create(ConnectionProvider.create("guests", connections))
                .baseUrl(url);
        this.people = List.copyOf(people);
    }

    Person number(long number) {
        return people.get((int) (number % people.size()));
    }

    /** The answer if it has this status; an error otherwise. */
    Mono<JsonNode> ask(HttpMethod method, String path, @Nullable Person as, @Nullable Object body, int expected) {
        return request(method, path, as, body)
                .responseSingle((response, content) -> content.asString(StandardCharsets.UTF_8)
                        .defaultIfEmpty("")
                        .flatMap(text -> response.status().code() == expected
                                ? Mono.just(read(text))
                                : Mono.error(new IllegalStateException(
                                        method + " " + path + " answered " + response.status() + " " + text))));
    }

    /** Whether the whole answer came, with status 200; nobody reads it. */
    Mono<Boolean> look(String path) {
        return request(HttpMethod.GET, path, null, null)
                .response((response, content) ->
                        content.then(Mono.just(response.status().code() == 200)))
                .single();
    }

    private HttpClient.ResponseReceiver<?> request(
            HttpMethod method, String path, @Nullable Person as, @Nullable Object body) {
        return http.headers(headers -> {
                    headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
                    if (as != null) {
                        headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + as.token());
                    }
                })
                .request(method)
                .uri(path)
                .send(body == null ? Mono.empty() : ByteBufMono.fromString(Mono.just(JSON.writeValueAsString(body))));
    }

    private static JsonNode read(String text) {
        return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
    }
}
