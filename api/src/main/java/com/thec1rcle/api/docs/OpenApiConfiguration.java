package com.thec1rcle.api.docs;

import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.api.security.PublicEndpoints;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ClassUtils;

/** Describes the API so that a client can be generated from it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String COMPONENT = "#/components/";

    static {
        SpringDocUtils conventions = SpringDocUtils.getConfig();
        conventions.addRequestWrapperToIgnore(Actor.class, NewIds.class);
        identifiers().forEach(type -> conventions.replaceWithSchema(type, identifier()));
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
                                and what fails answers a problem (RFC 9457) with a stable `code`.""")
                        .license(new License().name("Apache-2.0")))
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
    OpenApiCustomizer conventions(PublicEndpoints publicEndpoints) {
        return api -> {
            if (api.getPaths() != null) {
                api.getPaths()
                        .forEach((path, item) -> item.readOperationsMap()
                                .forEach((method, operation) -> complete(path, method, operation, publicEndpoints)));
            }
        };
    }

    private static void complete(
            String path, PathItem.HttpMethod method, Operation operation, PublicEndpoints publicEndpoints) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation
                .getResponses()
                .addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(COMPONENT + "responses/" + PROBLEM));
        SecurityRequirement token = new SecurityRequirement().addList(BEARER);
        boolean open = publicEndpoints.include(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path));
        operation.setSecurity(open ? List.of(new SecurityRequirement(), token) : List.of(token));
        if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    new StringSchema().maxLength(200),
                    "The same key with the same body is answered as before and does nothing twice."));
        }
        if (method != PathItem.HttpMethod.GET) {
            operation.addParametersItem(header(
                    "Prefer",
                    new StringSchema().example("wait=2"),
                    "wait=N: answer once the views show the change, N seconds (0 to 5) at most."));
        }
    }

    private static HeaderParameter header(String name, Schema<?> schema, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).required(false).schema(schema).description(description);
        return header;
    }

    private static ApiResponse problemResponse() {
        return new ApiResponse()
                .description("What went wrong")
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
                .additionalProperties(true);
    }

    private static Schema<?> identifier() {
        return new StringSchema().maxLength(Identifier.MAX_LENGTH);
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
