package com.thec1rcle.command.profile;

import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.profile.ProfileCommand.AdoptSlug;
import com.thec1rcle.kernel.profile.ProfileCommand.CheckProfileEditable;
import com.thec1rcle.kernel.profile.ProfileCommand.WriteProfile;
import com.thec1rcle.kernel.profile.ProfileEvent.ProfileWritten;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileText;
import com.thec1rcle.kernel.profile.SlugClaim;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** How a venue, host or promoter shows itself; begins with the first thing it says. */
@Decider
final class Profile {
    @AggregateIdentifier
    private @Nullable ProfileId id;

    private ProfileText text = ProfileText.NOTHING;
    private @Nullable SlugClaim slug;

    Profile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean decide(CheckProfileEditable command, Actor actor) throws Refusal {
        requireOwner(command.profileId(), command.owner(), actor);
        ProfileRules.requireGood(text.with(command.changes()));
        if (command.slug() == null) {
            return false;
        }
        ProfileRules.requireSlug(command.slug());
        return slug == null || !slug.slug().equals(command.slug());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WriteProfile command, Actor actor) throws Refusal {
        requireOwner(command.profileId(), command.owner(), actor);
        ProfileText written = text.with(command.changes());
        ProfileRules.requireGood(written);
        if (written.equals(text)) {
            return; // Nothing new was said.
        }
        apply(new ProfileWritten(command.profileId(), command.owner(), written));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AdoptSlug command, Actor actor) throws Refusal {
        requireOwner(command.profileId(), command.owner(), actor);
        if (has(command.slug())) {
            return;
        }
        apply(new SlugAdopted(command.profileId(), command.owner(), command.slug(), slug));
    }

    @EventSourcingHandler
    void evolve(ProfileWritten event) {
        id = event.profileId();
        text = event.text();
    }

    @EventSourcingHandler
    void evolve(SlugAdopted event) {
        id = event.profileId();
        slug = event.slug();
    }

    /** By this reservation or a newer one: going back to an older one would give the newer one away. */
    private boolean has(SlugClaim claim) {
        return slug != null && slug.slug().equals(claim.slug()) && slug.reservation() >= claim.reservation();
    }

    private static void requireOwner(ProfileId profile, ProfileOwner owner, Actor actor) throws Refusal {
        if (!ProfileId.of(owner).equals(profile)) {
            throw new Refusal(FORBIDDEN, "This is somebody else's profile.");
        }
        ProfileRules.requireOwner(owner, actor);
    }
}
