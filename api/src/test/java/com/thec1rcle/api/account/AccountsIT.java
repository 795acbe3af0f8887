package com.thec1rcle.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsIT extends ApplicationIT {
    @Test
    void whoRegistersIsKnownAndBelongsNowhereYet() {
        Person asha = night.register("Asha Rao");
        Answer me = night.get("/api/me", asha).is(200);
        assertThat(me.text("userId")).isEqualTo(asha.userId());
        assertThat(me.text("email")).isEqualTo(asha.email());
        assertThat(me.text("name")).isEqualTo("Asha Rao");
        assertThat(me.json().path("platformRoles")).isEmpty();
        assertThat(me.json().path("venues")).isEmpty();
        assertThat(me.json().path("hosts")).isEmpty();
        assertThat(me.json().has("promoterId")).isFalse();
    }

    @Test
    void anAdministratorGrantsAndTakesAwayRolesAtOnce() {
        Person finance = night.register("Finn Ance");
        String roles = "/api/admin/users/" + finance.userId() + "/roles";

        night.put(roles, finance, Map.of("roles", List.of("FINANCE"))).is(403);
        night.put(roles, admin(), Map.of("roles", List.of("FINANCE"))).is(204);
        assertThat(platformRoles(finance)).isEqualTo("[\"FINANCE\"]");

        night.put(roles, admin(), Map.of("roles", List.of())).is(204);
        assertThat(platformRoles(finance)).isEqualTo("[]");
    }

    @Test
    void anAdministratorStaysOne() {
        Person admin = admin();
        Answer refused =
                night.put("/api/admin/users/" + admin.userId() + "/roles", admin, Map.of("roles", List.of("FINANCE")));
        assertThat(refused.is(422).text("code")).isEqualTo("PLATFORM_ROLE_OWN");
        assertThat(platformRoles(admin)).contains("ADMIN");
    }

    @Test
    void whoRegistersAVenueOwnsItWithTheAnswer() {
        Person owner = night.register("Omar Owner");
        String venueId = night.venue(owner);
        assertThat(night.get("/api/me", owner).is(200).json().path("venues").toString())
                .isEqualTo("[{\"venueId\":\"" + venueId + "\",\"role\":\"OWNER\"}]");
    }

    @Test
    void metricsAreForAdministrators() {
        night.get("/actuator/prometheus", null).is(401);
        night.get("/actuator/prometheus", night.register("Curious Carl")).is(403);
        night.get("/actuator/prometheus", admin()).is(200);
        night.get("/actuator/health", null).is(200);
    }

    private String platformRoles(Person person) {
        return night.get("/api/me", person).is(200).json().path("platformRoles").toString();
    }
}
