package com.thec1rcle.kernel.promoter;

import com.thec1rcle.kernel.event.EventId;
import org.axonframework.serialization.Revision;

/** What happened to a visitor's clicks for one event. */
public sealed interface ClickEvent {
    ClickTrailId clickTrailId();

    /** A link was clicked; first of the visitor's day, or not. */
    @Revision("1")
    record LinkClicked(
            ClickTrailId clickTrailId,
            LinkId linkId,
            PromoterId promoterId,
            EventId eventId,
            String code,
            String visitor,
            boolean firstOfDay)
            implements ClickEvent {}
}
