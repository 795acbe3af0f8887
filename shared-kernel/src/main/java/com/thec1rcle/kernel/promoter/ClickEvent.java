package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to a visitor's clicks for one event. */
public sealed interface ClickEvent {
    ClickTrailId clickTrailId();

    /**
     * A link was clicked.
     *
     * @param visitor a hash: nothing about the visitor can be read from it
     * @param firstOfDay whether it is this visitor's first click on this link on this day, in UTC
     */
    @Revision("1")
    record LinkClicked(
            ClickTrailId clickTrailId,
            LinkId linkId,
            PromoterId promoterId,
            EventId eventId,
            String code,
            String visitor,
            boolean firstOfDay,
            Instant at)
            implements ClickEvent {}
}
