package com.thec1rcle.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditIT extends ApplicationIT {
    private Person owner;
    private String venue;

    @BeforeEach
    void aVenueSignsUp() {
        owner = night.register("Vera Venue");
        venue = night.venue(owner);
    }

    @Test
    void aVenuesPeopleAndAdministratorsSeeItsHistory() {
        Answer history = night.get("/api/audit/venue/" + venue, owner).is(200);
        assertThat(history.text("items.0.name")).isEqualTo("VenueRegistered");
        assertThat(history.number("items.0.sequence")).isZero();
        assertThat(history.text("items.0.actor")).isEqualTo(owner.userId());
        assertThat(history.text("items.0.correlationId")).isNotBlank();
        assertThat(history.text("items.0.data.name")).isEqualTo("Blue Room");
        night.get("/api/audit/venue/" + venue, admin()).is(200);
    }

    @Test
    void theRequestIdIsTheCorrelationOfWhatItCauses() {
        String host = night.post(
                        "/api/hosts",
                        owner,
                        Map.of("name", "Night Shift", "city", "Pune"),
                        "X-Request-Id",
                        "my-request")
                .is(201)
                .text("hostId");
        assertThat(night.get("/api/audit/host/" + host, owner).is(200).text("items.0.correlationId"))
                .isEqualTo("my-request");
    }

    @Test
    void personalDataStaySealed() {
        night.post(
                        "/api/venue/staff",
                        owner,
                        Map.of("venueId", venue, "email", "sid@example.com", "name", "Sid Staff", "role", "SECURITY"))
                .is(201);
        Answer history = night.get("/api/audit/staff/" + venue, owner).is(200);
        assertThat(history.text("items.0.name")).isEqualTo("StaffInvited");
        assertThat(history.text("items.0.data.contact")).isEqualTo("[sealed]");
        assertThat(history.text()).doesNotContain("sid@example.com").doesNotContain("Sid Staff");
    }

    @Test
    void beforeItBeganThereIsNoHistory() {
        assertThat(night.get("/api/audit/venue/" + venue + "?asOf=2020-01-01T00:00:00Z", owner)
                        .is(200)
                        .at("items")
                        .isEmpty())
                .isTrue();
        night.get("/api/audit/venue/" + venue + "?asOf=yesterday", owner).is(400);
    }

    @Test
    void strangersSeeNothing() {
        night.get("/api/audit/venue/" + venue, night.register("Sam Stranger")).isProblem(403, "FORBIDDEN");
        night.get("/api/audit/venue/" + venue, null).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void whatDoesNotExistOrIsOfAnotherTypeIsNotFound() {
        night.get("/api/audit/venue/nothing", owner).isProblem(404, "NOT_FOUND");
        night.get("/api/audit/order/" + venue, owner).isProblem(404, "NOT_FOUND");
        night.get("/api/audit/weather/" + venue, owner).isProblem(404, "NOT_FOUND");
    }
}
