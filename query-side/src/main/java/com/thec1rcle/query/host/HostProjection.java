package com.thec1rcle.query.host;

import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the hosts. */
@Projection
@ProcessingGroup(HostProjection.GROUP)
final class HostProjection {
    static final String GROUP = "projection-hosts";
    static final String COLLECTION = "hosts";

    private final Rows<HostDocument> hosts;

    HostProjection(@Qualifier("views") MongoTemplate mongo) {
        hosts = new Rows<>(mongo, HostDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "cityKey", "name");
    }

    @EventHandler
    void on(HostRegistered event) {
        hosts.insertIfAbsent(
                new HostDocument(event.hostId().value(), event.name(), event.city(), HostDocument.key(event.city())));
    }

    @ResetHandler
    void reset() {
        hosts.clear();
    }
}
