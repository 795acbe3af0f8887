package com.thec1rcle.kernel.event;

import com.thec1rcle.kernel.ticketing.SellingTerms;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event sells; the answer to {@link EventLifecycleCommand.DescribeSales}.
 *
 * @param selling absent while the event is not published, and once it is over
 */
public record EventSales(
        EventId eventId, List<TierId> tiers, @Nullable SellingTerms selling) {
    public EventSales {
        tiers = List.copyOf(tiers);
    }
}
