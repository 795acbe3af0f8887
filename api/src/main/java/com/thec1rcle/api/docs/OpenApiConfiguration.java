package com.thec1rcle.api.docs;

import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.api.security.PublicEndpoints;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/** Describes the API so that a client can be generated from it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String COMPONENT = "#/components/";

    /** Marks, between two customizers, an operation that does not look at who asks. */
    private static final String ASKS_NOBODY = "x-asks-nobody";

    private static final Map<String, String> PARAMETERS = Map.of(
            "cursor",
            "Where to go on: nextCursor of the page before",
            "limit",
            "Items on a page, at most",
            "venueId",
            "Of this venue",
            "hostId",
            "Of this host",
            "eventId",
            "Of this event",
            "orderId",
            "Of this order",
            "promoterId",
            "Of this promoter",
            "status",
            "In this state only",
            "size",
            "Width and height in pixels");

    static {
        SpringDocUtils conventions = SpringDocUtils.getConfig();
        ModelResolver.enumsAsRef = true;
        conventions.addRequestWrapperToIgnore(Actor.class, NewIds.class);
        identifiers().forEach(type -> conventions.replaceWithSchema(type, identifier()));
    }

    private final SchemaNames names = new SchemaNames();

    /** Resolves types last, once every other converter had its say. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelConverter schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(mappers.isOpenapi31());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("THE C1RCLE")
                        .version("1")
                        .description("""
                                The operating system for nightlife partnerships: venues control venues, hosts build \
                                experiences, promoters drive sales, guests attend.

                                Instants are ISO-8601 in UTC, money is in minor units, lists are paged by cursor, \
                                and what fails answers a problem (RFC 9457) with a stable `code`. What has no value \
                                is left out of an answer. `X-Request-Id` is taken or made, and answered.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .tags(tags())
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(PROBLEM, problem())
                        .addResponses(PROBLEM, problemResponse()));
    }

    @Bean
    OperationCustomizer operations() {
        return (operation, handler) -> {
            io.swagger.v3.oas.annotations.Operation given =
                    handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
            if (given == null || given.operationId().isEmpty()) {
                operation.setOperationId(operationId(handler));
            }
            if (Arrays.stream(handler.getMethodParameters())
                    .noneMatch(parameter -> parameter.getParameterType().equals(Actor.class))) {
                operation.addExtension(ASKS_NOBODY, true);
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer conventions(PublicEndpoints publicEndpoints) {
        return api -> {
            operationPaths().forEach(api.getPaths()::addPathItem);
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> complete(path, method, operation, publicEndpoints)));
            api.getPaths().values().stream()
                    .flatMap(item -> item.readOperations().stream())
                    .flatMap(operation -> operation.getResponses().values().stream())
                    .filter(response -> response.getContent() != null)
                    .forEach(response -> response.getContent().forEach((type, body) -> shape(type, body, api)));
            SchemaConventions.apply(api, names.named());
            describe(
                    api,
                    "Money",
                    "An amount in minor units of an ISO 4217 currency",
                    Map.of("amount", 49_900, "currency", "INR"));
            describe(
                    api,
                    "Rate",
                    "Either a share in basis points, or an amount in minor units for each ticket",
                    Map.of("basisPoints", 1_000));
        };
    }

    private static void describe(OpenAPI api, String name, String description, Object example) {
        Schema<?> schema = api.getComponents().getSchemas().get(name);
        if (schema != null) {
            schema.setDescription(description);
            schema.setExample(example);
        }
    }

    /** Two methods of different controllers may have one name, so an operation is called after both. */
    private static String operationId(HandlerMethod handler) {
        String method = handler.getMethod().getName();
        String subject = SchemaNames.subject(handler.getBeanType());
        return method.toLowerCase(Locale.ROOT).endsWith(subject.toLowerCase(Locale.ROOT)) ? method : method + subject;
    }

    private static void complete(
            String path, PathItem.HttpMethod method, Operation operation, PublicEndpoints publicEndpoints) {
        operation
                .getResponses()
                .addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(COMPONENT + "responses/" + PROBLEM));
        ApiResponse created = operation.getResponses().get("201");
        if (created != null) {
            created.addHeaderObject(
                    "Location",
                    new Header()
                            .description("Where to find what was made")
                            .schema(new StringSchema().format("uri-reference")));
        }
        secure(path, method, operation, publicEndpoints);
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    new StringSchema().minLength(1).maxLength(200),
                    "Printable characters. The same key and body are answered as before and done once."));
        }
        if (method != PathItem.HttpMethod.GET) {
            operation.addParametersItem(header(
                    "Prefer",
                    new StringSchema().example("wait=2"),
                    "wait=N: answer once the views show the change, N seconds (0 to 5) at most."));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(PARAMETERS.get(parameter.getName())));
        }
    }

    private static void secure(
            String path, PathItem.HttpMethod method, Operation operation, PublicEndpoints publicEndpoints) {
        SecurityRequirement token = new SecurityRequirement().addList(BEARER);
        boolean open = publicEndpoints.include(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path));
        Map<String, Object> marks = Objects.requireNonNullElse(operation.getExtensions(), Map.of());
        if (!open) {
            operation.setSecurity(List.of(token));
        } else if (marks.containsKey(ASKS_NOBODY)) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(new SecurityRequirement(), token));
        }
        operation.setExtensions(null);
    }

    /** Pictures are bytes, tables are text, and a stream is of what its events carry. */
    private static void shape(String type, io.swagger.v3.oas.models.media.MediaType body, OpenAPI api) {
        if (type.startsWith("image/")) {
            body.setSchema(new StringSchema().format("binary"));
        } else if (type.equals("text/csv")) {
            body.setSchema(new StringSchema());
        } else if (type.equals(MediaType.TEXT_EVENT_STREAM_VALUE)
                && body.getSchema().getItems() != null) {
            String event = body.getSchema().getItems().get$ref().replace(COMPONENT + "schemas/", "");
            api.getComponents().getSchemas().remove(event);
            body.setSchema(new Schema<>().$ref(COMPONENT + "schemas/" + event.replace("ServerSentEvent", "")));
        }
    }

    /** What the platform answers itself, which no controller describes. */
    private static Map<String, PathItem> operationPaths() {
        Schema<?> health = new ObjectSchema()
                .addProperty("status", new StringSchema().example("UP"))
                .required(List.of("status"))
                .additionalProperties(true);
        return Map.of(
                "/actuator/health", operation("health", "Is it up", MediaType.APPLICATION_JSON_VALUE, health),
                "/actuator/prometheus",
                        operation(
                                "prometheus",
                                "Metrics, as Prometheus reads them",
                                MediaType.TEXT_PLAIN_VALUE,
                                new StringSchema()));
    }

    private static PathItem operation(String id, String summary, String type, Schema<?> schema) {
        ApiResponse answer = new ApiResponse()
                .description("OK")
                .content(new Content()
                        .addMediaType(type, new io.swagger.v3.oas.models.media.MediaType().schema(schema)));
        Operation operation = new Operation()
                .operationId(id)
                .summary(summary)
                .addTagsItem("Operation")
                .responses(new ApiResponses().addApiResponse("200", answer));
        operation.addExtension(ASKS_NOBODY, true);
        return new PathItem().get(operation);
    }

    private static List<Tag> tags() {
        return List.of(
                tag("Accounts", "Registering, signing in, who one is"),
                tag("Venues", "Houses, and what they are"),
                tag("Hosts", "Who builds the nights"),
                tag("Partnerships", "Hosts and venues that work together"),
                tag("Calendar", "What a venue's nights are taken by"),
                tag("Slots", "Asking a venue for a period"),
                tag("Venue registers", "What a venue writes down about its nights"),
                tag("Staff", "Who works at a venue, and as what"),
                tag("Events", "Nights, from draft to end"),
                tag("Tiers", "The kinds of ticket of an event"),
                tag("Orders", "What tickets cost, and buying them"),
                tag("Tickets", "The codes that open the door"),
                tag("Payments", "Paying, in the shapes of Razorpay Checkout"),
                tag("Refunds", "Giving tickets back, and saying yes to it"),
                tag("Promoters", "Accounts, links and commissions of those who sell"),
                tag("Payouts", "Promoters' balances, and getting paid"),
                tag("Finance", "The books, and answering payouts"),
                tag("Discovery", "Profiles, and following them"),
                tag("Notifications", "What people are told"),
                tag("Entry", "The door"),
                tag("Audit", "What happened, event by event"),
                tag("Operation", "Views, health and metrics"));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    private static HeaderParameter header(String name, Schema<?> schema, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).required(false).schema(schema).description(description);
        return header;
    }

    private static ApiResponse problemResponse() {
        return new ApiResponse()
                .description("What went wrong")
                .addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("Seconds to wait, with 429 and 503")
                                .schema(new IntegerSchema()))
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref(COMPONENT + "schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();
        Schema<?> invalid = new ObjectSchema()
                .properties(Map.of("field", new StringSchema(), "message", new StringSchema()))
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("RFC 9457; facts such as `available` are further members")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema()._enum(codes))
                .addProperty("errors", new ArraySchema().items(invalid))
                .required(List.of("type", "title", "status", "code"))
                .example(Map.of(
                        "type",
                        "urn:c1rcle:problem:sold-out",
                        "title",
                        "Sold out",
                        "status",
                        409,
                        "detail",
                        "Only 3 of General are left.",
                        "code",
                        ErrorCode.SOLD_OUT.name(),
                        "available",
                        3))
                .additionalProperties(true);
    }

    private static Schema<?> identifier() {
        return new StringSchema().maxLength(Identifier.MAX_LENGTH).example("0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10");
    }

    private static List<? extends Class<?>> identifiers() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Identifier.class));
        String kernel = Identifier.class.getPackageName().replace(".message", "");
        return scanner.findCandidateComponents(kernel).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(Objects::requireNonNull)
                .map(name -> ClassUtils.resolveClassName(name, OpenApiConfiguration.class.getClassLoader()))
                .toList();
    }
}
