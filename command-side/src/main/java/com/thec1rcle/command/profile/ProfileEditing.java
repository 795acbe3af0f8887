package com.thec1rcle.command.profile;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.profile.EditProfile;
import com.thec1rcle.kernel.profile.ProfileCommand.AdoptSlug;
import com.thec1rcle.kernel.profile.ProfileCommand.CheckProfileEditable;
import com.thec1rcle.kernel.profile.ProfileCommand.WriteProfile;
import com.thec1rcle.kernel.profile.SlugClaim;
import com.thec1rcle.kernel.profile.SlugCommand.FreeSlug;
import com.thec1rcle.kernel.profile.SlugCommand.ReserveSlug;
import com.thec1rcle.kernel.profile.SlugId;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Edits a profile's words and slug: the slug is reserved before anything changes, and the old one is given back by
 * {@link SlugRelease}. Cut short, it leaves a slug reserved for the profile that wanted it; asking again goes on there.
 */
@Conversation
class ProfileEditing {
    private final Commands commands;

    ProfileEditing(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    void handle(EditProfile edit, Actor actor) throws Refusal {
        boolean slugWanted = Objects.requireNonNull(commands.<Boolean>ask(
                new CheckProfileEditable(edit.profileId(), edit.owner(), edit.changes(), edit.slug()), actor));
        if (slugWanted && edit.slug() != null) {
            writeUnderSlug(edit, edit.slug(), actor);
        } else {
            write(edit, actor);
        }
    }

    private void writeUnderSlug(EditProfile edit, String slug, Actor actor) throws Refusal {
        SlugId slugId = SlugId.of(slug);
        int reservation =
                Objects.requireNonNull(commands.<Integer>ask(new ReserveSlug(slugId, slug, edit.profileId())));
        try {
            write(edit, actor);
            commands.ask(new AdoptSlug(edit.profileId(), edit.owner(), new SlugClaim(slug, reservation)), actor);
        } catch (Refusal refused) {
            commands.ask(new FreeSlug(slugId, edit.profileId(), reservation));
            throw refused;
        }
    }

    private void write(EditProfile edit, Actor actor) throws Refusal {
        commands.ask(new WriteProfile(edit.profileId(), edit.owner(), edit.changes()), actor);
    }
}
