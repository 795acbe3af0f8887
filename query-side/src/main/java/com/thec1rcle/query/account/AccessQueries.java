package com.thec1rcle.query.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.AccessQuery.FindAccess;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Invitation;
import com.thec1rcle.query.config.Rows;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Says what a user may do; one look-up by ids, for every request asks this. */
@Component
class AccessQueries {
    private final Rows<AccessDocument> access;

    AccessQueries(@Qualifier("views") MongoTemplate mongo) {
        this.access = new Rows<>(mongo, AccessDocument.class, AccessProjection.ACCESS);
    }

    @QueryHandler
    AccessView handle(FindAccess query) {
        String user = AccessDocument.ofUser(query.userId().value());
        String fingerprint = query.emailFingerprint();
        String address = fingerprint == null ? null : AccessDocument.ofAddress(fingerprint);
        List<AccessDocument> known = access.findAll(where("_id")
                .in(Stream.of(user, address).filter(Objects::nonNull).toList()));
        List<Invitation> invitations = known.stream()
                .filter(document -> document.id().equals(address))
                .flatMap(document -> document.openInvitations().stream())
                .toList();
        return known.stream()
                .filter(document -> document.id().equals(user))
                .findFirst()
                .map(document -> document.toView(invitations))
                .orElseGet(() -> new AccessView(List.of(), List.of(), List.of(), null, invitations));
    }
}
