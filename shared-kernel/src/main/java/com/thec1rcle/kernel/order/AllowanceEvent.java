package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.payment.RefundId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to what an account may still buy for one event. */
public sealed interface AllowanceEvent {
    AllowanceId allowanceId();

    /** An order took part of the limit. */
    @Revision("1")
    record AllowanceTaken(AllowanceId allowanceId, OrderId orderId, int quantity, int maxPerAccount, Instant until)
            implements AllowanceEvent {}

    /** What an order took lapses no more; reacquired if it had lapsed before. */
    @Revision("1")
    record AllowanceClaimed(AllowanceId allowanceId, OrderId orderId, int quantity, boolean reacquired)
            implements AllowanceEvent {}

    /** An order keeps what it took. */
    @Revision("1")
    record AllowanceKept(AllowanceId allowanceId, OrderId orderId, int quantity) implements AllowanceEvent {}

    /** Tickets that an order kept were given back. */
    @Revision("1")
    record AllowanceRestored(AllowanceId allowanceId, OrderId orderId, RefundId refundId, int quantity)
            implements AllowanceEvent {}

    /** The order knows of what was restored. */
    @Revision("1")
    record RestorationClosed(AllowanceId allowanceId, RefundId refundId) implements AllowanceEvent {}

    /** An order gave back what it took. */
    @Revision("1")
    record AllowanceReturned(AllowanceId allowanceId, OrderId orderId, int quantity) implements AllowanceEvent {}
}
