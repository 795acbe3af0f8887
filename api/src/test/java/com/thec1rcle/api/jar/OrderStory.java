package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an order's history says, told independently of the projections: how it must look and what the books must say. */
record OrderStory(List<JsonNode> history) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    OrderStory {
        assertThat(history.getFirst().path("name").asString()).isEqualTo("OrderPlaced");
        history = List.copyOf(history);
    }

    /** Whether no process has anything left to do for it, until somebody acts again. */
    boolean isToldToTheEnd() {
        boolean gatewayAnswered =
                find("PaymentRequested").isEmpty() || find("GatewayOrderOpened").isPresent();
        boolean paidIsConfirmed = find("PaymentVerified").isEmpty() || isConfirmed();
        boolean commissionIsBooked =
                !isConfirmed() || !isAttributed() || find("CommissionRecorded").isPresent();
        return gatewayAnswered && paidIsConfirmed && commissionIsBooked;
    }

    boolean isConfirmed() {
        return find("OrderConfirmed").isPresent();
    }

    boolean isAttributed() {
        return placed().path("attribution").isObject();
    }

    String orderId() {
        return placed().path("orderId").asString();
    }

    long commission() {
        return lines().mapToLong(line -> amount(line.path("commission"))).sum();
    }

    /** The view, except what no event says in clear: the buyer's name and the tickets' codes. */
    ObjectNode view() {
        ObjectNode view = ((ObjectNode) placed()).deepCopy();
        view.retain("orderId", "eventId", "venueId", "amounts");
        view.put("status", isConfirmed() ? "CONFIRMED" : "PENDING_PAYMENT");
        ArrayNode lines = view.putArray("lines");
        lines().map(line -> ((ObjectNode) line).deepCopy())
                .map(line -> line.retain("tierId", "tierName", "entryType", "quantity", "unitPrice", "discount", "net"))
                .forEach(lines::add);
        if (isAttributed()) {
            view.set("promoterCode", placed().path("attribution").path("code"));
        }
        view.put("placedAt", instant(history.getFirst().path("at")));
        view.put("holdExpiresAt", instant(placed().path("holdExpiresAt")));
        find("OrderConfirmed").ifPresent(confirmed -> view.put("confirmedAt", instant(confirmed.path("at"))));
        find("GatewayOrderOpened").ifPresent(opened -> view.set("gatewayOrderId", opened.at("/data/gatewayOrderId")));
        view.set("payments", payments());
        view.putArray("refunds");
        view.set("tickets", tickets());
        return view;
    }

    private ArrayNode payments() {
        ArrayNode payments = JSON.arrayNode();
        find("PaymentVerified").ifPresent(verified -> {
            ObjectNode payment = payments.addObject();
            payment.set("paymentId", verified.at("/data/paymentId"));
            payment.put("status", find("PaymentCaptured").isPresent() ? "CAPTURED" : "VERIFIED");
            payment.set("amount", verified.at("/data/amount"));
            payment.put("at", instant(verified.path("at")));
        });
        return payments;
    }

    /** The tickets that its confirmation names, none of them used. */
    ArrayNode tickets() {
        ArrayNode tickets = JSON.arrayNode();
        find("OrderConfirmed")
                .ifPresent(confirmed -> confirmed.at("/data/tickets").forEach(issued -> {
                    JsonNode line = lines().filter(of -> of.path("tierId").equals(issued.path("tierId")))
                            .findFirst()
                            .orElseThrow();
                    ObjectNode ticket = tickets.addObject();
                    ticket.set("ticketId", issued.path("ticketId"));
                    ticket.set("tierId", issued.path("tierId"));
                    ticket.set("tierName", line.path("tierName"));
                    ticket.set("entryType", line.path("entryType"));
                    ticket.set("admits", line.path("admits"));
                    ticket.put("admitted", 0);
                    ticket.put("status", "VALID");
                }));
        return tickets;
    }

    /** What it posts to each account, debits above zero; nothing before it is paid. */
    Map<String, Long> postings() {
        Map<String, Long> postings = new TreeMap<>();
        if (isConfirmed()) {
            JsonNode amounts = placed().path("amounts");
            long commission = isAttributed() ? commission() : 0;
            long net = amount(amounts.path("subtotal")) - amount(amounts.path("discount"));
            postings.put("gateway", amount(amounts.path("total")));
            postings.put("event-payable:" + placed().path("eventId").asString(), commission - net);
            postings.put("platform-revenue", -amount(amounts.path("platformFee")));
            postings.put("gateway-fees", -amount(amounts.path("paymentFee")));
            postings.put("tax-payable", -amount(amounts.path("tax")));
            if (isAttributed()) {
                postings.put(
                        "promoter-payable:"
                                + placed().at("/attribution/promoterId").asString(),
                        -commission);
            }
        }
        return postings;
    }

    /** A view as this story tells it: without what no event says in clear, instants as exact as the views keep them. */
    static ObjectNode comparable(JsonNode view) {
        ObjectNode shown = ((ObjectNode) view).deepCopy();
        shown.remove("buyer");
        for (String instant : List.of("placedAt", "holdExpiresAt", "confirmedAt")) {
            if (shown.has(instant)) {
                shown.put(instant, instant(shown.path(instant)));
            }
        }
        shown.path("payments").forEach(payment -> ((ObjectNode) payment).put("at", instant(payment.path("at"))));
        shown.path("tickets")
                .forEach(ticket -> assertThat(
                                ((ObjectNode) ticket).remove("code").asString())
                        .isNotBlank());
        return shown;
    }

    private JsonNode placed() {
        return history.getFirst().path("data");
    }

    private Stream<JsonNode> lines() {
        return StreamSupport.stream(placed().path("lines").spliterator(), false);
    }

    private Optional<JsonNode> find(String name) {
        List<JsonNode> found = history.stream()
                .filter(event -> event.path("name").asString().equals(name))
                .toList();
        assertThat(found).as(name + " in " + history).hasSizeLessThanOrEqualTo(1);
        return found.stream().findFirst();
    }

    private static long amount(JsonNode money) {
        return money.path("amount").asLong();
    }

    private static String instant(JsonNode text) {
        return Instant.parse(text.asString()).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
