package com.thec1rcle.query.staff;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Derives the rosters of the venues. */
@Projection
@ProcessingGroup(StaffProjection.GROUP)
final class StaffProjection {
    static final String GROUP = "projection-venue-staff";
    static final String COLLECTION = "venue_staff";

    private final Rows<StaffDocument> staff;

    StaffProjection(@Qualifier("views") MongoTemplate mongo) {
        staff = new Rows<>(mongo, StaffDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "venueId");
    }

    @EventHandler
    void on(StaffInvited event, @SequenceNumber long version, @Timestamp Instant at) {
        staff.insertIfAbsent(new StaffDocument(
                event.staffId().value(),
                event.venueId().value(),
                event.contact(),
                event.role(),
                null,
                false,
                true,
                at,
                version));
    }

    @EventHandler
    void on(StaffLinked event, @SequenceNumber long version) {
        staff.advance(
                event.staffId().value(),
                version,
                update("userId", event.userId().value()));
    }

    @EventHandler
    void on(StaffVerified event, @SequenceNumber long version) {
        staff.advance(event.staffId().value(), version, update("verified", true));
    }

    @EventHandler
    void on(StaffRoleChanged event, @SequenceNumber long version) {
        staff.advance(event.staffId().value(), version, update("role", event.to()));
    }

    @EventHandler
    void on(StaffDeactivated event, @SequenceNumber long version) {
        staff.advance(event.staffId().value(), version, update("active", false));
    }

    @EventHandler
    void on(StaffReactivated event, @SequenceNumber long version) {
        staff.advance(event.staffId().value(), version, update("active", true));
    }

    @ResetHandler
    void reset() {
        staff.clear();
    }
}
