package com.thec1rcle.command.promoter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promoter.ClickCommand.FindLastClick;
import com.thec1rcle.kernel.promoter.ClickCommand.RecordClick;
import com.thec1rcle.kernel.promoter.ClickEvent.LinkClicked;
import com.thec1rcle.kernel.promoter.ClickTrailId;
import com.thec1rcle.kernel.promoter.LinkId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One visitor's clicks for one event: the last one earns, for a time; of the day's clicks only the links are kept. */
@Decider
final class ClickTrail {
    @AggregateIdentifier
    private @Nullable ClickTrailId id;

    private @Nullable String lastCode;
    private @Nullable Instant lastAt;
    private final Set<String> linksOfDay = new HashSet<>();

    ClickTrail() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordClick command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        Instant now = clock.instant();
        apply(new LinkClicked(
                command.clickTrailId(),
                command.linkId(),
                command.promoterId(),
                command.eventId(),
                command.code(),
                command.visitor(),
                isFirstOfDay(command.linkId(), now),
                now));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable
    String decide(FindLastClick command, Clock clock, PromoterSettings settings) {
        if (lastAt == null || !clock.instant().isBefore(lastAt.plus(settings.attributionWindow()))) {
            return null;
        }
        return lastCode;
    }

    @EventSourcingHandler
    void evolve(LinkClicked event) {
        if (lastAt == null || !day(lastAt).equals(day(event.at()))) {
            linksOfDay.clear();
        }
        id = event.clickTrailId();
        lastCode = event.code();
        lastAt = event.at();
        linksOfDay.add(event.linkId().value());
    }

    private boolean isFirstOfDay(LinkId link, Instant now) {
        return lastAt == null || !day(lastAt).equals(day(now)) || !linksOfDay.contains(link.value());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
