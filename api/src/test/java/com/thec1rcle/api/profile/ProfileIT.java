package com.thec1rcle.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileIT extends ApplicationIT {
    private Person owner;
    private String host;

    @BeforeEach
    void aHostSignsUp() {
        owner = night.register("Hana Host");
        host = night.host(owner);
    }

    @Test
    void everybodySeesAProfileFromTheDayItsOwnerSignsUp() {
        Answer profile = night.get("/api/profile?type=HOST&id=" + host, null).is(200);
        assertThat(profile.text("name")).isEqualTo("Night Shift");
        assertThat(profile.text("city")).isEqualTo("Mumbai");
        assertThat(profile.number("followers")).isZero();
        assertThat(profile.at("slug").isMissingNode()).isTrue();
    }

    @Test
    void whatIsAbsentStaysAndWhatIsBlankGoes() {
        edit(Map.of("bio", "Techno", "tagline", "late", "links", Map.of("web", "https://night.example")))
                .is(204);
        edit(Map.of("tagline", "", "genres", List.of("techno"))).is(204);

        Answer profile = night.get("/api/profile?type=HOST&id=" + host, null).is(200);
        assertThat(profile.text("bio")).isEqualTo("Techno");
        assertThat(profile.at("tagline").isMissingNode()).isTrue();
        assertThat(profile.text("links.web")).isEqualTo("https://night.example");
        assertThat(profile.text("genres.0")).isEqualTo("techno");
    }

    @Test
    void aSlugLeadsToItsProfileUntilItIsGivenUp() {
        String first = slug();
        String second = slug();
        edit(Map.of("slug", first)).is(204);
        assertThat(night.get("/api/profile?slug=" + first, null).is(200).text("id"))
                .isEqualTo(host);
        edit(Map.of("slug", second)).is(204);
        assertThat(night.get("/api/profile?slug=" + second, null).is(200).text("id"))
                .isEqualTo(host);
        night.get("/api/profile?slug=" + first, null).isProblem(404, "NOT_FOUND");
    }

    @Test
    void aTakenSlugIsRefusedAndNothingChanges() {
        String slug = slug();
        edit(Map.of("slug", slug)).is(204);
        Person rival = night.register("Rani Rival");
        String other = night.host(rival);
        night.patch("/api/profile", rival, Map.of("type", "HOST", "id", other, "slug", slug, "bio", "Mine"))
                .isProblem(409, "SLUG_TAKEN");
        assertThat(night.get("/api/profile?type=HOST&id=" + other, null)
                        .is(200)
                        .at("bio")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void onlyTheOwnerEdits() {
        Map<String, Object> body = Map.of("type", "HOST", "id", host, "bio", "Mine");
        night.patch("/api/profile", night.register("Sam Stranger"), body).isProblem(403, "FORBIDDEN");
        night.patch("/api/profile", null, body).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void whatAProfileMayNotSayIsRefused() {
        edit(Map.of("slug", "No Slug")).isProblem(422, "SLUG_INVALID");
        edit(Map.of("links", Map.of("web", "javascript:alert(1)"))).isProblem(422, "PROFILE_INVALID");
        edit(Map.of("bio", "x".repeat(5_001))).isProblem(422, "PROFILE_INVALID");
        edit(Map.of("colour", "black")).is(400);
        night.patch("/api/profile", owner, Map.of("type", "HOST", "id", "not an id"))
                .is(400);
        night.patch("/api/profile", owner, "{\"type\": \"HOST\", \"id\": \"" + host + "\", \"genres\": [null]}")
                .is(400);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        night.get("/api/profile?type=HOST&id=nobody", null).isProblem(404, "NOT_FOUND");
        night.get("/api/profile?slug=nobody-at-all", null).isProblem(404, "NOT_FOUND");
        night.get("/api/profile?type=HOST", null).isProblem(400, "VALIDATION_FAILED");
        night.get("/api/profile?type=CLUB&id=1", null).is(400);
    }

    private Answer edit(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(changes);
        body.put("type", "HOST");
        body.put("id", host);
        return night.patch("/api/profile", owner, body);
    }

    private static String slug() {
        return "s-" + UUID.randomUUID().toString().substring(0, 12).replace('-', '0');
    }
}
