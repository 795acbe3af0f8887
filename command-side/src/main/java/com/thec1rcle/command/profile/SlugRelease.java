package com.thec1rcle.command.profile;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.SlugClaim;
import com.thec1rcle.kernel.profile.SlugCommand.FreeSlug;
import com.thec1rcle.kernel.profile.SlugId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Gives a slug back once its profile has another one. */
@Process
@ProcessingGroup(SlugRelease.GROUP)
class SlugRelease {
    static final String GROUP = "process-slug-release";

    private final Commands commands;

    SlugRelease(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(SlugAdopted event) throws Refusal {
        SlugClaim previous = event.previous();
        if (previous != null) {
            commands.ask(new FreeSlug(SlugId.of(previous.slug()), event.profileId(), previous.reservation()));
        }
    }
}
