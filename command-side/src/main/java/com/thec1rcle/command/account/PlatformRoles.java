package com.thec1rcle.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.PlatformRolesCommand.GrantPlatformRoles;
import com.thec1rcle.kernel.account.PlatformRolesEvent.PlatformRolesGranted;
import com.thec1rcle.kernel.account.PlatformRolesId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The platform roles of one user. */
@Decider
final class PlatformRoles {
    @AggregateIdentifier
    private @Nullable PlatformRolesId id;

    private Set<PlatformRole> roles = Set.of();

    PlatformRoles() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(GrantPlatformRoles command, Actor actor) throws Refusal {
        actor.require(PlatformRole.ADMIN);
        requireIdOfUser(command);
        requireToStayAdmin(command, actor);
        if (id != null && roles.equals(command.roles())) {
            return; // The user has exactly these roles already.
        }
        apply(new PlatformRolesGranted(
                command.platformRolesId(), command.userId(), Set.copyOf(command.roles()), actor.userId()));
    }

    @EventSourcingHandler
    void evolve(PlatformRolesGranted event) {
        id = event.platformRolesId();
        roles = event.roles();
    }

    private static void requireIdOfUser(GrantPlatformRoles command) throws Refusal {
        if (!command.platformRolesId().equals(PlatformRolesId.of(command.userId()))) {
            throw new Refusal(ErrorCode.FORBIDDEN, "These are the roles of another user.");
        }
    }

    /** Otherwise the platform could be left with nobody to run it. */
    private static void requireToStayAdmin(GrantPlatformRoles command, Actor actor) throws Refusal {
        if (command.userId().equals(actor.userId()) && !command.roles().contains(PlatformRole.ADMIN)) {
            throw new Refusal(
                    ErrorCode.PLATFORM_ROLE_OWN, "Nobody takes the role ADMIN from themselves; another has to.");
        }
    }
}
