package com.thec1rcle.api.benchmark;

import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.Map;

/** A night with more tickets than the guests of a benchmark can buy. */
record SaleNight(Person owner, String eventId, String onSale, String held) {
    static final int STOCK = 900_000;
    private static final int MOST_PER_ACCOUNT = 1000;
    private static final long PRICE = 49_900;

    /** Builds a night with two tiers, and publishes it. */
    static SaleNight open(NightClient client) {
        Person owner = client.register("Olga Owner");
        Person host = client.register("Hari Host");
        String venueId = client.venue(owner);
        String hostId = client.host(host);
        client.partnership(host, hostId, owner, venueId);
        String eventId = client.draft(host, hostId, venueId, NightClient.slot(1));
        client.put(
                        "/api/events/" + eventId + "/limits",
                        host,
                        Map.of("minPerOrder", 1, "maxPerOrder", 10, "maxPerAccount", MOST_PER_ACCOUNT))
                .is(204);
        String onSale = client.tier(host, eventId, "General", "GENERAL", PRICE, STOCK);
        String held = client.tier(host, eventId, "Balcony", "GENERAL", PRICE, STOCK);
        client.publish(host, owner, eventId);
        client.await("/api/events/" + eventId, host, "status", "SCHEDULED");
        return new SaleNight(owner, eventId, onSale, held);
    }
}
