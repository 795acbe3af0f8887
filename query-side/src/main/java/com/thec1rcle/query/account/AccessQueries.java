package com.thec1rcle.query.account;

import com.thec1rcle.kernel.account.AccessQuery.FindAccess;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Invitation;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Says what a user may do; two look-ups by id, for every request asks this. */
@Component
class AccessQueries {
    private final MongoTemplate mongo;

    AccessQueries(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @QueryHandler
    AccessView handle(FindAccess query) {
        List<Invitation> invitations = invitationsOf(query.emailFingerprint());
        AccessDocument user = find(AccessDocument.ofUser(query.userId().value()));
        if (user == null) {
            return new AccessView(List.of(), List.of(), List.of(), null, invitations);
        }
        return user.toView(invitations);
    }

    private List<Invitation> invitationsOf(@Nullable String fingerprint) {
        AccessDocument address = fingerprint == null ? null : find(AccessDocument.ofAddress(fingerprint));
        return address == null ? List.of() : address.openInvitations();
    }

    private @Nullable AccessDocument find(String id) {
        return mongo.findById(id, AccessDocument.class, AccessProjection.ACCESS);
    }
}
