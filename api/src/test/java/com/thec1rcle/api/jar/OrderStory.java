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
        // An order that expired before the gateway answered takes no payment any more, so nobody asks again.
        boolean gatewayAnswered = find("PaymentRequested").isEmpty()
                || find("GatewayOrderOpened").isPresent()
                || find("OrderExpired").isPresent();
        boolean paidIsConfirmed = find("PaymentVerified").isEmpty() || isConfirmed() || isPaidBack();
        boolean commissionIsBooked =
                !isConfirmed() || !isAttributed() || find("CommissionRecorded").isPresent();
        boolean refundsAreOver = amounts("RefundRequested") == amounts("RefundCompleted")
                && count("RefundClaimed") == count("TicketsRefunded") + count("RefundClaimReleased")
                && count("TicketsRefunded") == count("ReturnRecorded");
        return gatewayAnswered && paidIsConfirmed && commissionIsBooked && refundsAreOver;
    }

    /** Whether nothing can become of it any more by itself, however long one waits. */
    boolean isOver() {
        return isToldToTheEnd() && (isConfirmed() || find("OrderExpired").isPresent());
    }

    /** Whether its payment found no stock, and all of it went back. */
    boolean isPaidBack() {
        return !isConfirmed()
                && find("PaymentCaptured").isPresent()
                && amounts("RefundCompleted")
                        == amount(find("PaymentCaptured").orElseThrow().at("/data/amount"));
    }

    /** What went back of what was paid. */
    long paidBack() {
        return amounts("RefundCompleted");
    }

    /** The tickets that were given back. */
    List<JsonNode> ticketsGivenBack() {
        return data("TicketsRefunded")
                .flatMap(refund -> StreamSupport.stream(refund.path("tickets").spliterator(), false))
                .toList();
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
        view.put("status", status());
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
        view.set("refunds", refunds());
        view.set("tickets", tickets());
        return view;
    }

    private String status() {
        if (!isConfirmed()) {
            return find("OrderExpired").isPresent() ? "EXPIRED" : "PENDING_PAYMENT";
        }
        boolean whole =
                data("TicketsRefunded").anyMatch(refund -> refund.path("whole").asBoolean());
        return whole ? "REFUNDED" : ticketsGivenBack().isEmpty() ? "CONFIRMED" : "PARTIALLY_REFUNDED";
    }

    private ArrayNode payments() {
        ArrayNode payments = JSON.arrayNode();
        find("PaymentVerified").ifPresent(verified -> {
            ObjectNode payment = payments.addObject();
            payment.set("paymentId", verified.at("/data/paymentId"));
            payment.put("status", paymentStatus(amount(verified.at("/data/amount"))));
            payment.set("amount", verified.at("/data/amount"));
            data("RefundRequested")
                    .forEach(refund -> payment.<ObjectNode>set("refundId", refund.path("refundId"))
                            .set("refundReason", refund.path("reason")));
            payment.put("at", instant(verified.path("at")));
        });
        return payments;
    }

    private String paymentStatus(long amount) {
        if (find("PaymentCaptured").isEmpty()) {
            return "VERIFIED";
        }
        return paidBack() == 0 ? "CAPTURED" : paidBack() == amount ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }

    /** What the order says of its refunds; when each was asked for only the refund knows. */
    private ArrayNode refunds() {
        ArrayNode refunds = JSON.arrayNode();
        data("RefundCompleted")
                .forEach(completed -> refunds.addObject()
                        .put("status", "COMPLETED")
                        .<ObjectNode>set("refundId", completed.path("refundId"))
                        .<ObjectNode>set("amount", completed.path("amount"))
                        .set("reason", completed.path("reason")));
        return refunds;
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
                    ticket.put("status", isGivenBack(issued) ? "REVOKED" : "VALID");
                }));
        return tickets;
    }

    private boolean isGivenBack(JsonNode issued) {
        return ticketsGivenBack().stream()
                .anyMatch(ticket -> ticket.path("ticketId").equals(issued.path("ticketId")));
    }

    /**
     * What it posts to each account and has not taken back, debits above zero; nothing before it is paid, nor of a payment
     * that went back.
     */
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
            data("TicketsRefunded").forEach(refund -> takeBack(refund, postings));
        }
        postings.values().removeIf(amount -> amount == 0);
        return postings;
    }

    private void takeBack(JsonNode refund, Map<String, Long> postings) {
        JsonNode amounts = refund.path("amounts");
        long commission = isAttributed()
                ? StreamSupport.stream(refund.path("tickets").spliterator(), false)
                        .mapToLong(ticket -> amount(ticket.path("commission")))
                        .sum()
                : 0;
        postings.merge("gateway", -amount(amounts.path("total")), Long::sum);
        postings.merge(
                "event-payable:" + placed().path("eventId").asString(),
                amount(amounts.path("net")) - commission,
                Long::sum);
        postings.merge("platform-revenue", amount(amounts.path("platformFee")), Long::sum);
        postings.merge("gateway-fees", amount(amounts.path("paymentFee")), Long::sum);
        postings.merge("tax-payable", amount(amounts.path("tax")), Long::sum);
        if (isAttributed()) {
            postings.merge(
                    "promoter-payable:" + placed().at("/attribution/promoterId").asString(), commission, Long::sum);
        }
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
        shown.path("refunds").forEach(refund -> ((ObjectNode) refund).retain("refundId", "status", "amount", "reason"));
        shown.path("tickets").forEach(OrderStory::withoutCode);
        return shown;
    }

    /** A ticket that opens a door has a code, and no other has. */
    private static void withoutCode(JsonNode ticket) {
        JsonNode code = ((ObjectNode) ticket).remove("code");
        boolean valid = ticket.path("status").asString().equals("VALID");
        assertThat(code != null && !code.asString().isBlank())
                .as("a code of %s", ticket)
                .isEqualTo(valid);
    }

    JsonNode placed() {
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

    long count(String name) {
        return data(name).count();
    }

    private long amounts(String name) {
        return data(name).mapToLong(event -> amount(event.path("amount"))).sum();
    }

    private Stream<JsonNode> data(String name) {
        return history.stream()
                .filter(event -> event.path("name").asString().equals(name))
                .map(event -> event.path("data"));
    }

    private static long amount(JsonNode money) {
        return money.path("amount").asLong();
    }

    private static String instant(JsonNode text) {
        return Instant.parse(text.asString()).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
