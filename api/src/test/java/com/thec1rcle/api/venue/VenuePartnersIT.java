package com.thec1rcle.api.venue;

import static com.thec1rcle.api.night.NightClient.slot;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A venue, its partners, its calendar and its staff, as their apps see them. */
class VenuePartnersIT extends ApplicationIT {
    private static final int HOURS_AHEAD = 300;

    private Person owner;
    private Person hostOwner;
    private Person rivalOwner;
    private String venueId;
    private String hostId;
    private String rivalId;

    @BeforeEach
    void partners() {
        owner = night.register("Vera Venue");
        hostOwner = night.register("Hari Host");
        rivalOwner = night.register("Rita Rival");
        venueId = night.venue(owner);
        hostId = night.host(hostOwner);
        rivalId = night.host(rivalOwner);
    }

    private String ask(Person person, String host, Map<String, Object> slot, long rank) {
        Answer answer =
                night.post("/api/slots", person, slotRequest(host, slot)).is(201);
        assertThat(answer.number("rank")).isEqualTo(rank);
        return answer.text("slotRequestId");
    }

    private Map<String, Object> slotRequest(String host, Map<String, Object> slot) {
        Map<String, Object> body = new HashMap<>(slot);
        body.put("venueId", venueId);
        body.put("hostId", host);
        return body;
    }

    private String calendar() {
        String from = (String) slot(HOURS_AHEAD - 48).get("from");
        String to = (String) slot(HOURS_AHEAD + 96).get("from");
        return "/api/venue/calendar?venueId=" + venueId + "&from=" + from + "&to=" + to;
    }

    @Test
    void venuesAndHostsAreFoundByAnybody() {
        assertThat(night.get("/api/venues/" + venueId, null).is(200).text("timeZone"))
                .isEqualTo("Asia/Kolkata");
        assertThat(night.get("/api/hosts/" + hostId, null).is(200).text("name")).isEqualTo("Night Shift");
        night.get("/api/venues/nowhere", null).isProblem(404, "NOT_FOUND");
        night.patch("/api/venues/" + venueId, owner, Map.of("capacity", 450)).is(204);
        assertThat(night.get("/api/venues/" + venueId, null).number("capacity")).isEqualTo(450);
        night.patch("/api/venues/" + venueId, hostOwner, Map.of("capacity", 1)).isProblem(403, "FORBIDDEN");
    }

    @Test
    void aRefusedRegistrationIsARefusal() {
        Map<String, Object> atlantis = Map.of(
                "name", "Blue Room",
                "city", "Atlantis",
                "address", "1 Harbour Road",
                "timeZone", "Sea/Atlantis",
                "capacity", 400);
        night.post("/api/venues", owner, atlantis).isProblem(422, "VENUE_DETAILS_INVALID");
    }

    @Test
    void aPartnershipIsAskedAnsweredAndEnded() {
        Map<String, Object> body = Map.of("hostId", hostId, "venueId", venueId, "message", "Hello");
        night.post("/api/partnerships", rivalOwner, body).isProblem(403, "FORBIDDEN");
        night.post("/api/partnerships", hostOwner, Map.of("hostId", hostId, "venueId", "nowhere"))
                .isProblem(404, "NOT_FOUND");
        String id = night.post("/api/partnerships", hostOwner, body).is(201).text("partnershipId");
        assertThat(night.post("/api/partnerships", hostOwner, body).is(201).text("partnershipId"))
                .isEqualTo(id);
        night.post("/api/partnerships/" + id + "/approval", hostOwner, null).isProblem(403, "FORBIDDEN");
        night.post("/api/partnerships/" + id + "/approval", owner, null).is(204);
        night.await("/api/partnerships?venueId=" + venueId + "&status=ACTIVE", owner, "items.0.partnershipId", id);
        night.post("/api/partnerships/" + id + "/end", hostOwner, Map.of("reason", "Moving on"))
                .is(204);
        night.post("/api/slots", hostOwner, slotRequest(hostId, slot(HOURS_AHEAD)))
                .isProblem(403, "PARTNERSHIP_REQUIRED");
        night.post("/api/partnerships/" + id + "/block", owner, null).is(204);
        night.post("/api/partnerships", hostOwner, body).isProblem(409, "PARTNERSHIP_BLOCKED");
    }

