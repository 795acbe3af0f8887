package com.thec1rcle.kernel.audit;

import com.thec1rcle.kernel.account.PlatformRolesEvent;
import com.thec1rcle.kernel.entry.AttemptEvent;
import com.thec1rcle.kernel.entry.DeviceEvent;
import com.thec1rcle.kernel.event.EventLifecycleEvent;
import com.thec1rcle.kernel.follow.FollowEvent;
import com.thec1rcle.kernel.host.HostEvent;
import com.thec1rcle.kernel.notification.InboxEvent;
import com.thec1rcle.kernel.order.AllowanceEvent;
import com.thec1rcle.kernel.order.OrderEvent;
import com.thec1rcle.kernel.partnership.PartnershipEvent;
import com.thec1rcle.kernel.payment.NoticeEvent;
import com.thec1rcle.kernel.payout.PayoutEvent;
import com.thec1rcle.kernel.profile.ProfileEvent;
import com.thec1rcle.kernel.profile.SlugEvent;
import com.thec1rcle.kernel.promoter.ClickEvent;
import com.thec1rcle.kernel.promoter.LinkCodeEvent;
import com.thec1rcle.kernel.promoter.LinkEvent;
import com.thec1rcle.kernel.promoter.PromoterEvent;
import com.thec1rcle.kernel.refund.RefundEvent;
import com.thec1rcle.kernel.register.RegisterEvent;
import com.thec1rcle.kernel.slot.SlotEvent;
import com.thec1rcle.kernel.staff.StaffEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent;
import com.thec1rcle.kernel.ticketing.TierEvent;
import com.thec1rcle.kernel.venue.CalendarEvent;
import com.thec1rcle.kernel.venue.VenueEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What has a history that can be asked for. The staff and calendar of a venue are parts of the venue's own history and
 * are asked for by the venue's id.
 */
public enum AuditedType {
    VENUE("venue", VenueEvent.class, List.of(VenueEvent.class, StaffEvent.class, CalendarEvent.class)),
    STAFF("staff", VenueEvent.class, List.of(StaffEvent.class)),
    CALENDAR("calendar", VenueEvent.class, List.of(CalendarEvent.class)),
    HOST("host", HostEvent.class),
    PARTNERSHIP("partnership", PartnershipEvent.class),
    SLOT("slot", SlotEvent.class),
    REGISTER("register", RegisterEvent.class),
    EVENT("event", EventLifecycleEvent.class),
    TIER("tier", TierEvent.class),
    ORDER("order", OrderEvent.class),
    ALLOWANCE("allowance", AllowanceEvent.class),
    TICKET("ticket", TicketEvent.class),
    ATTEMPT("attempt", AttemptEvent.class),
    DEVICE("device", DeviceEvent.class),
    NOTICE("notice", NoticeEvent.class),
    PROMOTER("promoter", PromoterEvent.class),
    LINK("link", LinkEvent.class),
    LINK_CODE("link-code", LinkCodeEvent.class),
    CLICKS("clicks", ClickEvent.class),
    PAYOUT("payout", PayoutEvent.class),
    REFUND("refund", RefundEvent.class),
    PROFILE("profile", ProfileEvent.class),
    SLUG("slug", SlugEvent.class),
    FOLLOW("follow", FollowEvent.class),
    INBOX("inbox", InboxEvent.class),
    PLATFORM_ROLES("platform-roles", PlatformRolesEvent.class);

    private final String path;
    private final Class<?> first;
    private final List<Class<?>> shown;

    AuditedType(String path, Class<?> family) {
        this(path, family, List.of(family));
    }

    AuditedType(String path, Class<?> first, List<Class<?>> shown) {
        this.path = path;
        this.first = first;
        this.shown = shown;
    }

    /** The type that this part of an address names. */
    public static Optional<AuditedType> ofPath(String path) {
        return Arrays.stream(values()).filter(type -> type.path.equals(path)).findFirst();
    }

    /** How an address names it. */
    public String path() {
        return path;
    }

    /** Whether a history that begins with this event is of this type. */
    public boolean beginsWith(Object event) {
        return first.isInstance(event);
    }

    /** Whether this event belongs to what is shown of the history. */
    public boolean shows(Object event) {
        return shown.stream().anyMatch(family -> family.isInstance(event));
    }
}
