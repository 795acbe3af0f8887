package com.thec1rcle.query.notification;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCancelled;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventPublished;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.notification.InboxEvent.InboxRead;
import com.thec1rcle.kernel.notification.InboxEvent.NotificationsRead;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipApproved;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipBlocked;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRejected;
import com.thec1rcle.kernel.partnership.PartnershipEvent.PartnershipRequested;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutApproved;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutStarted;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotApproved;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterAccepted;
import com.thec1rcle.kernel.slot.SlotEvent.SlotCounterProposed;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRejected;
import com.thec1rcle.kernel.slot.SlotEvent.SlotRequested;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketRevoked;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Projection;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Tells people what concerns them. Who is told depends on who followed, worked or bought at that moment, so this
 * projection must see the events of all aggregates in one order: see {@link NotificationOrder}.
 */
@Projection
@ProcessingGroup(NotificationProjection.GROUP)
class NotificationProjection {
    static final String GROUP = "projection-notification";

    private final People people;
    private final Inboxes inboxes;

    NotificationProjection(@Qualifier("views") MongoTemplate mongo) {
        this.people = new People(mongo);
        this.inboxes = new Inboxes(mongo);
    }

    // Who is who

    @EventHandler
    void on(VenueRegistered event, @SequenceNumber long version) {
        people.signedUp(event.venueId(), event.name(), event.ownerId(), version);
    }

    @EventHandler
    void on(VenueDetailsChanged event, @SequenceNumber long version) {
        people.renamed(event.venueId(), event.name(), version);
    }

    @EventHandler
    void on(HostRegistered event, @SequenceNumber long version) {
        people.signedUp(event.hostId(), event.name(), event.ownerId(), version);
    }

    @EventHandler
    void on(PromoterAccountOpened event, @SequenceNumber long version) {
        people.signedUp(event.promoterId(), event.displayName(), event.userId(), version);
    }

    @EventHandler
    void on(StaffInvited event, @SequenceNumber long version) {
        people.invited(event, version);
    }

    @EventHandler
    void on(StaffLinked event, @SequenceNumber long version) {
        people.changed(
                event.venueId(),
                event.staffId(),
                version,
                update("userId", event.userId().value()));
    }

    @EventHandler
    void on(StaffRoleChanged event, @SequenceNumber long version) {
        people.changed(event.venueId(), event.staffId(), version, update("role", event.to()));
    }

    @EventHandler
    void on(StaffDeactivated event, @SequenceNumber long version) {
        people.changed(event.venueId(), event.staffId(), version, update("active", false));
    }

    @EventHandler
    void on(StaffReactivated event, @SequenceNumber long version) {
        people.changed(event.venueId(), event.staffId(), version, update("active", true));
    }

    @EventHandler
    void on(Followed event, @SequenceNumber long version) {
        people.follows(event, version);
    }

    @EventHandler
    void on(Unfollowed event, @SequenceNumber long version) {
        people.unfollows(event, version);
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long version) {
        people.ordered(event, version);
    }

    @EventHandler
    void on(OrderRefunded event, @SequenceNumber long version) {
        people.hasTickets(event.orderId(), false, version);
    }

    /** Who has no ticket left need not be told what becomes of the night. */
    @EventHandler
    void on(
            TicketsRefunded event,
            @SequenceNumber long version,
            @MessageIdentifier String cause,
            @Timestamp Instant at) {
        if (event.whole()) {
            people.hasTickets(event.orderId(), false, version);
        }
        if (event.amounts().total().isZero()) {
            inboxes.tell(
                    cause,
                    at,
                    List.of(event.accountId()),
                    Wording.refund(
                            event.orderId(),
                            "Your tickets are given back",
                            event.amounts().total(),
                            people.titleOf(event.eventId())));
        }
    }

