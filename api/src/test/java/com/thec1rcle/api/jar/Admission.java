package com.thec1rcle.api.jar;

import static com.thec1rcle.api.jar.Histories.all;
import static com.thec1rcle.api.jar.Histories.awaitViews;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The end of an on-sale: a share of the buyers comes to the door, where each ticket is shown once more than it admits
 * people, at all gates at once; also the tickets that were given back.
 */
final class Admission {
    private static final int SHARE = 4;

    private final OnSale sale;
    private final Map<String, Integer> admits = new TreeMap<>();
    private final List<Showing> showings = new ArrayList<>();
    private final List<Told> told;

    /** A code that is shown; nonces tell the times apart. */
    private record Showing(String ticketId, String code, int time) {}

    /** What the door said. */
    private record Told(String ticketId, String scanId, String result, boolean admitted) {}

    private Admission(OnSale sale) {
        this.sale = sale;
        sale.purchases.stream().filter(Admission::comes).forEach(this::queue);
        told = OnSale.together(showings, this::show);
    }

    static Admission to(OnSale sale) {
        return new Admission(sale);
    }

    private static boolean comes(Purchase purchase) {
        return purchase.isPlaced() && (purchase.number % SHARE == 0 || !purchase.refunds.isEmpty());
    }

    private void queue(Purchase purchase) {
        tickets(purchase).forEach(ticket -> {
            String id = ticket.path("ticketId").asString();
            if (purchase.isGivenBack(id)) {
                assertThat(ticket.has("code")).as("the code of %s", id).isFalse();
                showings.add(new Showing(id, purchase.codesOfBefore.get(id), 0));
                return;
            }
            int people = ticket.path("admits").asInt();
            admits.put(id, people);
            for (int time = 0; time <= people; time++) {
                showings.add(new Showing(id, ticket.path("code").asString(), time));
            }
        });
    }

    private JsonNode tickets(Purchase purchase) {
        return sale.ask(house -> house.get("/api/orders/" + purchase.orderId, purchase.guest))
                .is(200)
                .at("tickets");
    }

    private Told show(Showing showing) {
        Map<String, Object> scan =
                Map.of("eventId", sale.eventId, "code", showing.code(), "count", 1, "nonce", "gate-" + showing.time());
        Answer answer = sale.ask(house -> house.post("/api/scan", sale.venueOwner, scan, "Prefer", "wait=0"))
                .is(200);
        return new Told(
                showing.ticketId(),
                answer.text("scanId"),
                answer.text("result"),
                answer.at("admitted").asBoolean());
    }

    void everyTicketLetInAsManyAsItAdmitsAndNoMore() {
        assertThat(admits).isNotEmpty();
        assertThat(admitted()).isEqualTo(admits);
        told.forEach(answer -> assertThat(answer.result())
                .as("what the door said of %s", answer.ticketId())
                .isEqualTo(expected(answer)));
    }

    private String expected(Told answer) {
        if (!admits.containsKey(answer.ticketId())) {
            return "REVOKED";
        }
        return answer.admitted() ? "VALID" : "ALREADY_SCANNED";
    }

    private Map<String, Integer> admitted() {
        return told.stream()
                .filter(Told::admitted)
                .collect(Collectors.toMap(Told::ticketId, answer -> 1, Integer::sum, TreeMap::new));
    }

    void theHouseKnowsWhomItLetIn(NightClient client) {
        awaitViews(client, sale.admin);
        Map<String, String> written = new TreeMap<>();
        all(client, "/api/scan?eventId=" + sale.eventId, sale.venueOwner)
                .forEach(scan -> written.put(
                        scan.path("scanId").asString(), scan.path("result").asString()));
        assertThat(written)
                .as("the history of the door")
                .isEqualTo(told.stream().collect(Collectors.toMap(Told::scanId, Told::result)));
        Map<String, Integer> shown = new TreeMap<>();
        sale.purchases.stream()
                .filter(Purchase::isPlaced)
                .forEach(purchase -> tickets(purchase)
                        .forEach(ticket -> shown.put(
                                ticket.path("ticketId").asString(),
                                ticket.path("admitted").asInt())));
        shown.values().removeIf(people -> people == 0);
        assertThat(shown).as("who came in, as the orders show it").isEqualTo(admits);
    }
}
