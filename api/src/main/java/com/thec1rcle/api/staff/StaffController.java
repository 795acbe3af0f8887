package com.thec1rcle.api.staff;

import com.thec1rcle.api.config.CommandClient;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.idempotency.NewIds;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.staff.StaffCommand;
import com.thec1rcle.kernel.staff.StaffCommand.ChangeStaffRole;
import com.thec1rcle.kernel.staff.StaffCommand.DeactivateStaff;
import com.thec1rcle.kernel.staff.StaffCommand.InviteStaff;
import com.thec1rcle.kernel.staff.StaffCommand.ReactivateStaff;
import com.thec1rcle.kernel.staff.StaffCommand.VerifyStaff;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffList;
import com.thec1rcle.kernel.staff.StaffQuery.FindStaff;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A venue's roster: who is invited, who counts, and as what. */
@RestController
@RequestMapping("/api/venue/staff")
@Tag(name = "Staff")
class StaffController {
    private final CommandClient commands;
    private final QueryClient queries;
    private final PersonalData personalData;

    StaffController(CommandClient commands, QueryClient queries, PersonalData personalData) {
        this.commands = commands;
        this.queries = queries;
        this.personalData = personalData;
    }

    record NewStaff(
            @NotNull VenueId venueId,

            @Schema(example = "door@example.com") @NotBlank @Email @Size(max = 254)
            String email,

            @Schema(example = "Dev Door") @NotBlank @Size(max = 120)
            String name,

            @Schema(example = "SECURITY") @NotNull StaffRole role,

            @Schema(example = "+91 98200 00000") @Nullable @Size(max = 40)
            String phone) {

        Contact contact() {
            return new Contact(name.strip(), email.strip(), phone);
        }
    }

    @Schema(example = """
            {"venueId": "0f8b6d2e-9c1a-4c57-9a51-2f6f6d1f7b10",
             "staffId": "6a1f3c52-1f0e-4b1c-8a25-6d1c8a5b9e01", "action": "VERIFY"}""")
    record StaffChange(
            @NotNull VenueId venueId,
            @NotNull StaffId staffId,
            @NotNull Action action,
            @Nullable StaffRole role) {

        StaffCommand command() throws Refusal {
            return switch (action) {
                case VERIFY -> new VerifyStaff(venueId, staffId);
                case CHANGE_ROLE -> new ChangeStaffRole(venueId, staffId, requiredRole());
                case DEACTIVATE -> new DeactivateStaff(venueId, staffId);
                case REACTIVATE -> new ReactivateStaff(venueId, staffId);
            };
        }

        private StaffRole requiredRole() throws Refusal {
            if (role == null) {
                throw new Refusal(ErrorCode.VALIDATION_FAILED, "CHANGE_ROLE needs the field role.");
            }
            return role;
        }
    }

    /** What can be done with a member. */
    enum Action {
        VERIFY,
        CHANGE_ROLE,
        DEACTIVATE,
        REACTIVATE
    }

    record Invited(StaffId staffId) {}

    @GetMapping
    @Operation(summary = "List a venue's staff, to who manages it")
    Mono<StaffList> list(
            @RequestParam VenueId venueId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Actor actor) {
        return queries.get(new FindStaff(venueId, cursor, limit, actor), StaffList.class, "venue");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite a person by email")
    Mono<ResponseEntity<Invited>> invite(@Valid @RequestBody NewStaff body, Actor actor, NewIds ids) {
        StaffId id = new StaffId(ids.next("staff"));
        URI location = URI.create("/api/venue/staff?venueId=" + body.venueId());
        return invitation(id, body)
                .flatMap(command -> commands.send(command, actor).then())
                .thenReturn(ResponseEntity.created(location).body(new Invited(id)));
    }

    @PatchMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Verify a member, change the role, deactivate or reactivate")
    Mono<Void> change(@Valid @RequestBody StaffChange body, Actor actor) {
        return Mono.fromCallable(body::command)
                .flatMap(command -> commands.send(command, actor).then());
    }

    /** Sealing may make a key in the vault, so it is done off the event loop. */
    private Mono<InviteStaff> invitation(StaffId id, NewStaff body) {
        return Mono.fromCallable(() -> new InviteStaff(
                        body.venueId(),
                        id,
                        personalData.seal("staff:" + id, body.contact()),
                        personalData.fingerprint(body.email().strip()),
                        body.role()))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
