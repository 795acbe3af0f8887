package com.thec1rcle.command.promoter;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.command.promoter.CommissionFile.Stage;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What the processes of commission must not forget: a file for each order, and who earned with which event. */
@Component
class CommissionFiles {
    static final String FILES = "commission_files";
    static final String EARNERS = "event_earners";

    private final MongoTemplate vault;

    CommissionFiles(@Qualifier("vault") MongoTemplate vault) {
        this.vault = vault;
    }

    @Nullable
    CommissionFile find(OrderId order) {
        return vault.findById(order.value(), CommissionFile.class, FILES);
    }

    void open(CommissionFile file) {
        // The earner first: whoever completes the event must not miss a file that exists.
        vault.upsert(byId(file.eventId()), new Update().addToSet("promoterIds", file.promoterId()), EARNERS);
        try {
            vault.insert(file, FILES);
        } catch (DuplicateKeyException opened) {
            // Opened before by a run that did not get further: that file stands.
            return;
        }
    }

    void reach(OrderId order, Stage stage) {
        vault.updateFirst(byId(order.value()), Update.update("stage", stage), FILES);
    }

    /** Notes that the commission of a refund's tickets was taken back. */
    void reversed(OrderId order, RefundId refund) {
        vault.updateFirst(byId(order.value()), new Update().addToSet("reversedRefunds", refund.value()), FILES);
    }

    /** Notes that an event is over. */
    void complete(EventId event) {
        vault.upsert(byId(event.value()), Update.update("completed", true), EARNERS);
    }

    boolean isCompleted(EventId event) {
        @Nullable Earners earners = vault.findById(event.value(), Earners.class, EARNERS);
        return earners != null && Boolean.TRUE.equals(earners.completed());
    }

    Set<PromoterId> earners(EventId event) {
        @Nullable Earners earners = vault.findById(event.value(), Earners.class, EARNERS);
        if (earners == null || earners.promoterIds() == null) {
            return Set.of();
        }
        return earners.promoterIds().stream().map(PromoterId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }

    /** Who earned with an event, and whether it is over. */
    record Earners(
            @Id String id,
            @Nullable Set<String> promoterIds,
            @Nullable Boolean completed) {}
}
