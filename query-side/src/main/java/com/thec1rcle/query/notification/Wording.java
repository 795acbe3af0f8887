package com.thec1rcle.query.notification;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.notification.NotificationKind;
import com.thec1rcle.kernel.notification.NotificationSubject;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.partnership.PartnershipId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.ticketing.TierEvent.StockOffered;
import com.thec1rcle.kernel.venue.VenueId;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** What each kind of notification says. */
final class Wording {
    private Wording() {}

    static Message newEvent(EventId event, String title, String venue, String city) {
        return new Message(
                NotificationKind.NEW_EVENT,
                subject(NotificationSubject.Type.EVENT, event.value()),
                "New event: " + title,
                title + " at " + venue + ", " + city + ". Tickets are on sale.");
    }

    static Message ticketsReady(OrderId order, String title, int tickets) {
        return new Message(
                NotificationKind.TICKETS_READY,
                subject(NotificationSubject.Type.ORDER, order.value()),
                tickets == 1 ? "Your ticket is ready" : "Your tickets are ready",
                (tickets == 1 ? "1 ticket" : tickets + " tickets") + " for " + title + ".");
    }

    static Message ticketReceived(TicketId ticket, String title) {
        return new Message(
                NotificationKind.TICKET_RECEIVED,
                subject(NotificationSubject.Type.TICKET, ticket.value()),
                "A ticket for you",
                "Somebody gave you a ticket for " + title + ". It is among your tickets.");
    }

    static Message cancelled(EventId event, String title, String reason) {
        return new Message(
                NotificationKind.EVENT_CANCELLED,
                subject(NotificationSubject.Type.EVENT, event.value()),
                "Cancelled: " + title,
                sentence(title + " was called off", reason) + " What you paid is refunded in full.");
    }

    static Message offered(StockOffered offer, String title) {
        String tickets = offer.quantity() == 1 ? "1 ticket" : offer.quantity() + " tickets";
        return new Message(
                NotificationKind.WAITING_LIST_OFFER,
                subject(NotificationSubject.Type.EVENT, offer.eventId().value()),
                "It is your turn: " + title,
                tickets + " (" + offer.tierName() + ") for " + title + " are set aside for you until "
                        + offer.offeredUntil().truncatedTo(ChronoUnit.SECONDS) + ".");
    }

    static Message slotAsked(SlotRequestId request, String host) {
        return new Message(
                NotificationKind.SLOT_REQUEST_RECEIVED,
                subject(NotificationSubject.Type.SLOT_REQUEST, request.value()),
                "Slot request from " + host,
                host + " asks for a night in your calendar.");
    }

    static Message slotAnswered(SlotRequestId request, String title, String text) {
        return new Message(
                NotificationKind.SLOT_REQUEST_ANSWERED,
                subject(NotificationSubject.Type.SLOT_REQUEST, request.value()),
                title,
                text);
    }

    static Message partnershipAsked(PartnershipId partnership, String host, String message) {
        return new Message(
                NotificationKind.PARTNERSHIP_ASKED,
                subject(NotificationSubject.Type.PARTNERSHIP, partnership.value()),
                host + " asks for a partnership",
                message.isBlank() ? host + " would like to work with you." : message);
    }

    static Message partnershipAnswered(PartnershipId partnership, String title, String text) {
        return new Message(
                NotificationKind.PARTNERSHIP_ANSWERED,
                subject(NotificationSubject.Type.PARTNERSHIP, partnership.value()),
                title,
                text);
    }

    static Message payout(PayoutId payout, String title, String text) {
        return new Message(
                NotificationKind.PAYOUT_PROGRESS,
                subject(NotificationSubject.Type.PAYOUT, payout.value()),
                title,
                text);
    }

    static Message refund(OrderId order, String title, Money amount, String event) {
        return new Message(
                NotificationKind.REFUND_PROGRESS,
                subject(NotificationSubject.Type.ORDER, order.value()),
                title,
                money(amount) + " for " + event + ".");
    }

    static Message moneyBack(OrderId order, String title, Money amount, String event, RefundReason reason) {
        Message refund = refund(order, title, amount, event);
        return new Message(refund.kind(), refund.subject(), refund.title(), refund.text() + why(reason));
    }

    /** What a guest did not ask for is explained. */
    private static String why(RefundReason reason) {
        return switch (reason) {
            case GUEST_REQUEST -> "";
            case EVENT_CANCELLED -> " The event was called off.";
            case LATE_PAYMENT ->
                " Your payment came after your order had ended and could not be honoured any more, so all of it goes back.";
            case DUPLICATE_PAYMENT -> " Your order was paid already, so all of this second payment goes back.";
            case AMOUNT_MISMATCH -> " Your payment was not the amount that your order costs, so all of it goes back.";
        };
    }

    static Message refundRejected(OrderId order, String event, String reason) {
        return new Message(
                NotificationKind.REFUND_PROGRESS,
                subject(NotificationSubject.Type.ORDER, order.value()),
                "Your refund was not granted",
                sentence("Your tickets for " + event + " stay as they were", reason));
    }

    static Message staffVerified(VenueId venue, String name, StaffRole role) {
        return new Message(
                NotificationKind.STAFF_VERIFIED,
                subject(NotificationSubject.Type.VENUE, venue.value()),
                "Welcome to " + name,
                "Your role there: " + role.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
    }

    /** A statement, and why where a reason was given. */
    static String sentence(String statement, String reason) {
        return reason.isBlank() ? statement + "." : statement + ": " + reason + (reason.endsWith(".") ? "" : ".");
    }

    /** An amount as {@code INR 1959.30}. */
    static String money(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return money.currency() + " "
                + BigDecimal.valueOf(money.amount(), digits).toPlainString();
    }

    private static NotificationSubject subject(NotificationSubject.Type type, String id) {
        return new NotificationSubject(type, id);
    }
}
