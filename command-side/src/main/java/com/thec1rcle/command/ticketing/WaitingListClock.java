package com.thec1rcle.command.ticketing;

import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.config.Timers;
import com.thec1rcle.kernel.ticketing.TierCommand.OfferFreedStock;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferGivenUp;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferLapsed;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferRestored;
import com.thec1rcle.kernel.ticketing.TierEvent.OfferTaken;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesClosed;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListJoined;
import com.thec1rcle.kernel.ticketing.TierEvent.WaitingListLeft;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.WaitingListEntryId;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * Wakes a tier for which people wait when the clock may have freed stock: when an offer lapses, and when the holds of
 * now have lapsed, also those of orders that were never placed.
 */
@Process
@ProcessingGroup(WaitingListClock.GROUP)
class WaitingListClock {
    static final String GROUP = "process-waiting-list";

    private final Timers timers;
    private final TicketingSettings settings;

    WaitingListClock(Timers timers, TicketingSettings settings) {
        this.timers = timers;
        this.settings = settings;
    }

    @EventHandler
    void on(WaitingListJoined event, @Timestamp Instant at) {
        wakeAfterHolds(event.tierId(), at);
    }

    @EventHandler
    void on(WaitingListLeft event, @Timestamp Instant at) {
        wakeAfterHolds(event.tierId(), at);
    }

    @EventHandler
    void on(StockOffered event) {
        wakeAfterOffer(event.entryId(), event.tierId(), event.offeredUntil());
    }

    @EventHandler
    void on(OfferRestored event) {
        wakeAfterOffer(event.entryId(), event.tierId(), event.offeredUntil());
    }

    @EventHandler
    void on(OfferTaken event, @Timestamp Instant at) {
        timers.cancel(offer(event.entryId()));
        wakeAfterHolds(event.tierId(), at);
    }

    @EventHandler
    void on(OfferGivenUp event) {
        timers.cancel(offer(event.entryId()));
    }

    @EventHandler
    void on(OfferLapsed event) {
        timers.cancel(offer(event.entryId()));
    }

    @EventHandler
    void on(SalesClosed event) {
        timers.cancel(line(event.tierId()));
    }

    private void wakeAfterHolds(TierId tier, Instant at) {
        timers.set(line(tier), at.plus(settings.hold()), new OfferFreedStock(tier));
    }

    private void wakeAfterOffer(WaitingListEntryId entry, TierId tier, Instant until) {
        timers.set(offer(entry), until, new OfferFreedStock(tier));
    }

    private static String line(TierId tier) {
        return "waiting-list|" + tier.value();
    }

    private static String offer(WaitingListEntryId entry) {
        return "waiting-list-offer|" + entry.value();
    }
}
