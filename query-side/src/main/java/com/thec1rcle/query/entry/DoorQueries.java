package com.thec1rcle.query.entry;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.entry.DeviceList;
import com.thec1rcle.kernel.entry.DoorCount;
import com.thec1rcle.kernel.entry.EntryQuery.CountDoor;
import com.thec1rcle.kernel.entry.EntryQuery.FindDevices;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers how many came, left and were refused at a door, and with which devices a venue scans. */
@Component
class DoorQueries {
    private final DoorCounts counts;
    private final Rows<DeviceDocument> devices;

    DoorQueries(@Qualifier("views") MongoTemplate mongo, DoorCounts counts) {
        this.counts = counts;
        this.devices = new Rows<>(mongo, DeviceDocument.class, ScanProjection.DEVICES);
    }

    @QueryHandler
    DoorCount handle(CountDoor query) {
        DoorCounts.Counted counted = counts.of(query.eventId(), false);
        requireDoor(query.viewer(), counted.venueId());
        return query.fresh() ? counts.of(query.eventId(), true).count() : counted.count();
    }

    @QueryHandler
    DeviceList handle(FindDevices query) {
        if (!query.viewer().may(Permission.MANAGE_STAFF, query.venueId())) {
            throw QueryRefused.forbidden();
        }
        Rows.Page<DeviceDocument> page = devices.page(
                where("venueId").is(query.venueId().value()),
                "boundAt",
                Sort.Direction.ASC,
                query.cursor(),
                query.limit(),
                DeviceDocument::boundAt,
                DeviceDocument::id);
        return new DeviceList(page.items().stream().map(DeviceDocument::toView).toList(), page.nextCursor());
    }

    /** Whoever scans at a door or sees its guests may know what goes on there. */
    static void requireDoor(Actor viewer, VenueId venue) {
        if (!viewer.may(Permission.SCAN_TICKETS, venue) && !viewer.may(Permission.VIEW_GUESTLIST, venue)) {
            throw QueryRefused.forbidden();
        }
    }
}
