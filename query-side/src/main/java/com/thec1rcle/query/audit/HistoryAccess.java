package com.thec1rcle.query.audit;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.entry.AttemptEvent;
import com.thec1rcle.kernel.entry.DeviceEvent.BindingOffered;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventDrafted;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventSubmitted;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.notification.InboxEvent.InboxRead;
import com.thec1rcle.kernel.notification.InboxEvent.NotificationsRead;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.profile.ProfileEvent.ProfileWritten;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkActivated;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.register.RegisterEvent;
import com.thec1rcle.kernel.register.RegisterEvent.DayClosed;
import com.thec1rcle.kernel.register.RegisterEvent.ExpenseRecorded;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffEvent;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TierEvent.SalesOpened;
import com.thec1rcle.kernel.ticketing.TierEvent.TierCreated;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a history concerns, as its own first events tell: administrators see everything, everybody else what is their
 * own. A history of a kind that is nobody's own, such as the reservation of a code, is for administrators.
 */
final class HistoryAccess {
    private HistoryAccess() {}

    /** @param beginning the first events of one aggregate, first of all the one that created it */
    static boolean isOpenTo(Actor viewer, List<?> beginning) {
        return viewer.has(PlatformRole.ADMIN) || isOwn(viewer, beginning);
    }

    /** Whether the viewer may see this event of a history that is open to them: money and staff are not for every eye. */
    static boolean shows(Actor viewer, Object event) {
        return viewer.has(PlatformRole.ADMIN)
                || switch (event) {
                    case ExpenseRecorded expense -> viewer.may(Permission.VIEW_FINANCE, expense.venueId());
                    case DayClosed day -> viewer.may(Permission.VIEW_FINANCE, day.venueId());
                    case StaffEvent staff -> viewer.may(Permission.MANAGE_STAFF, staff.venueId());
                    default -> true;
                };
    }

    private static boolean isOwn(Actor viewer, List<?> beginning) {
        return switch (beginning.getFirst()) {
            case VenueRegistered venue -> worksAt(viewer, venue.venueId());
            case RegisterEvent entry -> worksAt(viewer, entry.venueId());
            case AttemptEvent attempt ->
                watchesTheDoor(viewer, attempt.attempt().venueId());
            case BindingOffered device -> viewer.may(Permission.MANAGE_STAFF, device.venueId());
            case HostRegistered host -> viewer.owns(host.hostId());
            case PartnershipRequested asked -> viewer.owns(asked.hostId()) || worksAt(viewer, asked.venueId());
            case SlotRequested asked -> viewer.owns(asked.hostId()) || worksAt(viewer, asked.venueId());
            case EventDrafted draft -> builds(viewer, draft.creator()) || worksAt(viewer, submittedTo(beginning));
            case TierCreated tier -> builds(viewer, tier.creator()) || worksAt(viewer, soldAt(beginning));
            case PromoCodeCreated promo -> promo.creator().isServedBy(viewer);
            case OrderPlaced order -> viewer.userId().equals(order.accountId());
            case TicketIssued ticket -> viewer.userId().equals(ownerOf(ticket, beginning));
            case PromoterAccountOpened account -> viewer.userId().equals(account.userId());
            case PayoutRequested payout -> payout.promoterId().equals(viewer.promoterId());
            case RefundAsked refund ->
                viewer.userId().equals(refund.accountId()) || refund.creator().showsMoneyTo(viewer);
            case LinkActivated link -> viewer.userId().equals(link.promoterUserId());
            case ProfileWritten profile -> speaksFor(viewer, profile.owner());
            case SlugAdopted profile -> speaksFor(viewer, profile.owner());
            case Followed follow -> viewer.userId().equals(follow.userId());
            case InboxRead inbox -> viewer.userId().equals(inbox.userId());
            case NotificationsRead inbox -> viewer.userId().equals(inbox.userId());
            default -> false;
        };
    }

    private static boolean worksAt(Actor viewer, @Nullable VenueId venue) {
        return venue != null && viewer.may(Permission.VIEW_EVENTS, venue);
    }

    private static boolean watchesTheDoor(Actor viewer, VenueId venue) {
        return viewer.may(Permission.SCAN_TICKETS, venue) || viewer.may(Permission.VIEW_GUESTLIST, venue);
    }

    private static boolean builds(Actor viewer, EventCreator creator) {
        return creator.isHost() ? viewer.owns(new HostId(creator.id())) : worksAt(viewer, new VenueId(creator.id()));
    }

    private static boolean speaksFor(Actor viewer, ProfileOwner owner) {
        return switch (owner.type()) {
            case VENUE -> worksAt(viewer, new VenueId(owner.id()));
            case HOST -> viewer.owns(new HostId(owner.id()));
            case PROMOTER -> new PromoterId(owner.id()).equals(viewer.promoterId());
        };
    }

    /** Whose the ticket is now; what becomes of it concerns nobody who gave it away. */
    private static UserId ownerOf(TicketIssued ticket, List<?> events) {
        return events.stream()
                .filter(TicketTransferred.class::isInstance)
                .map(TicketTransferred.class::cast)
                .map(TicketTransferred::to)
                .reduce((earlier, later) -> later)
                .orElse(ticket.ownerId());
    }

    /** The venue that the event was last handed in to; a draft is its creator's own affair. */
    private static @Nullable VenueId submittedTo(List<?> events) {
        return events.stream()
                .filter(EventSubmitted.class::isInstance)
                .map(EventSubmitted.class::cast)
                .map(EventSubmitted::venueId)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The venue where the tier sells; before that it is its creator's own affair. */
    private static @Nullable VenueId soldAt(List<?> events) {
        return events.stream()
                .filter(SalesOpened.class::isInstance)
                .map(SalesOpened.class::cast)
                .map(opened -> opened.selling().venueId())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