    @Test
    void oneOfTwoRivalsGetsTheNight() {
        night.partnership(hostOwner, hostId, owner, venueId);
        night.partnership(rivalOwner, rivalId, owner, venueId);
        Map<String, Object> slot = slot(HOURS_AHEAD);
        String first = ask(hostOwner, hostId, slot, 1);
        String second = ask(rivalOwner, rivalId, slot(HOURS_AHEAD + 2), 2);
        night.get("/api/slots/" + second, hostOwner).isProblem(403, "FORBIDDEN");
        assertThat(night.await("/api/slots/" + second, rivalOwner, "status", "PENDING")
                        .number("rank"))
                .isEqualTo(2);

        night.post("/api/slots/" + second + "/approval", owner, Map.of()).is(204);
        night.await("/api/slots/" + second, rivalOwner, "status", "APPROVED");
        Answer lost = night.await("/api/slots/" + first, hostOwner, "status", "REJECTED");
        assertThat(lost.text("reason")).isEqualTo("SLOT_TAKEN");
        night.post("/api/slots/" + first + "/approval", owner, Map.of()).isProblem(409, "SLOT_TAKEN");
        String late = ask(hostOwner, hostId, slot, 1);
        night.post("/api/slots/" + late + "/approval", owner, Map.of()).isProblem(409, "SLOT_TAKEN");
        night.post("/api/slots/" + late + "/withdrawal", hostOwner, null).is(204);
        night.await("/api/slots/" + late, hostOwner, "status", "WITHDRAWN");
    }

    @Test
    void aCounterProposalIsTaken() {
        night.partnership(hostOwner, hostId, owner, venueId);
        String id = ask(hostOwner, hostId, slot(HOURS_AHEAD), 1);
        Map<String, Object> other = slot(HOURS_AHEAD + 24);
        night.post("/api/slots/" + id + "/counter-proposal", owner, other).is(204);
        night.post("/api/slots/" + id + "/counter-acceptance", owner, null).isProblem(403, "FORBIDDEN");
        night.post("/api/slots/" + id + "/counter-acceptance", hostOwner, null).is(204);
        Answer taken = night.await("/api/slots/" + id, hostOwner, "status", "APPROVED");
        assertThat(taken.text("from")).isEqualTo(other.get("from"));
    }

    @Test
    void theCalendarSaysAsMuchAsOneMayKnow() {
        night.partnership(hostOwner, hostId, owner, venueId);
        Map<String, Object> block = new HashMap<>(slot(HOURS_AHEAD));
        block.put("venueId", venueId);
        block.put("reason", "A secret party");
        String blockId =
                night.post("/api/venue/calendar/blocks", owner, block).is(201).text("blockId");
        night.post("/api/venue/calendar/blocks", owner, block).isProblem(409, "PERIOD_TAKEN");

        Answer full = night.await(calendar(), owner, "entries.0.kind", "BLOCK");
        assertThat(full.text("entries.0.reason")).isEqualTo("A secret party");
        Answer partner = night.get(calendar(), hostOwner).is(200);
        assertThat(partner.text("entries.0.kind")).isEqualTo("BUSY");
        assertThat(partner.text()).doesNotContain("secret").doesNotContain(blockId);
        night.get(calendar(), rivalOwner).isProblem(403, "FORBIDDEN");
        night.get(calendar(), null).isProblem(401, "UNAUTHENTICATED");

        String address = "/api/venue/calendar/blocks/" + blockId + "?venueId=" + venueId;
        night.delete(address, owner, null).is(204);
        night.delete(address, owner, null).isProblem(404, "BLOCK_NOT_FOUND");
    }

    @Test
    void aMemberOfTheStaffIsInvitedLinkedAndVerified() {
        Person door = night.register("Dev Door");
        Map<String, Object> invitation =
                Map.of("venueId", venueId, "email", door.email(), "name", "Dev Door", "role", "OPS");
        String staffId =
                night.post("/api/venue/staff", owner, invitation).is(201).text("staffId");
        night.post("/api/venue/staff", owner, invitation).isProblem(409, "STAFF_ALREADY_INVITED");
        change(owner, staffId, "VERIFY").isProblem(409, "STAFF_NOT_LINKED");
        night.get(calendar(), door).isProblem(403, "FORBIDDEN");
        night.await("/api/venue/staff?venueId=" + venueId, owner, "items.0.status", "LINKED");
        change(owner, staffId, "VERIFY").is(204);
        night.await("/api/me", door, "venues.0.role", "OPS");
        night.get(calendar(), door).is(200);
        night.get("/api/venue/staff?venueId=" + venueId, door).isProblem(403, "FORBIDDEN");
        Answer roster = night.get("/api/venue/staff?venueId=" + venueId, owner).is(200);
        assertThat(roster.text("items.0.email")).isEqualTo(door.email());
        change(owner, staffId, "DEACTIVATE").is(204);
        night.await("/api/venue/staff?venueId=" + venueId, owner, "items.0.status", "DEACTIVATED");
    }

    private Answer change(Person as, String staffId, String action) {
        return night.patch("/api/venue/staff", as, Map.of("venueId", venueId, "staffId", staffId, "action", action));
    }
}
