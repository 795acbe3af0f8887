package com.thec1rcle.command.entry;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.EntryAttempt;
import com.thec1rcle.kernel.entry.ScanId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** A door, who stands there and what is shown to them. */
public final class DoorFixtures {
    public static final Instant NIGHT = Instant.parse("2026-12-04T18:00:00Z");
    public static final VenueId VENUE = new VenueId("blue-room");
    public static final EventId EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11");
    public static final EventId OTHER_EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b12");
    public static final OrderId ORDER = new OrderId("0b6a7d1e-3f7e-4c57-9b53-6d2a4b1c9e01");
    public static final TicketId TICKET = TicketId.of(ORDER, 1);
    public static final Sealed HOLDER = new Sealed("guest", "cipher");

    private DoorFixtures() {}

    public static Actor staff(StaffRole role) {
        return staff(role, VENUE);
    }

    public static Actor staff(StaffRole role, VenueId venue) {
        UserId user = new UserId("staff-" + role.name().toLowerCase());
        return new Actor(user, null, Set.of(), Map.of(venue, role), Set.of(), null);
    }

    public static EntryAttempt attempt(String scanId, int count) {
        return attempt(scanId, EVENT, count);
    }

    public static EntryAttempt attempt(String scanId, EventId event, int count) {
        return new EntryAttempt(new ScanId(scanId), event, VENUE, new UserId("staff-security"), null, count, NIGHT);
    }

    public static TicketIssued issued(int admits) {
        return issued(admits, false);
    }

    public static TicketIssued issued(int admits, boolean rotatingCode) {
        return new TicketIssued(
                TICKET,
                ORDER,
                EVENT,
                new TierId("tier"),
                "Couple",
                EntryType.COUPLE,
                admits,
                rotatingCode,
                new UserId("guest"),
                HOLDER,
                1);
    }

    public static Matcher<Refusal> refusedWith(ErrorCode code) {
        return new CustomTypeSafeMatcher<>("refused with " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }
        };
    }
}
