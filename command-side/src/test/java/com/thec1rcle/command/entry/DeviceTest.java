package com.thec1rcle.command.entry;

import static com.thec1rcle.command.entry.DoorFixtures.NIGHT;
import static com.thec1rcle.command.entry.DoorFixtures.VENUE;
import static com.thec1rcle.command.entry.DoorFixtures.refusedWith;
import static com.thec1rcle.command.entry.DoorFixtures.staff;

import com.thec1rcle.kernel.entry.BindingCode;
import com.thec1rcle.kernel.entry.BoundDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.BindDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.DescribeDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.OfferBinding;
import com.thec1rcle.kernel.entry.DeviceCommand.RevokeDevice;
import com.thec1rcle.kernel.entry.DeviceEvent.BindingOffered;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceBound;
import com.thec1rcle.kernel.entry.DeviceEvent.DeviceRevoked;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceTest {
    private static final DeviceId DEVICE = new BindingCode("K7MQ2XWR").deviceId();
    private static final Actor GUARD = staff(StaffRole.SECURITY);
    private static final Actor BOSS = staff(StaffRole.MANAGER);
    private static final Map<String, String> DOOR = ActorMetadata.of(GUARD);
    private static final Map<String, String> MANAGER = ActorMetadata.of(BOSS);
    private static final Instant LAPSES = NIGHT.plusSeconds(600);
    private static final BindingOffered OFFERED = new BindingOffered(DEVICE, VENUE, BOSS.userId(), LAPSES);
    private static final BindingOffered LAPSED = new BindingOffered(DEVICE, VENUE, BOSS.userId(), NIGHT);
    private static final DeviceBound BOUND = new DeviceBound(DEVICE, VENUE, "Front gate", GUARD.userId());
    private static final DeviceRevoked REVOKED = new DeviceRevoked(DEVICE, VENUE, BOSS.userId());

    private AggregateTestFixture<Device> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Device.class);
        fixture.registerInjectableResource(Clock.fixed(NIGHT, ZoneOffset.UTC));
        fixture.registerInjectableResource(new EntrySettings(false, Duration.ofMinutes(10), Duration.ofHours(6)));
    }

    @Test
    void aManagerOffersABindingForTenMinutes() {
        fixture.givenNoPriorActivity()
                .when(new OfferBinding(DEVICE, VENUE), MANAGER)
                .expectEvents(OFFERED)
                .expectResultMessagePayload(LAPSES);
    }

    @Test
    void offeringTwiceIsOneOffer() {
        fixture.given(OFFERED)
                .when(new OfferBinding(DEVICE, VENUE), MANAGER)
                .expectNoEvents()
                .expectResultMessagePayload(LAPSES);
    }

    @Test
    void aCodeThatSomebodyElseGaveOutIsNotGivenOutAgain() {
        fixture.given(OFFERED)
                .when(new OfferBinding(DEVICE, VENUE), ActorMetadata.of(staff(StaffRole.OWNER)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.ALREADY_EXISTS));
        fixture.given(OFFERED, BOUND)
                .when(new OfferBinding(DEVICE, VENUE), MANAGER)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.ALREADY_EXISTS));
    }

    @Test
    void onlyAManagerOfTheVenueOffers() {
        fixture.givenNoPriorActivity()
                .when(new OfferBinding(DEVICE, VENUE), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
        fixture.givenNoPriorActivity()
                .when(
                        new OfferBinding(DEVICE, VENUE),
                        ActorMetadata.of(staff(StaffRole.OWNER, new VenueId("red-room"))))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void whoeverScansThereBindsIt() {
        fixture.given(OFFERED)
                .when(new BindDevice(DEVICE, " Front gate "), DOOR)
                .expectEvents(BOUND)
                .expectResultMessagePayload(new BoundDevice(DEVICE, VENUE, "Front gate", false));
    }

    @Test
    void bindingTwiceIsOneBinding() {
        fixture.given(OFFERED, BOUND)
                .when(new BindDevice(DEVICE, "Front gate"), DOOR)
                .expectNoEvents()
                .expectResultMessagePayload(new BoundDevice(DEVICE, VENUE, "Front gate", false));
    }

    @Test
    void aCodeBindsOneDevice() {
        fixture.given(OFFERED, BOUND)
                .when(new BindDevice(DEVICE, "Back gate"), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.DEVICE_CODE_INVALID));
        fixture.given(OFFERED, BOUND)
                .when(new BindDevice(DEVICE, "Front gate"), MANAGER)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.DEVICE_CODE_INVALID));
    }

    @Test
    void aLapsedCodeBindsNothing() {
        fixture.given(LAPSED)
                .when(new BindDevice(DEVICE, "Front gate"), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.DEVICE_CODE_INVALID));
    }

    @Test
    void aRevokedCodeBindsNothing() {
        fixture.given(OFFERED, REVOKED)
                .when(new BindDevice(DEVICE, "Front gate"), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.DEVICE_CODE_INVALID));
        fixture.given(OFFERED, BOUND, REVOKED)
                .when(new BindDevice(DEVICE, "Front gate"), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.DEVICE_CODE_INVALID));
    }

    @Test
    void whoDoesNotScanThereBindsNothing() {
        fixture.given(OFFERED)
                .when(new BindDevice(DEVICE, "Front gate"), ActorMetadata.of(staff(StaffRole.VIEWER)))
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void aDeviceHasAName() {
        fixture.given(OFFERED)
                .when(new BindDevice(DEVICE, "  "), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.VALIDATION_FAILED));
        fixture.given(OFFERED)
                .when(new BindDevice(DEVICE, "g".repeat(81)), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.VALIDATION_FAILED));
    }

    @Test
    void revokingTwiceIsRevoking() {
        fixture.given(OFFERED, BOUND).when(new RevokeDevice(DEVICE), MANAGER).expectEvents(REVOKED);
        fixture.given(OFFERED, BOUND, REVOKED)
                .when(new RevokeDevice(DEVICE), MANAGER)
                .expectNoEvents();
    }

    @Test
    void onlyAManagerRevokes() {
        fixture.given(OFFERED, BOUND)
                .when(new RevokeDevice(DEVICE), DOOR)
                .expectNoEvents()
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void itSaysWhereItScans() {
        fixture.given(OFFERED).when(new DescribeDevice(DEVICE)).expectException(refusedWith(ErrorCode.NOT_FOUND));
        fixture.given(OFFERED, BOUND)
                .when(new DescribeDevice(DEVICE))
                .expectResultMessagePayload(new BoundDevice(DEVICE, VENUE, "Front gate", false));
        fixture.given(OFFERED, BOUND, REVOKED)
                .when(new DescribeDevice(DEVICE))
                .expectResultMessagePayload(new BoundDevice(DEVICE, VENUE, "Front gate", true));
    }
}