    @EventHandler
    void on(RefundAsked event, @MessageIdentifier String cause, @Timestamp Instant at) {
        if (event.approvalsNeeded() > 0) {
            String title = people.titleOf(event.eventId());
            inboxes.tell(
                    cause,
                    at,
                    List.of(event.accountId()),
                    Wording.refund(event.orderId(), "We look at your refund", event.amount(), title));
        }
    }

    @EventHandler
    void on(RefundRejected event, @MessageIdentifier String cause, @Timestamp Instant at) {
        inboxes.tell(
                cause,
                at,
                people.buyerOf(event.orderId()),
                Wording.refundRejected(event.orderId(), people.titleOf(event.eventId()), event.reason()));
    }

    @EventHandler
    void on(TicketRevoked event, @SequenceNumber long version) {
        people.revoked(event.ticketId(), version);
    }

    // News

    @EventHandler
    void on(StaffVerified event, @SequenceNumber long version, @MessageIdentifier String cause, @Timestamp Instant at) {
        people.changed(
                event.venueId(),
                event.staffId(),
                version,
                update("verified", true).set("role", event.role()));
        UserId user = event.userId();
        if (user != null) {
            String venue = people.nameOf(event.venueId());
            inboxes.tell(cause, at, List.of(user), Wording.staffVerified(event.venueId(), venue, event.role()));
        }
    }

