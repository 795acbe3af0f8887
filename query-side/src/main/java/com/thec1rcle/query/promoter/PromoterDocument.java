package com.thec1rcle.query.promoter;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.PromoterView;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A promoter's account, in {@code promoters}. */
record PromoterDocument(
        @Id String id, String userId, String displayName, boolean approved, Instant openedAt, long version) {
    static final String COLLECTION = "promoters";

    PromoterView toView() {
        return new PromoterView(new PromoterId(id), new UserId(userId), displayName, approved, openedAt);
    }
}
