package com.thec1rcle.command.ticketing;

import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** A tier that is fit to be created; how an event, which creates its tiers, comes by one. */
public final class NewTier {
    private final TierCreated creation;
    private final @Nullable Long rsvpRevision;

    private NewTier(TierCreated creation, @Nullable Long rsvpRevision) {
        this.creation = creation;
        this.rsvpRevision = rsvpRevision;
    }

    /**
     * Checks a draft; refused with TIER_INVALID, or RSVP_NOT_FREE. Nothing happens yet.
     *
     * @param rsvpRevision present if the event takes RSVPs, so that the tier is free and stays so
     */
    public static NewTier of(
            TierId tierId,
            EventId eventId,
            EventCreator creator,
            @Nullable Long rsvpRevision,
            TierDraft draft,
            TicketingSettings settings)
            throws Refusal {
        TierRules.requireAccessCodeForm(draft.accessCode());
        TierTerms terms = TierRules.terms(tierId, draft, settings);
        TierRules.requireFit(terms, draft.stock());
        if (rsvpRevision != null) {
            TierRules.requireFitForRsvp(terms);
        }
        return new NewTier(new TierCreated(tierId, eventId, creator, terms, draft.stock()), rsvpRevision);
    }

    /** Creates the tier in the unit of work of the event that decides it. */
    public void create() {
        try {
            AggregateLifecycle.createNew(
                    TicketTier.class,
                    () -> rsvpRevision == null ? new TicketTier(creation) : new TicketTier(creation, rsvpRevision));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("A tier that was checked can be created.", failed);
        }
    }
}
