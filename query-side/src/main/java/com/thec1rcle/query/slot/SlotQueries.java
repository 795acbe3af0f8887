package com.thec1rcle.query.slot;

import com.thec1rcle.kernel.slot.SlotQuery.FindSlotRequest;
import com.thec1rcle.kernel.slot.SlotQuery.FindSlotRequests;
import com.thec1rcle.kernel.slot.SlotRequestList;
import com.thec1rcle.kernel.slot.SlotRequestStatus;
import com.thec1rcle.kernel.slot.SlotRequestView;
import com.thec1rcle.query.config.Parties;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.venue.WaitingLine;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what a host and a venue may ask about requests for slots. */
@Component
final class SlotQueries {
    private final Rows<SlotRequestDocument> requests;
    private final WaitingLine line;

    SlotQueries(@Qualifier("views") MongoTemplate mongo, WaitingLine line) {
        requests = new Rows<>(mongo, SlotRequestDocument.class, SlotRequestProjection.COLLECTION);
        this.line = line;
    }

    @QueryHandler
    SlotRequestView handle(FindSlotRequest query) {
        SlotRequestDocument request =
                requests.find(query.slotRequestId().value()).orElseThrow(() -> QueryRefused.notFound("slot request"));
        Parties.require(query.viewer(), request.hostId(), request.venueId());
        return withRank(request);
    }

    @QueryHandler
    SlotRequestList handle(FindSlotRequests query) {
        Criteria criteria = Parties.documents(query.viewer(), query.venueId(), query.hostId());
        if (query.status() != null) {
            criteria = criteria.and("status").is(query.status());
        }
        var page = requests.page(
                criteria,
                "requestedAt",
                Sort.Direction.DESC,
                query.cursor(),
                query.limit(),
                SlotRequestDocument::requestedAt,
                SlotRequestDocument::id);
        return new SlotRequestList(page.items().stream().map(this::withRank).toList(), page.nextCursor());
    }

    private SlotRequestView withRank(SlotRequestDocument request) {
        boolean waits = request.status() == SlotRequestStatus.PENDING;
        return request.toView(waits ? line.rankOf(request.id()).orElse(null) : null);
    }
}
