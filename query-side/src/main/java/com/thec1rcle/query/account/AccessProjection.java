package com.thec1rcle.query.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.account.PlatformRolesEvent.PlatformRolesGranted;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Derives every user's standing; asked at the edge for each request. */
@Projection
@ProcessingGroup(AccessProjection.GROUP)
class AccessProjection {
    static final String GROUP = "projection-access";
    static final String ACCESS = "access";
    static final String STAFF = "access_staff";

    private final MongoTemplate mongo;
    private final Rows<StaffRow> staff;

    AccessProjection(@Qualifier("views") MongoTemplate mongo) {
        this.mongo = mongo;
        this.staff = new Rows<>(mongo, StaffRow.class, STAFF);
    }

    @EventHandler
    void on(VenueRegistered event) {
        String venue = "venues." + key(event.venueId());
        change(
                AccessDocument.ofUser(event.ownerId().value()),
                new Update().set(venue + ".venueId", event.venueId().value()).set(venue + ".owner", true));
    }

    @EventHandler
    void on(HostRegistered event) {
        change(
                AccessDocument.ofUser(event.ownerId().value()),
                new Update().set("hosts." + key(event.hostId()), event.hostId().value()));
    }

    @EventHandler
    void on(PromoterAccountOpened event) {
        change(
                AccessDocument.ofUser(event.userId().value()),
                new Update().set("promoterId", event.promoterId().value()));
    }

    @EventHandler
    void on(PlatformRolesGranted event, @SequenceNumber long version) {
        String id = AccessDocument.ofUser(event.userId().value());
        ensure(id);
        Criteria behind = new Criteria()
                .orOperator(
                        where("roleVersion").exists(false), where("roleVersion").lt(version));
        mongo.updateFirst(
                Query.query(where("_id").is(id).andOperator(behind)),
                new Update()
                        .set("platformRoles", event.roles().stream().sorted().toList())
                        .set("roleVersion", version),
                ACCESS);
    }

    @EventHandler
    void on(StaffInvited event, @SequenceNumber long version) {
        staff.insertIfAbsent(new StaffRow(
                row(event.venueId(), event.staffId()),
                event.venueId().value(),
                event.staffId().value(),
                event.emailFingerprint(),
                event.role(),
                null,
                false,
                true,
                version));
        show(event.venueId(), event.staffId());
    }

    @EventHandler
    void on(StaffLinked event, @SequenceNumber long version) {
        advance(
                event.venueId(),
                event.staffId(),
                version,
                new Update().set("userId", event.userId().value()));
    }

    @EventHandler
    void on(StaffVerified event, @SequenceNumber long version) {
        advance(
                event.venueId(),
                event.staffId(),
                version,
                new Update().set("verified", true).set("role", event.role()));
    }

    @EventHandler
    void on(StaffRoleChanged event, @SequenceNumber long version) {
        advance(event.venueId(), event.staffId(), version, new Update().set("role", event.to()));
    }

    @EventHandler
    void on(StaffDeactivated event, @SequenceNumber long version) {
        advance(event.venueId(), event.staffId(), version, new Update().set("active", false));
    }

    @EventHandler
    void on(StaffReactivated event, @SequenceNumber long version) {
        advance(event.venueId(), event.staffId(), version, new Update().set("active", true));
    }

    @ResetHandler
    void reset() {
        mongo.remove(new Query(), ACCESS);
        staff.clear();
    }

    private void advance(VenueId venueId, StaffId staffId, long version, Update update) {
        staff.advance(row(venueId, staffId), version, update);
        show(venueId, staffId);
    }

    /** Writes what the roster's row says now; the same however often it is written. */
    private void show(VenueId venueId, StaffId staffId) {
        staff.find(row(venueId, staffId)).ifPresent(member -> {
            showInvitation(member, "invitations." + key(staffId));
            showMembership(member, "venues." + key(venueId), key(staffId));
        });
    }

    private void showInvitation(StaffRow member, String field) {
        String address = AccessDocument.ofAddress(member.emailFingerprint());
        if (member.waits()) {
            change(
                    address,
                    new Update().set(field + ".venueId", member.venueId()).set(field + ".staffId", member.staffId()));
        } else {
            changeIfThere(address, new Update().unset(field));
        }
    }

    private void showMembership(StaffRow member, String venue, String staffKey) {
        if (member.userId() == null) {
            return;
        }
        String user = AccessDocument.ofUser(member.userId());
        if (member.counts()) {
            change(
                    user,
                    new Update()
                            .set(venue + ".venueId", member.venueId())
                            .set(venue + ".staff." + staffKey, member.role().name()));
        } else {
            changeIfThere(user, new Update().unset(venue + ".staff." + staffKey));
        }
    }

    private void change(String id, Update update) {
        ensure(id);
        changeIfThere(id, update);
    }

    private void changeIfThere(String id, Update update) {
        mongo.updateFirst(Query.query(where("_id").is(id)), update, ACCESS);
    }

    private void ensure(String id) {
        if (mongo.exists(Query.query(where("_id").is(id)), ACCESS)) {
            return;
        }
        try {
            mongo.insert(new Document("_id", id), ACCESS);
        } catch (DuplicateKeyException anotherCauseWasFaster) {
            // The document is there, which is all that is wanted.
            return;
        }
    }

    private static String row(VenueId venueId, StaffId staffId) {
        return venueId.value() + "|" + staffId.value();
    }

    private static String key(Identifier id) {
        return Identifier.derive("key", id.value());
    }
}
