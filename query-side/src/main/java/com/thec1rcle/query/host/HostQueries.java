package com.thec1rcle.query.host;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.host.HostList;
import com.thec1rcle.kernel.host.HostQuery.FindHost;
import com.thec1rcle.kernel.host.HostQuery.FindHosts;
import com.thec1rcle.kernel.host.HostView;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Answers what anybody may ask about hosts. */
@Component
final class HostQueries {
    private final Rows<HostDocument> hosts;

    HostQueries(@Qualifier("views") MongoTemplate mongo) {
        hosts = new Rows<>(mongo, HostDocument.class, HostProjection.COLLECTION);
    }

    @QueryHandler
    HostView handle(FindHost query) {
        return hosts.find(query.hostId().value())
                .map(HostDocument::toView)
                .orElseThrow(() -> QueryRefused.notFound("host"));
    }

    @QueryHandler
    HostList handle(FindHosts query) {
        Criteria criteria =
                query.city() == null ? new Criteria() : where("cityKey").is(HostDocument.key(query.city()));
        var page = hosts.page(
                criteria,
                "name",
                Sort.Direction.ASC,
                query.cursor(),
                query.limit(),
                HostDocument::name,
                HostDocument::id);
        return new HostList(page.items().stream().map(HostDocument::toView).toList(), page.nextCursor());
    }
}
