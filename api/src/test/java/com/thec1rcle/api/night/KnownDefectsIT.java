package com.thec1rcle.api.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Defects seen in systems of this kind, by their numbers in docs/domain.md: each is impossible here. */
class KnownDefectsIT extends ApplicationIT {
    @Test
    void defect1EveryCodeThatIsShownToAGuestVerifiesAtTheDoor() {
        Night at = aNight("COUPLE");
        Answer order = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 3));
        for (int i = 0; i < 3; i++) {
            String code = order.text("tickets." + i + ".code");
            assertThat(code).isEqualTo(walletCode(at, order.text("tickets." + i + ".ticketId")));
            assertThat(scan(at, code, 2).text("result")).isEqualTo("VALID");
        }
    }

    @Test
    void defect3NoCodeVerifiesWithASignatureThatIsMissingCutOrMadeWithAGuessedSecret() {
        Night at = aNight("GENERAL");
        String code = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 1))
                .text("tickets.0.code");
        byte[] bytes = Base64.getUrlDecoder().decode(code);
        int signature = 32;
        for (int kept = 0; kept < signature; kept += 8) {
            byte[] cut = Arrays.copyOf(bytes, bytes.length - signature + kept);
            String shorter = Base64.getUrlEncoder().withoutPadding().encodeToString(cut);
            assertThat(scan(at, shorter, 1).text("result")).isEqualTo("INVALID");
            Arrays.fill(bytes, bytes.length - signature + kept, bytes.length, (byte) 0);
            String blank = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(scan(at, blank, 1).text("result")).isEqualTo("INVALID");
            bytes = Base64.getUrlDecoder().decode(code);
        }
        assertThat(scan(at, code, 1).text("result")).isEqualTo("VALID");
    }

    @Test
    void defect4ACoupleEntersTogetherOrOneAfterTheOtherOnOneCode() {
        Night at = aNight("COUPLE");
        Answer order = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 2));
        assertThat(scan(at, order.text("tickets.0.code"), 2).text("result")).isEqualTo("VALID");
        String other = order.text("tickets.1.code");
        assertThat(scan(at, other, 1).text("result")).isEqualTo("VALID");
        assertThat(scan(at, other, 2).text("result")).isEqualTo("ALREADY_SCANNED");
        assertThat(scan(at, other, 1).text("result")).isEqualTo("VALID");
        assertThat(scan(at, other, 1).text("result")).isEqualTo("ALREADY_SCANNED");
    }

    @Test
    void defect12RenamingAnAttendeeLeavesTheCodeGood() {
        Night at = aNight("GENERAL");
        Answer order = night.buy(at.guest(), NightClient.basket(at.eventId(), at.tierId(), 1));
        String ticketId = order.text("tickets.0.ticketId");
        String code = order.text("tickets.0.code");
        night.patch("/api/tickets/" + ticketId + "/holder", at.guest(), Map.of("name", "Asha R. Khan"))
                .is(204);
        assertThat(walletCode(at, ticketId)).isEqualTo(code);
        Answer admitted = scan(at, code, 1);
        assertThat(admitted.text("result")).isEqualTo("VALID");
        assertThat(admitted.text("ticket.holder")).isEqualTo("Asha R. Khan");
    }

    private record Night(Person venueOwner, Person guest, String eventId, String tierId) {}

    /** A published night whose doors are open, with one tier. */
    private Night aNight(String entryType) {
        Person venueOwner = night.register("Vera Venue");
        Person hostOwner = night.register("Hari Host");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(1));
        String tierId = night.tier(hostOwner, eventId, "Early bird", entryType, 100_000, 20);
        night.publish(hostOwner, venueOwner, eventId);
        return new Night(venueOwner, night.register("Asha Rao"), eventId, tierId);
    }

    private Answer scan(Night at, String code, int count) {
        Map<String, Object> attempt = Map.of("eventId", at.eventId(), "code", code, "count", count);
        return night.post("/api/scan", at.venueOwner(), attempt).is(200);
    }

    private String walletCode(Night at, String ticketId) {
        Answer wallet = night.get("/api/tickets", at.guest()).is(200);
        for (int i = 0; i < wallet.at("items").size(); i++) {
            if (wallet.text("items." + i + ".ticketId").equals(ticketId)) {
                return wallet.text("items." + i + ".code");
            }
        }
        throw new AssertionError("Ticket " + ticketId + " is not in the wallet.");
    }
}
