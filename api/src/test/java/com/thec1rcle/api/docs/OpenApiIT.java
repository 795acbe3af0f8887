package com.thec1rcle.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends ApplicationIT {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Pattern ID = Pattern.compile("id|[a-z][A-Za-z]*Id");
    private static final Set<String> WITHOUT_BODY = Set.of("202", "204", "302");
    private static final String WEBHOOK = "POST /api/payments/webhook";

    /** What the contract promises by now; a path parameter may have any name. */
    private static final List<String> PROMISED = List.of(
            "POST /api/auth/register",
            "POST /api/auth/token",
            "GET /api/me",
            "PUT /api/admin/users/{}/roles",
            "GET POST /api/venues",
            "GET PATCH /api/venues/{}",
            "GET POST /api/hosts",
            "GET /api/hosts/{}",
            "GET POST /api/partnerships",
            "POST /api/partnerships/{}/approval",
            "POST /api/partnerships/{}/rejection",
            "POST /api/partnerships/{}/block",
            "POST /api/partnerships/{}/end",
            "GET /api/venue/calendar",
            "POST /api/venue/calendar/blocks",
            "DELETE /api/venue/calendar/blocks/{}",
            "GET POST /api/slots",
            "GET /api/slots/{}",
            "POST /api/slots/{}/approval",
            "POST /api/slots/{}/rejection",
            "POST /api/slots/{}/counter-proposal",
            "POST /api/slots/{}/counter-acceptance",
            "POST /api/slots/{}/withdrawal",
            "GET POST PATCH /api/venue/registers",
            "GET POST PATCH /api/venue/staff",
            "GET POST /api/events",
            "GET /api/events/{}",
            "PUT /api/events/{}/details",
            "PUT /api/events/{}/schedule",
            "PUT /api/events/{}/limits",
            "PUT /api/events/{}/promoters",
            "PUT /api/events/{}/media",
            "POST /api/events/{}/tiers",
            "PATCH /api/events/{}/tiers/{}",
            "GET /api/events/{}/readiness",
            "POST /api/events/{}/submission",
            "POST /api/events/{}/publication",
            "POST /api/events/{}/cancellation",
            "POST /api/events/{}/completion",
            "GET /api/events/{}/guestlist",
            "GET /e/{}",
            "POST /api/orders/quote",
            "GET POST /api/orders",
            "GET /api/orders/{}",
            "POST /api/orders/{}/cancellation",
            "POST /api/orders/{}/refunds",
            "GET /api/refunds",
            "GET /api/refunds/{}",
            "POST /api/refunds/{}/approval",
            "POST /api/refunds/{}/rejection",
            "POST /api/refunds/{}/retry",
            "GET /api/events/{}/cancellation",
            "GET /api/tickets/{}/qr.png",
            "GET /api/tickets/{}/qr.svg",
            "GET POST PATCH /api/payments",
            WEBHOOK,
            "POST /api/payments/sandbox/{}",
            "POST /api/promoters",
            "POST /api/promoters/{}/approval",
            "GET /api/promoter/events",
            "POST /api/events/{}/promoter-requests",
            "POST /api/events/{}/promoter-requests/{}/approval",
            "POST /api/events/{}/promoter-requests/{}/rejection",
            "GET POST /api/promoter/links",
            "GET DELETE /api/promoter/links/{}",
            "POST /api/promoter/links/click",
            "GET /api/promoter/commissions",
            "GET POST DELETE /api/promoter/payouts",
            "GET /api/finance/payouts",
            "POST /api/finance/payouts/{}/approval",
            "POST /api/finance/payouts/{}/rejection",
            "POST /api/finance/payouts/{}/processing",
            "POST /api/finance/payouts/{}/completion",
            "POST /api/finance/payouts/{}/failure",
            "GET /api/finance/ledger",
            "GET /api/finance/ledger/trial-balance",
            "GET PATCH /api/profile",
            "POST DELETE /api/follow",
            "GET PATCH /api/notifications",
            "GET /api/notifications/stream",
            "GET POST /api/scan",
            "POST /api/scan/{}/undo",
            "GET /api/scan/live",
            "GET POST /api/venue/devices",
            "POST /api/venue/devices/binding",
            "DELETE /api/venue/devices/{}",
            "GET /api/audit/{}/{}",
            "GET /api/admin/projections",
            "POST /api/admin/projections/{}/replay",
            "GET /actuator/health",
            "GET /actuator/prometheus");

    private record Described(String name, JsonNode operation) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void everyOperationSaysWhatItDoesHowItFailsAndWhoMayAsk() {
        JsonNode api = api();
        assertThat(api.path("info").path("title").asString()).isEqualTo("THE C1RCLE");
        JsonNode problem = api.path("components").path("responses").path("Problem");
        assertThat(problem.path("content").path("application/problem+json").isMissingNode())
                .isFalse();
        assertThat(operations(api)).isNotEmpty();
        assertThat(operations(api))
                .allMatch(said(one -> !one.path("summary").asString("").isEmpty()), "has a summary")
                .allMatch(said(one -> !one.path("tags").isEmpty()), "has a tag")
                .allMatch(said(one -> one.path("security").isArray()), "says who may ask")
                .allMatch(
                        said(one -> one.path("responses")
                                .path("default")
                                .path("$ref")
                                .asString("")
                                .equals("#/components/responses/Problem")),
                        "says how it fails");
    }

    @Test
    void noTwoOperationsHaveOneName() {
        assertThat(operations(api())
                        .map(one -> one.operation().path("operationId").asString()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]*"), "is a name in any language");
    }

    @Test
    void everyAnswerThatHasABodySaysWhatItIs() {
        assertThat(operations(api())).allMatch(said(one -> {
            List<String> good = one.path("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2") || status.equals("302"))
                    .toList();
            return !good.isEmpty() && good.stream().allMatch(status -> isDescribed(status, one));
        }));
    }

    @Test
    void everyRequestBodyHasProperties() {
        JsonNode api = api();
        assertThat(operations(api).filter(one -> one.operation().has("requestBody")))
                .isNotEmpty()
                .allMatch(said(one -> {
                    JsonNode content = one.path("requestBody").path("content").path("application/json");
                    JsonNode schema = resolved(content.path("schema"), api);
                    return !schema.path("properties").isEmpty();
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode api = api();
        Set<String> schemas = Set.copyOf(api.path("components").path("schemas").propertyNames());
        assertThat(nodes(api).map(node -> node.path("$ref").asString("")).filter(ref -> ref.startsWith(SCHEMAS)))
                .isNotEmpty()
                .allMatch(ref -> schemas.contains(ref.substring(SCHEMAS.length())));
    }

    @Test
    void whatTheContractPromisesIsThere() {
        List<String> described = operations(api())
                .map(one -> one.name().replaceAll("\\{[^}]*}", "{}"))
                .toList();
        assertThat(PROMISED.stream().flatMap(OpenApiIT::eachMethod))
                .allSatisfy(promise -> assertThat(described).contains(promise));
    }

    @Test
    void idsAreText() {
        JsonNode api = api();
        Stream<JsonNode> parameters = operations(api)
                .flatMap(one -> one.operation().path("parameters").valueStream())
                .filter(parameter ->
                        ID.matcher(parameter.path("name").asString()).matches())
                .map(parameter -> parameter.path("schema"));
        Stream<JsonNode> properties = nodes(api.path("components").path("schemas"))
                .flatMap(schema -> schema.path("properties").properties().stream())
                .filter(property -> ID.matcher(property.getKey()).matches())
                .map(property -> property.getValue());
        assertThat(Stream.concat(parameters, properties))
                .isNotEmpty()
                .allMatch(schema -> schema.path("type").asString("").equals("string"));
    }

    @Test
    void whatMayBeLeftOutIsNotRequired() {
        JsonNode schemas = api().path("components").path("schemas");
        assertThat(required(schemas.path("NewOrder"))).containsExactlyInAnyOrder("eventId", "lines", "buyer");
        assertThat(required(schemas.path("NewTier"))).containsExactlyInAnyOrder("name", "entryType", "price", "stock");
        assertThat(required(schemas.path("PayoutRequest"))).containsExactlyInAnyOrder("amount", "method");
        assertThat(required(schemas.path("EventList"))).containsExactly("items");
        assertThat(required(schemas.path("Money"))).containsExactlyInAnyOrder("amount", "currency");
    }

    @Test
    void kindsAreToldApartByWhatIsOnTheWire() {
        JsonNode schemas = api().path("components").path("schemas");
        assertThat(mapping(schemas.path("NewEntry"), "NOTE")).isEqualTo(SCHEMAS + "RegisterNote");
        assertThat(mapping(schemas.path("EntryChange"), "CLOSE_DAY")).isEqualTo(SCHEMAS + "CloseRegisterDay");
        assertThat(mapping(schemas.path("RegisterEntry"), "CLOSING")).startsWith(SCHEMAS);
    }

    @Test
    void whatIsNotJsonSaysSo() {
        JsonNode paths = api().path("paths");
        assertThat(answer(paths, "/api/tickets/{ticketId}/qr.png")).containsExactly("image/png");
        assertThat(answer(paths, "/api/tickets/{ticketId}/qr.svg")).containsExactly("image/svg+xml");
        assertThat(answer(paths, "/api/finance/ledger")).containsExactlyInAnyOrder("application/json", "text/csv");
        assertThat(answer(paths, "/api/notifications/stream")).containsExactly("text/event-stream");
    }

    @Test
    void theHousesOwnParametersAreNobodysBusiness() {
        JsonNode api = api();
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
        JsonNode paths = api().path("paths");
        assertThat(paths.path("/api/auth/token").path("post").path("security").toString())
                .isEqualTo("[]");
        assertThat(paths.path("/api/events").path("get").path("security").toString())
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

    private JsonNode api() {
        return night.get("/v3/api-docs", null).is(200).json();
    }

    private static Stream<Described> operations(JsonNode api) {
        return api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Described(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private static Predicate<Described> said(Predicate<JsonNode> fact) {
        return described -> fact.test(described.operation());
    }

    private static boolean isDescribed(String status, JsonNode operation) {
        JsonNode content = operation.path("responses").path(status).path("content");
        boolean webhook = operation.path("operationId").asString().equals("receiveWebhook");
        return content.isEmpty()
                ? WITHOUT_BODY.contains(status) || webhook
                : content.valueStream().noneMatch(body -> body.path("schema").isEmpty()) && !content.has("*/*");
    }

    private static JsonNode resolved(JsonNode schema, JsonNode api) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : api.path("components").path("schemas").path(ref.replace(SCHEMAS, ""));
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(OpenApiIT::nodes));
    }

    private static Stream<String> eachMethod(String promise) {
        int path = promise.indexOf('/');
        return Stream.of(promise.substring(0, path).strip().split(" "))
                .map(method -> method + " " + promise.substring(path));
    }

    private static List<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).toList();
    }

    private static String mapping(JsonNode schema, String kind) {
        return schema.path("discriminator").path("mapping").path(kind).asString("");
    }

    private static List<String> answer(JsonNode paths, String path) {
        return List.copyOf(paths.path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .propertyNames());
    }
}
