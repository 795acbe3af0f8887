package com.thec1rcle.api.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for all schemas: what is always there is required, kinds are told apart, examples are sensible. */
final class SchemaConventions {
    private static final String SCHEMA = "#/components/schemas/";
    private static final Map<String, Object> EXAMPLES =
            Map.of("date-time", "2026-12-04T15:30:00Z", "date", "2026-12-04", "email", "asha@example.com");

    private final Map<String, Schema<?>> schemas = new LinkedHashMap<>();
    private final Map<String, Class<?>> types;

    private SchemaConventions(OpenAPI api, Map<String, Class<?>> types) {
        api.getComponents().getSchemas().forEach(schemas::put);
        this.types = types;
    }

    static void apply(OpenAPI api, Map<String, Class<?>> types) {
        new SchemaConventions(api, types).apply(api);
    }

    private void apply(OpenAPI api) {
        schemas.forEach((name, schema) -> {
            Class<?> type = types.get(name);
            if (type != null) {
                require(schema, type);
                distinguish(schema, type);
            }
            properties(schema).forEach((property, described) -> exemplify(property, described));
        });
        Map<Set<String>, String> kinds = kinds();
        schemas.values().forEach(schema -> properties(schema).values().forEach(property -> unite(property, kinds)));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Optional.ofNullable(operation.getRequestBody()).stream())
                .flatMap(body -> body.getContent().values().stream())
                .map(MediaType::getSchema)
                .forEach(body -> unite(body, kinds));
    }

    /** A component of a record is there unless it may be null, which is left out on the wire. */
    private static void require(Schema<?> schema, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            return;
        }
        Set<String> known = properties(schema).keySet();
        List<String> required =
                new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        for (RecordComponent component : components) {
            String name = name(component);
            boolean always = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (always && known.contains(name) && !required.contains(name)) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.setRequired(required.stream().sorted().toList());
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private void distinguish(Schema<?> schema, Class<?> type) {
        JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
        Discriminator discriminator = schema.getDiscriminator();
        if (kinds == null || discriminator == null) {
            return;
        }
        for (JsonSubTypes.Type kind : kinds.value()) {
            discriminator.mapping(kind.name(), SCHEMA + nameOf(kind.value()));
        }
    }

    private String nameOf(Class<?> type) {
        io.swagger.v3.oas.annotations.media.Schema given =
                type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (given != null && !given.name().isEmpty()) {
            return given.name();
        }
        return types.entrySet().stream()
                .filter(named -> named.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(type::getSimpleName);
    }

    /** What every set of alternatives is called together. */
    private Map<Set<String>, String> kinds() {
        Map<Set<String>, String> kinds = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> {
            Discriminator discriminator = schema.getDiscriminator();
            if (discriminator != null && discriminator.getMapping() != null) {
                kinds.put(new HashSet<>(discriminator.getMapping().values()), SCHEMA + name);
            }
        });
        return kinds;
    }

    /** Alternatives that have a common name are called by it, so that a generated client has a common type for them. */
    private static void unite(@Nullable Schema<?> schema, Map<Set<String>, String> kinds) {
        if (schema == null) {
            return;
        }
        if (schema.getOneOf() != null) {
            Set<String> alternatives = new HashSet<>();
            schema.getOneOf().forEach(alternative -> alternatives.add(alternative.get$ref()));
            String together = kinds.get(alternatives);
            if (together != null) {
                schema.setOneOf(null);
                schema.set$ref(together);
            }
        }
        unite(schema.getItems(), kinds);
    }

    private static void exemplify(String name, Schema<?> property) {
        Object example = property.getFormat() == null ? null : EXAMPLES.get(property.getFormat());
        if (property.getExample() == null && example != null) {
            property.setExample(name.equals("until") ? "2026-12-04T22:30:00Z" : example);
        }
    }

    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        Map<String, Schema<?>> properties = new LinkedHashMap<>();
        Stream<Schema<?>> parts = schema.getAllOf() == null
                ? Stream.of(schema)
                : Stream.concat(Stream.of(schema), schema.getAllOf().stream().map(part -> (Schema<?>) part));
        parts.filter(part -> part.getProperties() != null)
                .forEach(part -> part.getProperties().forEach(properties::put));
        return properties;
    }
}
