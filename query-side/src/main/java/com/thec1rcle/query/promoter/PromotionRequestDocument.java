package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromotionRequestStatus;
import com.thec1rcle.kernel.promoter.PromotionRequestView;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A promoter's wish to sell an event, in {@code promoter_requests}. */
record PromotionRequestDocument(
        @Id String id, String eventId, String promoterId, PromotionRequestStatus status, Instant at, long version) {
    static final String COLLECTION = "promoter_requests";

    static String id(EventId event, PromoterId promoter) {
        return event + "/" + promoter;
    }

    PromotionRequestView toView() {
        return new PromotionRequestView(new EventId(eventId), new PromoterId(promoterId), status, at);
    }
}
