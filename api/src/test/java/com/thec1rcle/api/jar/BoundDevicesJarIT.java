package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A club that lets nobody in but through the devices it has bound. */
class BoundDevicesJarIT {
    @TempDir
    Path folder;

    @Test
    void onlyABoundDeviceOpensTheDoorAndOnlyUntilItIsRevoked() {
        try (RunningJar jar =
                RunningJar.start(folder, Map.of(), "--c1rcle.demo=false", "--c1rcle.entry.device-required=true")) {
            NightClient night = jar.client();
            Person owner = night.register("Vera Venue");
            Person guest = night.register("Asha Rao");
            String venueId = night.venue(owner);
            Person guard = night.staff(owner, venueId, "SECURITY");
            Person hostOwner = night.register("Hari Host");
            String hostId = night.host(hostOwner);
            night.partnership(hostOwner, hostId, owner, venueId);
            String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(1));
            String tierId = night.tier(hostOwner, eventId, "Couple", "COUPLE", 100_000, 5);
            night.publish(hostOwner, owner, eventId);
            String code =
                    night.buy(guest, NightClient.basket(eventId, tierId, 1)).text("tickets.0.code");
            String deviceId = bind(night, owner, guard, venueId);
            Map<String, Object> anywhere = Map.of("eventId", eventId, "code", code);
            Map<String, Object> atTheGate = Map.of("eventId", eventId, "code", code, "deviceId", deviceId);

            assertThat(scan(night, guard, anywhere)).isEqualTo("DEVICE_INVALID");
            assertThat(scan(night, guard, atTheGate)).isEqualTo("VALID");
            night.delete("/api/venue/devices/" + deviceId, owner, null).is(204);
            assertThat(scan(night, guard, atTheGate)).isEqualTo("DEVICE_INVALID");
            assertThat(scan(night, owner, anywhere)).isEqualTo("DEVICE_INVALID");
            night.await(
                    "/api/scan?result=DEVICE_INVALID&eventId=" + eventId, owner, "items/2/result", "DEVICE_INVALID");
        }
    }

    private static String bind(NightClient night, Person owner, Person guard, String venueId) {
        String code = night.post("/api/venue/devices", owner, Map.of("venueId", venueId))
                .is(201)
                .text("code");
        return night.post("/api/venue/devices/binding", guard, Map.of("code", code, "name", "Front gate"))
                .is(201)
                .text("deviceId");
    }

    private static String scan(NightClient night, Person as, Map<String, Object> body) {
        return night.post("/api/scan", as, body).is(200).text("result");
    }
}
