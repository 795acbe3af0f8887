package com.thec1rcle.command.promoter;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReleaseCommission;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Makes what was earned with an event payable when the event is over; what is booked later releases itself. */
@Process
@ProcessingGroup(CommissionRelease.GROUP)
class CommissionRelease {
    static final String GROUP = "process-commission-release";

    private final Commands commands;
    private final CommissionFiles files;

    CommissionRelease(Commands commands, CommissionFiles files) {
        this.commands = commands;
        this.files = files;
    }

    @EventHandler
    void on(EventCompleted event) throws Refusal {
        // Noted first: a booking that comes too late for the loop below finds the note.
        files.complete(event.eventId());
        for (PromoterId promoter : files.earners(event.eventId())) {
            commands.ask(new ReleaseCommission(promoter, event.eventId()));
        }
    }
}
