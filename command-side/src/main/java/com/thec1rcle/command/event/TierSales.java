package com.thec1rcle.command.event;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.DescribeSales;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.event.EventLifecycleEvent.OrderLimitsSet;
import com.thec1rcle.kernel.event.EventLifecycleEvent.PromotersArranged;
import com.thec1rcle.kernel.event.EventLifecycleEvent.TierAdded;
import com.thec1rcle.kernel.event.EventSales;
import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseSales;
import com.thec1rcle.kernel.ticketing.TierCommand.OpenSales;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Sees to it that the tiers of a public event sell on its present terms, and stop when it ends. */
@Process
@ProcessingGroup(TierSales.GROUP)
class TierSales {
    static final String GROUP = "process-tier-sales";

    private final Commands commands;

    TierSales(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(EventPublished event) throws Refusal {
        open(event.eventId());
    }

    @EventHandler
    void on(TierAdded event) throws Refusal {
        open(event.eventId());
    }

    @EventHandler
    void on(OrderLimitsSet event) throws Refusal {
        open(event.eventId());
    }

    @EventHandler
    void on(PromotersArranged event) throws Refusal {
        open(event.eventId());
    }

    @EventHandler
    void on(EventCompleted event) throws Refusal {
        close(event.eventId(), "The event is over.");
    }

    @EventHandler
    void on(EventCancelled event) throws Refusal {
        close(event.eventId(), "The event was called off.");
    }

    private void open(EventId eventId) throws Refusal {
        EventSales sales = sales(eventId);
        SellingTerms selling = sales.selling();
        if (selling == null) {
            return; // Not public yet, or not any more.
        }
        for (TierId tier : sales.tiers()) {
            commands.ask(new OpenSales(tier, selling));
        }
    }

    private void close(EventId eventId, String reason) throws Refusal {
        for (TierId tier : sales(eventId).tiers()) {
            commands.ask(new CloseSales(tier, reason));
        }
    }

    private EventSales sales(EventId eventId) throws Refusal {
        return Objects.requireNonNull(commands.<EventSales>ask(new DescribeSales(eventId)));
    }
}
