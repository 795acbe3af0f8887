package com.thec1rcle.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends ApplicationIT {
    @Test
    void everyOperationSaysWhatItDoesHowItFailsAndWhoMayAsk() {
        JsonNode api = night.get("/v3/api-docs", null).is(200).json();
        assertThat(api.path("info").path("title").asString()).isEqualTo("THE C1RCLE");
        List<String> silent = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode described = operation.getValue();
                    boolean complete = !described.path("summary").asString("").isEmpty()
                            && described.path("responses").has("default")
                            && described.path("security").isArray();
                    if (!complete) {
                        silent.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    @Test
    void theHousesOwnParametersAreNobodysBusiness() {
        JsonNode api = night.get("/v3/api-docs", null).is(200).json();
        JsonNode schemas = api.path("components").path("schemas");
        assertThat(schemas.propertyNames()).contains("Problem").doesNotContain("Actor", "NewIds", "VenueId", "UserId");
        JsonNode grant =
                api.path("paths").path("/api/admin/users/{userId}/roles").path("put");
        JsonNode user = grant.path("parameters").get(0);
        assertThat(user.path("name").asString()).isEqualTo("userId");
        assertThat(user.path("schema").path("type").asString()).isEqualTo("string");
    }

    @Test
    void whatIsPublicIsSaidToBeSo() {
        JsonNode paths = night.get("/v3/api-docs", null).is(200).json().path("paths");
        assertThat(paths.path("/api/auth/token").path("post").path("security").toString())
                .isEqualTo("[{},{\"bearer\":[]}]");
        assertThat(paths.path("/api/me").path("get").path("security").toString())
                .isEqualTo("[{\"bearer\":[]}]");
    }

    @Test
    void thePageForPeopleIsThere() {
        assertThat(night.get("/docs", null).status()).isIn(200, 302);
        night.get("/webjars/swagger-ui/index.html", null).is(200);
        night.get("/v3/api-docs/swagger-config", null).is(200);
    }
}
