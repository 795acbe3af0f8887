package com.thec1rcle.api.promoter;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A promoter's whole way over HTTP: account, link, clicks, sales, commission, payout, books. */
class PromoterNightIT extends ApplicationIT {
    private static final Map<String, Object> UPI = Map.of("vpa", "pia@okbank");

    @Test
    void aPromoterSellsIsPaidAndTheBooksSumToZero() {
        Person admin = admin();
        Person finance = finance(admin);
        Person promoter = night.promoter(admin);
        String promoterId = night.promoterId(promoter);
        Person owner = night.register("Hana Host");
        Night sold = night(owner);

        Answer link = night.post("/api/promoter/links", promoter, Map.of("eventId", sold.eventId()))
                .is(201);
        String code = link.text("code");
        assertThat(code).matches("[A-HJ-NP-Z2-9]{6}");
        assertThat(link.text("url")).endsWith("/e/" + sold.eventId() + "?c=" + code);
        assertThat(night.post("/api/promoter/links", promoter, Map.of("eventId", sold.eventId()))
                        .is(201)
                        .text("code"))
                .as("one link per promoter and event")
                .isEqualTo(code);
        Map<String, Object> click = Map.of("code", code.toLowerCase(), "visitorId", "visitor-1");
        night.post("/api/promoter/links/click", null, click).is(202);
        night.post("/api/promoter/links/click", null, click).is(202);
        night.post("/api/promoter/links/click", null, Map.of("code", "ZZZZZZ")).is(422);

        Person guest = night.register("Asha Rao");
        Map<String, Object> basket = new HashMap<>(NightClient.basket(sold.eventId(), sold.tierId(), 2));
        basket.put("promoterCode", code);
        night.buy(guest, basket);

        night.await("/api/promoter/commissions", promoter, "totals.earned.amount", "27000");
        Answer commissions = night.get("/api/promoter/commissions", promoter).is(200);
        assertThat(commissions.json().at("/items/0/base/amount").asLong()).isEqualTo(180_000);
        assertThat(commissions.json().at("/items/0/status").asString()).isEqualTo("PAYABLE");
        assertThat(commissions.json().at("/totals/payable/amount").asLong()).isEqualTo(27_000);
        Answer links = night.get("/api/promoter/links", promoter).is(200);
        assertThat(links.json().at("/items/0/clicks").asInt()).isEqualTo(2);
        assertThat(links.json().at("/items/0/uniqueClicks").asInt()).isEqualTo(1);
        assertThat(links.json().at("/items/0/orders").asInt()).isEqualTo(1);
        assertThat(links.json().at("/items/0/tickets").asInt()).isEqualTo(2);
        assertThat(links.json().at("/items/0/revenue/amount").asLong()).isEqualTo(180_000);

        night.post("/api/promoter/payouts", promoter, payout(promoterId, 27_001))
                .isProblem(409, "INSUFFICIENT_BALANCE");
        String paid = night.post("/api/promoter/payouts", promoter, payout(promoterId, 17_000))
                .is(201)
                .text("payoutId");
        String failed = night.post("/api/promoter/payouts", promoter, payout(promoterId, 10_000))
                .is(201)
                .text("payoutId");
        String finances = "/api/finance/payouts/";
        night.post(finances + paid + "/approval", promoter, Map.of()).isProblem(403, "FORBIDDEN");
        night.post(finances + paid + "/processing", finance, Map.of()).isProblem(409, "PAYOUT_STATE");
        for (String payout : List.of(paid, failed)) {
            night.post(finances + payout + "/approval", finance, Map.of()).is(204);
            night.post(finances + payout + "/processing", finance, Map.of()).is(204);
        }
        night.post(finances + paid + "/completion", finance, Map.of("transactionId", "UTR-1"))
                .is(204);
        night.post(finances + failed + "/failure", finance, Map.of("reason", "The account is closed."))
                .is(204);
        Answer balance = night.await("/api/promoter/payouts", promoter, "balance.payable.amount", "10000");
        assertThat(balance.number("balance.reserved.amount")).isZero();
        assertThat(balance.number("balance.paid.amount")).isEqualTo(17_000);
        String cancelled = night.post("/api/promoter/payouts", promoter, payout(promoterId, 10_000))
                .is(201)
                .text("payoutId");
        night.delete("/api/promoter/payouts?payoutId=" + cancelled, promoter, null)
                .is(204);
        night.await("/api/promoter/payouts", promoter, "balance.payable.amount", "10000");
        assertThat(night.get("/api/promoter/commissions?promoterId=" + promoterId, guest)
                        .status())
                .isEqualTo(403);
        assertThat(night.get("/api/finance/ledger", promoter).status()).isEqualTo(403);

        Answer trial = night.get("/api/finance/ledger/trial-balance", finance).is(200);
        assertThat(trial.json().path("sum").asLong(-1)).isZero();
        Answer csv = night.call(
                "GET",
                "/api/finance/ledger?account=promoter-payable:" + promoterId,
                finance,
                null,
                "Accept",
                "text/csv");
        assertThat(csv.is(200).text()).startsWith("lineId,at,account").contains(",0,27000,INR,OrderConfirmed,");
    }

    private Person finance(Person admin) {
        Person person = night.register("Fatima Finance");
        night.put("/api/admin/users/" + person.userId() + "/roles", admin, Map.of("roles", List.of("FINANCE")))
                .is(204);
        return person;
    }

    private record Night(String eventId, String tierId) {}

    private Night night(Person owner) {
        Person venueOwner = night.register("Vik Venue");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(owner);
        night.partnership(owner, hostId, venueOwner, venueId);
        String eventId = night.draft(owner, hostId, venueId, NightClient.slot(48));
        String tierId = night.tier(owner, eventId, "Entry", "GENERAL", 100_000, 50);
        night.letPromotersSell(owner, eventId);
        night.publish(owner, venueOwner, eventId);
        return new Night(eventId, tierId);
    }

    private static Map<String, Object> payout(String promoterId, long paise) {
        return Map.of(
                "promoterId",
                promoterId,
                "amount",
                Map.of("amount", paise, "currency", "INR"),
                "method",
                "UPI",
                "upi",
                UPI);
    }
}
