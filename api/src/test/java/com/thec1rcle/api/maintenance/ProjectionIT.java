package com.thec1rcle.api.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectionIT extends ApplicationIT {
    @Test
    void anAdministratorSeesWhereEveryProjectionStands() {
        Answer answer = night.get("/api/admin/projections", admin()).is(200);
        List<String> names = new ArrayList<>();
        answer.at("items").forEach(item -> {
            names.add(item.get("name").asString());
            assertThat(item.get("running").asBoolean()).as(item.toString()).isTrue();
            assertThat(item.has("problem")).as(item.toString()).isFalse();
        });
        assertThat(names)
                .contains("projection-profile", "projection-follow", "projection-notification")
                .isSorted();
    }

    @Test
    void aProjectionThatIsRebuiltShowsWhatItShowedBefore() {
        Person admin = admin();
        Person fan = night.register("Farah Fan");
        String host = night.host(night.register("Hana Host"));
        night.post("/api/follow", fan, Map.of("targetType", "HOST", "targetId", host))
                .is(204);
        Answer before = night.get("/api/follow", fan).is(200);

        night.post("/api/admin/projections/projection-follow/replay", admin, null)
                .is(202);
        night.await("/api/admin/projections/projection-follow", admin, "replaying", "false");
        night.await("/api/admin/projections/projection-follow", admin, "caughtUp", "true");

        assertThat(night.get("/api/follow", fan).is(200).json()).isEqualTo(before.json());
        night.post("/api/admin/projections/projection-follow/replay", admin, null)
                .is(202);
        night.await("/api/admin/projections/projection-follow", admin, "caughtUp", "true");
    }

    @Test
    void aProjectionThatDoesNotExistIsNotRebuilt() {
        night.post("/api/admin/projections/projection-weather/replay", admin(), null)
                .isProblem(404, "PROJECTION_NOT_FOUND");
        night.get("/api/admin/projections/projection-weather", admin()).isProblem(404, "PROJECTION_NOT_FOUND");
    }

    @Test
    void othersNeitherSeeNorRebuild() {
        Person stranger = night.register("Sam Stranger");
        night.get("/api/admin/projections", stranger).isProblem(403, "FORBIDDEN");
        night.get("/api/admin/projections/projection-follow", stranger).isProblem(403, "FORBIDDEN");
        night.post("/api/admin/projections/projection-follow/replay", stranger, null)
                .isProblem(403, "FORBIDDEN");
        night.get("/api/admin/projections", null).isProblem(401, "UNAUTHENTICATED");
    }
}
