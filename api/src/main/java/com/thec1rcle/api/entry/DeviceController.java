package com.thec1rcle.api.entry;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.kernel.entry.BindingCode;
import com.thec1rcle.kernel.entry.BoundDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.BindDevice;
import com.thec1rcle.kernel.entry.DeviceCommand.OfferBinding;
import com.thec1rcle.kernel.entry.DeviceCommand.RevokeDevice;
import com.thec1rcle.kernel.entry.DeviceId;
import com.thec1rcle.kernel.entry.DeviceList;
import com.thec1rcle.kernel.entry.EntryQuery.FindDevices;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The devices that a venue scans with: a manager reads out a code, the device is bound with it, and may be revoked. */
@RestController
@RequestMapping("/api/venue/devices")
@Tag(name = "Entry")
class DeviceController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final SecureRandom random = new SecureRandom();

    DeviceController(CommandClient commands, QueryClient queries) {
        this.commands = commands;
        this.queries = queries;
    }

    record Offer(@NotNull VenueId venueId) {}

    /** The code is told this once and kept nowhere. */
    record Offered(
            DeviceId deviceId, @Schema(example = "K7MQ2XWR") String code, Instant expiresAt) {}

    record Binding(
            @Schema(example = "K7MQ2XWR") @NotBlank @Size(max = 20) @Pattern(regexp = "[A-Za-z0-9\\s-]*")
            String code,

            @Schema(example = "Front gate", description = "What it is called; the gate where it stands.")
            @NotBlank
            @Size(max = 80)
            String name) {}

    record Bound(DeviceId deviceId, VenueId venueId, String name) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Get a code that binds a device to the venue; for who manages its staff",
            description = "The code is good for one device and ten minutes, unless set otherwise.")
    Mono<ResponseEntity<Offered>> offer(@Valid @RequestBody Offer body, Actor actor) {
        BindingCode code = BindingCode.random(random);
        DeviceId deviceId = code.deviceId();
        return commands.<Instant>send(new OfferBinding(deviceId, body.venueId()), actor)
                .map(lapsesAt -> ResponseEntity.created(URI.create("/api/venue/devices/" + deviceId))
                        .body(new Offered(deviceId, code.value(), lapsesAt)));
    }

    @PostMapping("/binding")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Bind this device with a code; for who scans at the venue. Name its id with every scan")
    Mono<ResponseEntity<Bound>> bind(@Valid @RequestBody Binding body, Actor actor) {
        return Mono.fromCallable(() -> BindingCode.typed(body.code()).deviceId())
                .onErrorMap(IllegalArgumentException.class, odd -> unknownCode())
                .flatMap(deviceId -> commands.<BoundDevice>send(new BindDevice(deviceId, body.name()), actor))
                .onErrorMap(DeviceController::isMissing, missing -> unknownCode())
                .map(device -> ResponseEntity.created(URI.create("/api/venue/devices/" + device.deviceId()))
                        .body(new Bound(device.deviceId(), device.venueId(), device.name())));
    }

    @GetMapping
    @Operation(summary = "The devices bound to a venue, and when each was last seen; for who manages its staff")
    Mono<DeviceList> devices(
            @RequestParam VenueId venueId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.ask(new FindDevices(venueId, cursor, limit, actor), DeviceList.class);
    }

    @DeleteMapping("/{deviceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a device, or a code that nobody has used yet; for who manages the venue's staff")
    Mono<Void> revoke(@PathVariable DeviceId deviceId, Actor actor) {
        return commands.send(new RevokeDevice(deviceId), actor).then();
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == ErrorCode.NOT_FOUND;
    }

    private static Refusal unknownCode() {
        return new Refusal(ErrorCode.DEVICE_CODE_INVALID, "This code binds nothing; ask for another.");
    }
}
