package com.thec1rcle.api.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to this very server over HTTP, as any partner's app would. */
final class DemoClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebClient http;

    DemoClient(int port) {
        http = WebClient.create("http://127.0.0.1:" + port);
    }

    /** Sends a command that must succeed, and waits until the views show it. */
    JsonNode send(HttpMethod method, String path, @Nullable String token, Map<String, ?> body) {
        String answer = http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Prefer", "wait=5")
                .headers(headers -> authorize(headers, token))
                .bodyValue(JSON.writeValueAsString(body))
                .retrieve()
                .bodyToMono(String.class)
                .blockOptional(LIMIT)
                .orElse("{}");
        return JSON.readTree(answer);
    }

    JsonNode post(String path, @Nullable String token, Map<String, ?> body) {
        return send(HttpMethod.POST, path, token, body);
    }

    void put(String path, String token, Map<String, ?> body) {
        send(HttpMethod.PUT, path, token, body);
    }

    JsonNode get(String path, String token) {
        return JSON.readTree(Objects.requireNonNull(http.get()
                .uri(path)
                .headers(headers -> authorize(headers, token))
                .retrieve()
                .bodyToMono(String.class)
                .block(LIMIT)));
    }

    private static void authorize(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.setBearerAuth(token);
        }
    }
}