    @EventHandler
    void on(EventPublished event, @MessageIdentifier String cause, @Timestamp Instant at) {
        people.announced(event.eventId(), event.title());
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.followersOf(event.creator(), event.venueId()),
                Wording.newEvent(event.eventId(), event.title(), venue, event.city()));
    }

    @EventHandler
    void on(EventCancelled event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String title = people.titleOf(event.eventId());
        inboxes.tell(
                cause,
                at,
                people.holdersOf(event.eventId()),
                Wording.cancelled(event.eventId(), title, event.reason()));
    }

    @EventHandler
    void on(
            OrderConfirmed event,
            @SequenceNumber long version,
            @MessageIdentifier String cause,
            @Timestamp Instant at) {
        people.hasTickets(event.orderId(), true, version);
        String title = people.titleOf(event.eventId());
        inboxes.tell(
                cause,
                at,
                List.of(event.accountId()),
                Wording.ticketsReady(event.orderId(), title, event.tickets().size()));
    }

    @EventHandler
    void on(StockOffered event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String title = people.titleOf(event.eventId());
        inboxes.tell(cause, at, List.of(event.accountId()), Wording.offered(event, title));
    }

    @EventHandler
    void on(
            TicketTransferred event,
            @SequenceNumber long version,
            @MessageIdentifier String cause,
            @Timestamp Instant at) {
        people.given(event, version);
        String title = people.titleOf(event.eventId());
        inboxes.tell(cause, at, List.of(event.to()), Wording.ticketReceived(event.ticketId(), title));
    }

    @EventHandler
    void on(RefundRequested event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String title = people.titleOf(event.eventId());
        inboxes.tell(
                cause,
                at,
                people.buyerOf(event.orderId()),
                Wording.moneyBack(event.orderId(), "Your refund is on its way", event.amount(), title, event.reason()));
    }

    @EventHandler
    void on(RefundCompleted event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String title = people.titleOf(event.eventId());
        inboxes.tell(
                cause,
                at,
                people.buyerOf(event.orderId()),
                Wording.moneyBack(event.orderId(), "Your money is back", event.amount(), title, event.reason()));
    }

    @EventHandler
    void on(SlotRequested event, @MessageIdentifier String cause, @Timestamp Instant at) {
        inboxes.tell(
                cause,
                at,
                people.peopleOf(event.venueId(), Permission.MANAGE_CALENDAR),
                Wording.slotAsked(event.slotRequestId(), people.nameOf(event.hostId())));
    }

    @EventHandler
    void on(SlotApproved event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.hostId()),
                Wording.slotAnswered(
                        event.slotRequestId(),
                        venue + " says yes",
                        "Your night at " + venue + " is approved. Publish before the approval lapses."));
    }

    @EventHandler
    void on(SlotRejected event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.hostId()),
                Wording.slotAnswered(
                        event.slotRequestId(),
                        venue + " says no",
                        Wording.sentence("Your request was rejected", event.reason())));
    }

    @EventHandler
    void on(SlotCounterProposed event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.hostId()),
                Wording.slotAnswered(
                        event.slotRequestId(),
                        venue + " proposes another night",
                        Wording.sentence(venue + " offers another period", event.note())));
    }

    @EventHandler
    void on(SlotCounterAccepted event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String host = people.nameOf(event.hostId());
        inboxes.tell(
                cause,
                at,
                people.peopleOf(event.venueId(), Permission.MANAGE_CALENDAR),
                Wording.slotAnswered(
                        event.slotRequestId(), host + " accepts", host + " takes the period you offered."));
    }

    @EventHandler
    void on(PartnershipRequested event, @MessageIdentifier String cause, @Timestamp Instant at) {
        inboxes.tell(
                cause,
                at,
                people.peopleOf(event.venueId(), Permission.MANAGE_CALENDAR),
                Wording.partnershipAsked(event.partnershipId(), people.nameOf(event.hostId()), event.message()));
    }

    @EventHandler
    void on(PartnershipApproved event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.hostId()),
                Wording.partnershipAnswered(
                        event.partnershipId(),
                        venue + " is your partner",
                        "You may see its calendar and ask for nights."));
    }

    @EventHandler
    void on(PartnershipRejected event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.hostId()),
                Wording.partnershipAnswered(
                        event.partnershipId(),
                        venue + " says no",
                        Wording.sentence("Your partnership request was rejected", event.reason())));
    }

    @EventHandler
    void on(PartnershipBlocked event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String venue = people.nameOf(event.venueId());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.hostId()),
                Wording.partnershipAnswered(
                        event.partnershipId(), venue + " says no", venue + " takes no more requests from you."));
    }

    @EventHandler
    void on(PayoutApproved event, @MessageIdentifier String cause, @Timestamp Instant at) {
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.promoterId()),
                Wording.payout(event.payoutId(), "Your payout is approved", "It will be sent shortly."));
    }

    @EventHandler
    void on(PayoutRejected event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String money = Wording.money(event.amount());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.promoterId()),
                Wording.payout(
                        event.payoutId(),
                        "Your payout was rejected",
                        Wording.sentence(money + " are back in your balance", event.reason())));
    }

    @EventHandler
    void on(PayoutStarted event, @MessageIdentifier String cause, @Timestamp Instant at) {
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.promoterId()),
                Wording.payout(event.payoutId(), "Your payout is on its way", "The transfer has begun."));
    }

    @EventHandler
    void on(PayoutCompleted event, @MessageIdentifier String cause, @Timestamp Instant at) {
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.promoterId()),
                Wording.payout(
                        event.payoutId(),
                        "Your payout has arrived",
                        Wording.money(event.amount()) + ", transaction " + event.transactionId() + "."));
    }

    @EventHandler
    void on(PayoutFailed event, @MessageIdentifier String cause, @Timestamp Instant at) {
        String money = Wording.money(event.amount());
        inboxes.tell(
                cause,
                at,
                people.ownerOf(event.promoterId()),
                Wording.payout(
                        event.payoutId(),
                        "Your payout failed",
                        Wording.sentence(money + " are back in your balance", event.reason())));
    }

    // Reading

    @EventHandler
    void on(NotificationsRead event) {
        inboxes.read(event.userId(), event.notificationIds());
    }

    @EventHandler
    void on(InboxRead event, @SequenceNumber long version) {
        inboxes.readUpTo(event.userId(), event.upTo(), version);
    }

    @ResetHandler
    void reset() {
        people.clear();
        inboxes.clear();
    }
}
