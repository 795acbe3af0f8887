package com.thec1rcle.command.ticketing;

import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierTerms;
import org.axonframework.modelling.command.AggregateLifecycle;

/** A tier that is fit to be created; how an event, which creates its tiers, comes by one. */
public final class NewTier {
    private final TierCreated creation;
    private final boolean rsvp;

    private NewTier(TierCreated creation, boolean rsvp) {
        this.creation = creation;
        this.rsvp = rsvp;
    }

    /**
     * Checks a draft; refused with TIER_INVALID, or RSVP_NOT_FREE. Nothing happens yet.
     *
     * @param rsvp whether the event takes RSVPs, so that the tier is free and stays so
     */
    public static NewTier of(
            TierId tierId,
            EventId eventId,
            EventCreator creator,
            boolean rsvp,
            TierDraft draft,
            TicketingSettings settings)
            throws Refusal {
        TierRules.requireAccessCodeForm(draft.accessCode());
        TierTerms terms = TierRules.terms(tierId, draft, settings);
        TierRules.requireFit(terms, draft.stock());
        if (rsvp) {
            TierRules.requireFitForRsvp(terms);
        }
        return new NewTier(new TierCreated(tierId, eventId, creator, terms, draft.stock()), rsvp);
    }

    /** Creates the tier in the unit of work of the event that decides it. */
    public void create() {
        try {
            AggregateLifecycle.createNew(TicketTier.class, () -> new TicketTier(creation, rsvp));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("A tier that was checked can be created.", failed);
        }
    }
}
