package com.thec1rcle.command.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.LatelyDone;
import com.thec1rcle.command.order.TicketShares.Share;
import com.thec1rcle.command.payment.PaymentSignatures;
import com.thec1rcle.command.refund.RefundCreation;
import com.thec1rcle.command.refund.RefundSettings;
import com.thec1rcle.command.ticketing.Ticket;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.Fulfilment.Step;
import com.thec1rcle.kernel.order.IssuedTicket;
import com.thec1rcle.kernel.order.OrderCommand.CancelForEvent;
import com.thec1rcle.kernel.order.OrderCommand.CancelOrder;
import com.thec1rcle.kernel.order.OrderCommand.CheckCommission;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckRefund;
import com.thec1rcle.kernel.order.OrderCommand.CheckReturn;
import com.thec1rcle.kernel.order.OrderCommand.ClaimRefund;
import com.thec1rcle.kernel.order.OrderCommand.ConfirmOrder;
import com.thec1rcle.kernel.order.OrderCommand.DeclineOrder;
import com.thec1rcle.kernel.order.OrderCommand.DescribeOrder;
import com.thec1rcle.kernel.order.OrderCommand.DescribePayment;
import com.thec1rcle.kernel.order.OrderCommand.ExpireOrder;
import com.thec1rcle.kernel.order.OrderCommand.OpenOrder;
import com.thec1rcle.kernel.order.OrderCommand.QuoteRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecallOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordCapture;
import com.thec1rcle.kernel.order.OrderCommand.RecordCommission;
import com.thec1rcle.kernel.order.OrderCommand.RecordGatewayOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecordPaymentFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefund;
import com.thec1rcle.kernel.order.OrderCommand.RecordRefundFailure;
import com.thec1rcle.kernel.order.OrderCommand.RecordReturn;
import com.thec1rcle.kernel.order.OrderCommand.RefundTickets;
import com.thec1rcle.kernel.order.OrderCommand.ReleaseRefund;
import com.thec1rcle.kernel.order.OrderCommand.RequestPayment;
import com.thec1rcle.kernel.order.OrderCommand.RetryRefund;
import com.thec1rcle.kernel.order.OrderCommand.VerifyPayment;
import com.thec1rcle.kernel.order.OrderEvent.CommissionRecorded;
import com.thec1rcle.kernel.order.OrderEvent.GatewayOrderOpened;
import com.thec1rcle.kernel.order.OrderEvent.OrderCancelled;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderExpired;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.PaymentCaptured;
import com.thec1rcle.kernel.order.OrderEvent.PaymentFailed;
import com.thec1rcle.kernel.order.OrderEvent.PaymentRequested;
import com.thec1rcle.kernel.order.OrderEvent.PaymentVerified;
import com.thec1rcle.kernel.order.OrderEvent.PromoCodeApplied;
import com.thec1rcle.kernel.order.OrderEvent.RefundClaimReleased;
import com.thec1rcle.kernel.order.OrderEvent.RefundClaimed;
import com.thec1rcle.kernel.order.OrderEvent.RefundCompleted;
import com.thec1rcle.kernel.order.OrderEvent.RefundFailed;
import com.thec1rcle.kernel.order.OrderEvent.RefundRequested;
import com.thec1rcle.kernel.order.OrderEvent.RefundRetried;
import com.thec1rcle.kernel.order.OrderEvent.ReturnRecorded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.PlacedOrder;
import com.thec1rcle.kernel.payment.CheckoutOrder;
import com.thec1rcle.kernel.payment.PaymentState;
import com.thec1rcle.kernel.payment.ProvenPayment;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.payment.RequestedPayment;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promo.AppliedPromo;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundClaim;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundQuote;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketIssued;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a guest buys of one event: amounts frozen when placed, confirmed once, and every payment either what it was
 * confirmed by or on its way back.
 */
@Decider
final class Order {
    /** The least a gateway gives back, in minor units. */
    private static final long SMALLEST_REFUND = 100;

    @AggregateIdentifier
    private @Nullable OrderId id;

    private EventId eventId;
    private VenueId venueId;
    private EventCreator creator;
    private UserId accountId;
    private List<OrderLine> lines;
    private Amounts amounts;
    private Sealed buyer;
    private String fingerprint;
    private @Nullable Attribution attribution;

    /** The promo code of which it has a use. */
    private @Nullable PromoCodeId promoCodeId;

    private Instant holdExpiresAt;
    private OrderStatus status;

    private boolean paymentRequested;
    private @Nullable CheckoutOrder checkout;

    /** By payment id: how far each payment of the guest has come. */
    private Map<String, Progress> payments = new HashMap<>();

    /** The one payment that pays for it. */
    private @Nullable String paymentId;

    /** Paid, or free, and neither confirmed nor declined yet. */
    private boolean due;

    /** By refund id: money that has not gone back yet. */
    private Map<String, OpenRefund> refunds = new HashMap<>();

    /** By refund id: tickets that somebody wants to give back, until it is carried out or comes to nothing. */
    private Map<String, Claim> claims = new HashMap<>();

    /** Numbers of the tickets that were given back. */
    private Set<Integer> givenBack = new HashSet<>();

    /** Refunds that were carried out: never more than there are tickets. */
    private Set<String> carriedOut = new HashSet<>();

    /** Refunds that came to nothing lately, so that the same wish, asked again late, is not taken for a new one. */
    private LatelyDone cameToNothing = new LatelyDone();

    /** Refunds whose stock and allowance have not been returned yet. */
    private Set<String> returnsDue = new HashSet<>();

    /** What has gone back, or is on its way, for tickets; nothing before the first. */
    private @Nullable RefundAmounts returned;

    private boolean commissionRecorded;

    @SuppressWarnings("NullAway.Init") // The first event fills the fields.
    Order() {}

    // Placing

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable
    PlacedOrder decide(RecallOrder command, Actor actor) throws Refusal {
        if (id == null) {
            return null;
        }
        requireSameRequest(actor, command.fingerprint());
        return placed(id);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PlacedOrder decide(OpenOrder command, Actor actor) throws Refusal {
        if (id != null) {
            requireSameRequest(actor, command.fingerprint());
            return placed(id);
        }
        requireSomebody(actor);
        apply(new OrderPlaced(
                command.orderId(),
                command.eventId(),
                command.venueId(),
                command.creator(),
                actor.userId(),
                command.lines(),
                command.amounts(),
                command.buyer(),
                command.fingerprint(),
                command.attribution(),
                command.holdExpiresAt()));
        AppliedPromo promo = command.promo();
        if (promo != null) {
            apply(new PromoCodeApplied(
                    command.orderId(), command.eventId(), promo.promoCodeId(), promo.code(), promo.discount()));
        }
        return placed(command.orderId());
    }

    @CommandHandler
    OrderStatus decide(DescribeOrder command, Actor actor) throws Refusal {
        actor.requireSystem();
        return status;
    }

    @CommandHandler
    void decide(CancelOrder command, Actor actor) throws Refusal {
        actor.requireSelf(accountId);
        if (status == OrderStatus.CANCELLED) {
            return; // Giving up twice is giving up once.
        }
        requirePending();
        requireNoPaymentUnderWay();
        apply(new OrderCancelled(command.orderId(), eventId, lines, command.reason()));
    }

    @CommandHandler
    void decide(ExpireOrder command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        if (status == OrderStatus.PENDING_PAYMENT && !due && lapsedAt(clock.instant())) {
            apply(new OrderExpired(command.orderId(), eventId, lines));
        }
    }

    // Paying

    @CommandHandler
    RequestedPayment decide(RequestPayment command, Actor actor, Clock clock) throws Refusal {
        actor.requireSelf(accountId);
        requirePrice();
        requireUnexpired(clock.instant());
        requirePending();
        if (due) {
            throw new Refusal(ErrorCode.ORDER_STATE, "This order is paid already.");
        }
        boolean again = paymentRequested;
        if (!again) {
            apply(new PaymentRequested(command.orderId(), amounts.total()));
        }
        return new RequestedPayment(command.orderId(), amounts.total(), again, checkout);
    }

    @CommandHandler
    CheckoutOrder decide(RecordGatewayOrder command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (checkout != null) {
            return checkout; // Whoever else opened one was first; nobody learns of the other.
        }
        apply(new GatewayOrderOpened(
                command.orderId(), command.provider(), command.gatewayOrderId(), command.keyId(), amounts.total()));
        return new CheckoutOrder(command.orderId(), command.gatewayOrderId(), amounts.total(), command.keyId());
    }

    @CommandHandler
    ProvenPayment decide(VerifyPayment command, Actor actor, PaymentSignatures signatures) throws Refusal {
        actor.requireSelf(accountId);
        requireCheckout(command.gatewayOrderId());
        requireSignature(command, signatures);
        Progress progress = payments.get(command.paymentId());
        if (progress == null || progress == Progress.FAILED) {
            apply(new PaymentVerified(
                    command.orderId(), command.gatewayOrderId(), command.paymentId(), amounts.total()));
        }
        return new ProvenPayment(status, amounts.total(), progress == Progress.CAPTURED);
    }

    /**
     * However the news comes, by the guest's proof or by the gateway's notice, a payment is captured once. Whoever
     * tells knows that the gateway's order is one of this order: money for it is never turned away unrecorded.
     */
    @CommandHandler
    boolean decide(RecordCapture command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (payments.get(command.paymentId()) == Progress.CAPTURED) {
            return false;
        }
        RefundReason unwanted = whyUnwanted(command.amount());
        apply(new PaymentCaptured(
                command.orderId(), eventId, command.gatewayOrderId(), command.paymentId(), command.amount()));
        if (unwanted != null) {
            giveBack(command.orderId(), command.paymentId(), command.amount(), unwanted, false);
        }
        return true;
    }

    /** A failure is not final: the same payment may be captured later, and then the failure no longer counts. */
    @CommandHandler
    void decide(RecordPaymentFailure command, Actor actor) throws Refusal {
        actor.requireSystem();
        Progress progress = payments.get(command.paymentId());
        if (progress == null || progress == Progress.VERIFIED) {
            apply(new PaymentFailed(
                    command.orderId(), command.gatewayOrderId(), command.paymentId(), command.reason()));
        }
    }

    @CommandHandler
    PaymentState decide(DescribePayment command, Actor actor, Clock clock) throws Refusal {
        actor.requireSystem();
        return new PaymentState(
                command.orderId(),
                status,
                amounts.total(),
                status == OrderStatus.PENDING_PAYMENT && !due && !lapsedAt(clock.instant()),
                paymentRequested,
                checkout == null ? null : checkout.gatewayOrderId(),
                paymentId != null,
                proven(),
                openRefunds());
    }

    private List<String> proven() {
        return payments.entrySet().stream()
                .filter(payment -> payment.getValue() == Progress.VERIFIED)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private List<PaymentState.OpenRefund> openRefunds() {
        return refunds.entrySet().stream()
                .map(open -> new PaymentState.OpenRefund(
                        new RefundId(open.getKey()),
                        open.getValue().paymentId(),
                        open.getValue().amount(),
                        open.getValue().attempt(),
                        open.getValue().failed()))
                .toList();
    }

    // Fulfilment

    @CommandHandler
    Fulfilment decide(CheckFulfilment command, Actor actor) throws Refusal {
        actor.requireSystem();
        return new Fulfilment(command.orderId(), eventId, accountId, lines, promoCodeId, nextStep());
    }

    @CommandHandler
    void decide(ConfirmOrder command, Actor actor) throws Exception {
        actor.requireSystem();
        if (wasConfirmed()) {
            return; // Confirmed is confirmed, whoever brought the news first.
        }
        requireDue();
        List<TicketIssued> tickets = ticketsOf(command.orderId());
        for (TicketIssued ticket : tickets) {
            createNew(Ticket.class, () -> new Ticket(ticket));
        }
        apply(new OrderConfirmed(
                command.orderId(),
                eventId,
                venueId,
                creator,
                accountId,
                lines,
                amounts,
                attribution,
                paymentId,
                issued(tickets)));
    }

    @CommandHandler
    void decide(DeclineOrder command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (!due) {
            return; // Confirmed, declined or called off before.
        }
        String payment = paymentId;
        if (status == OrderStatus.PENDING_PAYMENT) {
            apply(new OrderExpired(command.orderId(), eventId, lines));
        }
        if (payment != null) {
            giveBack(command.orderId(), payment, amounts.total(), RefundReason.LATE_PAYMENT, false);
        }
    }

    @CommandHandler
    void decide(CancelForEvent command, Actor actor) throws Refusal {
        actor.requireSystem();
        switch (status) {
            case PENDING_PAYMENT, EXPIRED -> callOffUnconfirmed(command.orderId());
            case CONFIRMED -> callOffConfirmed(command.orderId());
            case PARTIALLY_REFUNDED -> callOffRest(command.orderId());
            case CANCELLED, REFUNDED -> {
                // Nothing of it stands any more.
            }
        }
    }

    private void callOffUnconfirmed(OrderId orderId) {
        String captured = due ? paymentId : null;
        apply(new OrderCancelled(orderId, eventId, lines, "The event was cancelled."));
        if (captured != null) {
            giveBack(orderId, captured, amounts.total(), RefundReason.EVENT_CANCELLED, false);
        }
    }

    private void callOffConfirmed(OrderId orderId) {
        releaseClaims(orderId);
        if (paymentId != null) {
            giveBack(orderId, paymentId, amounts.total(), RefundReason.EVENT_CANCELLED, true);
        }
        apply(new OrderRefunded(
                orderId,
                eventId,
                venueId,
                creator,
                lines,
                amounts,
                attribution,
                issued(ticketsOf(orderId)),
                RefundReason.EVENT_CANCELLED));
    }

    /** Guests gave some tickets back before: the rest of the tickets goes back, and the rest of the money, kept fees too. */
    private void callOffRest(OrderId orderId) {
        releaseClaims(orderId);
        RefundAmounts rest = RefundAmounts.all(amounts).minus(given());
        refundTickets(
                orderId,
                paymentId == null ? RefundId.ofWhole(orderId) : RefundId.of(orderId, paymentId),
                sharesLeft(orderId),
                rest,
                RefundReason.EVENT_CANCELLED);
    }

    private void releaseClaims(OrderId orderId) {
        claims.keySet().stream()
                .sorted()
                .toList()
                .forEach(refund -> apply(new RefundClaimReleased(orderId, eventId, new RefundId(refund))));
    }

    // Giving tickets back

    @CommandHandler
    RefundQuote decide(QuoteRefund command, Actor actor, RefundSettings settings) throws Refusal {
        requireBuyerOrAdmin(actor);
        List<Share> wanted = requireReturnable(command.orderId(), command.ticketIds());
        RefundAmounts worth = worth(wanted, settings);
        requirePayable(worth, wanted);
        return new RefundQuote(command.orderId(), eventId, accountId, idsOf(wanted), worth);
    }

    @CommandHandler
    void decide(ClaimRefund command, Actor actor, RefundSettings settings) throws Exception {
        requireBuyerOrAdmin(actor);
        if (knows(command.refundId())) {
            return; // The same wish again.
        }
        List<Share> wanted = requireReturnable(command.orderId(), command.ticketIds());
        RefundAmounts worth = worth(wanted, settings);
        requirePayable(worth, wanted);
        RefundCreation.create(new RefundAsked(
                command.refundId(),
                command.orderId(),
                eventId,
                creator,
                accountId,
                actor.userId(),
                actor.has(PlatformRole.ADMIN),
                idsOf(wanted),
                worth.total(),
                command.reason(),
                settings.approvalsFor(wishedBack().plus(worth).total(), command.afterwards())));
        apply(new RefundClaimed(command.orderId(), eventId, command.refundId(), idsOf(wanted), worth));
    }

    @CommandHandler
    RefundClaim decide(CheckRefund command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (claims.containsKey(command.refundId().value())) {
            return RefundClaim.OPEN;
        }
        return carriedOut.contains(command.refundId().value()) ? RefundClaim.CARRIED_OUT : RefundClaim.GONE;
    }

    @CommandHandler
    void decide(RefundTickets command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (carriedOut.contains(command.refundId().value())) {
            return; // Given back once.
        }
        Claim claim = claims.get(command.refundId().value());
        if (claim == null) {
            throw new Refusal(ErrorCode.REFUND_STATE, "This refund came to nothing.");
        }
        List<Share> tickets = TicketShares.of(command.orderId(), lines, amounts).stream()
                .filter(share -> claim.tickets().contains(numberOf(share)))
                .toList();
        refundTickets(command.orderId(), command.refundId(), tickets, claim.amounts(), RefundReason.GUEST_REQUEST);
    }

    @CommandHandler
    void decide(ReleaseRefund command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (claims.containsKey(command.refundId().value())) {
            apply(new RefundClaimReleased(command.orderId(), eventId, command.refundId()));
        }
    }

    @CommandHandler
    boolean decide(CheckReturn command, Actor actor) throws Refusal {
        actor.requireSystem();
        return returnsDue.contains(command.refundId().value());
    }

    @CommandHandler
    void decide(RecordReturn command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (returnsDue.contains(command.refundId().value())) {
            apply(new ReturnRecorded(command.orderId(), command.refundId()));
        }
    }

    /** The tickets are the house's again; what they were worth goes back, unless that is nothing. */
    private void refundTickets(
            OrderId orderId, RefundId refundId, List<Share> tickets, RefundAmounts worth, RefundReason reason) {
        boolean whole = givenBack.size() + tickets.size() == quantity();
        apply(new TicketsRefunded(
                orderId,
                eventId,
                venueId,
                creator,
                accountId,
                refundId,
                tickets.stream().map(Share::ticket).toList(),
                worth,
                attribution,
                reason,
                whole));
        if (paymentId != null && !worth.total().isZero()) {
            apply(new RefundRequested(orderId, eventId, refundId, paymentId, worth.total(), reason, true));
        }
    }

    // Money back

    @CommandHandler
    void decide(RecordRefund command, Actor actor) throws Refusal {
        actor.requireSystem();
        OpenRefund refund = refunds.get(command.refundId().value());
        if (refund == null) {
            return; // It went back before.
        }
        requireAllOf(refund, command.amount());
        apply(new RefundCompleted(
                command.orderId(),
                eventId,
                command.refundId(),
                refund.paymentId(),
                refund.amount(),
                refund.reason(),
                refund.ofConfirmedOrder()));
    }

    @CommandHandler
    void decide(RecordRefundFailure command, Actor actor) throws Refusal {
        actor.requireSystem();
        OpenRefund refund = refunds.get(command.refundId().value());
        if (refund != null && !refund.failed() && refund.attempt() == command.attempt()) {
            apply(new RefundFailed(
                    command.orderId(), command.refundId(), refund.paymentId(), refund.attempt(), command.reason()));
        }
    }

    @CommandHandler
    void decide(RetryRefund command, Actor actor) throws Refusal {
        if (!actor.isSystem() && !actor.has(PlatformRole.ADMIN)) {
            actor.require(PlatformRole.FINANCE);
        }
        OpenRefund refund = refunds.get(command.refundId().value());
        if (refund != null && refund.failed()) {
            apply(new RefundRetried(
                    command.orderId(), command.refundId(), refund.paymentId(), refund.amount(), refund.attempt() + 1));
        }
    }

    // Commission

    @CommandHandler
    boolean decide(CheckCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        boolean stands = status == OrderStatus.CONFIRMED || status == OrderStatus.PARTIALLY_REFUNDED;
        return stands && earnsCommission() && !commissionRecorded;
    }

    @CommandHandler
    void decide(RecordCommission command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (!commissionRecorded) {
            apply(new CommissionRecorded(command.orderId()));
        }
    }

    // Rules

    private void requireSameRequest(Actor actor, String otherFingerprint) throws Refusal {
        actor.requireSelf(accountId);
        if (!fingerprint.equals(otherFingerprint)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key has placed another order before.");
        }
    }

    private void requireBuyerOrAdmin(Actor actor) throws Refusal {
        if (!actor.has(PlatformRole.ADMIN)) {
            actor.requireSelf(accountId);
        }
    }

    /** The tickets that are named, or all that are left: each of this order, still there, and wanted by nobody else. */
    private List<Share> requireReturnable(OrderId orderId, @Nullable List<TicketId> ticketIds) throws Refusal {
        if (!wasConfirmed()) {
            throw new Refusal(ErrorCode.ORDER_STATE, "Only a confirmed order can be given back.");
        }
        List<Share> left = sharesLeft(orderId);
        if (left.isEmpty()) {
            throw new Refusal(ErrorCode.TICKET_REFUNDED, "All of this order was given back before.");
        }
        List<Share> wanted = ticketIds == null ? left : named(orderId, Set.copyOf(ticketIds), left);
        if (wanted.isEmpty()) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, "Name the tickets to give back, or none for all of them.");
        }
        for (Share share : wanted) {
            if (claims.values().stream().anyMatch(claim -> claim.tickets().contains(numberOf(share)))) {
                throw new Refusal(
                        ErrorCode.REFUND_UNDER_WAY, "Another refund of this ticket has been asked for already.");
            }
        }
        return wanted;
    }

    private List<Share> named(OrderId orderId, Set<TicketId> ticketIds, List<Share> left) throws Refusal {
        for (TicketId ticketId : ticketIds) {
            if (!ticketId.orderId().equals(orderId) || ticketId.number() < 1 || ticketId.number() > quantity()) {
                throw new Refusal(ErrorCode.TICKET_NOT_FOUND, "This order has no such ticket.");
            }
            if (givenBack.contains(ticketId.number())) {
                throw new Refusal(ErrorCode.TICKET_REFUNDED, "This ticket was given back before.");
            }
        }
        return left.stream()
                .filter(share -> ticketIds.contains(share.ticket().ticketId()))
                .toList();
    }

    /** The gateway gives back nothing smaller than its smallest amount: neither now, nor what would be left for later. */
    private void requirePayable(RefundAmounts worth, List<Share> wanted) throws Refusal {
        RefundAmounts rest = RefundAmounts.all(amounts).minus(wishedBack()).minus(worth);
        int ticketsLeft = quantity() - givenBack.size() - wanted.size();
        for (Claim claim : claims.values()) {
            ticketsLeft -= claim.tickets().size();
        }
        if (isTooSmall(worth.total()) || (ticketsLeft > 0 && isTooSmall(rest.total()))) {
            throw new Refusal(
                    ErrorCode.REFUND_TOO_SMALL,
                    "The gateway gives back no less than " + SMALLEST_REFUND
                            + " minor units; please give more tickets back together.",
                    Map.of("minimum", Long.toString(SMALLEST_REFUND)));
        }
    }

    private static boolean isTooSmall(Money money) {
        return !money.isZero() && money.amount() < SMALLEST_REFUND;
    }

    private static RefundAmounts worth(List<Share> shares, RefundSettings settings) {
        RefundAmounts all =
                shares.stream().map(Share::amounts).reduce(RefundAmounts::plus).orElseThrow();
        return settings.keepFees() ? RefundAmounts.ofNet(all.net()) : all;
    }

    private RefundAmounts given() {
        return returned == null ? RefundAmounts.ofNet(Money.zero(amounts.total().currency())) : returned;
    }

    /** What has gone back and what is wished back; a wish that came to nothing counts no more. */
    private RefundAmounts wishedBack() {
        return claims.values().stream().map(Claim::amounts).reduce(given(), RefundAmounts::plus);
    }

    private List<Share> sharesLeft(OrderId orderId) {
        return TicketShares.of(orderId, lines, amounts).stream()
                .filter(share -> !givenBack.contains(numberOf(share)))
                .toList();
    }

    private static int numberOf(Share share) {
        return share.ticket().ticketId().number();
    }

    private static List<TicketId> idsOf(List<Share> shares) {
        return shares.stream().map(share -> share.ticket().ticketId()).toList();
    }

    private boolean knows(RefundId refundId) {
        return claims.containsKey(refundId.value())
                || carriedOut.contains(refundId.value())
                || cameToNothing.contains(refundId.value());
    }

    private int quantity() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    private boolean wasConfirmed() {
        return switch (status) {
            case CONFIRMED, PARTIALLY_REFUNDED, REFUNDED -> true;
            case PENDING_PAYMENT, EXPIRED, CANCELLED -> false;
        };
    }

    private static void requireSomebody(Actor actor) throws Refusal {
        if (actor.isAnonymous()) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only somebody who is signed in may order.");
        }
    }

    private void requirePending() throws Refusal {
        switch (status) {
            case PENDING_PAYMENT -> {
                // As it should be.
            }
            case EXPIRED -> throw expired();
            case CANCELLED -> throw new Refusal(ErrorCode.ORDER_STATE, "This order was cancelled.");
            case CONFIRMED, PARTIALLY_REFUNDED, REFUNDED ->
                throw new Refusal(ErrorCode.ORDER_STATE, "This order is confirmed already.");
        }
    }

    /** Lapsed is lapsed, whether or not a timer has said so yet. */
    private void requireUnexpired(Instant now) throws Refusal {
        if (status == OrderStatus.PENDING_PAYMENT && !due && lapsedAt(now)) {
            throw expired();
        }
    }

    private static Refusal expired() {
        return new Refusal(ErrorCode.ORDER_EXPIRED, "The time to pay for this order is over; please order again.");
    }

    private boolean lapsedAt(Instant now) {
        return !now.isBefore(holdExpiresAt);
    }

    private void requireNoPaymentUnderWay() throws Refusal {
        if (due || payments.containsValue(Progress.VERIFIED)) {
            throw new Refusal(ErrorCode.ORDER_STATE, "This order is being paid, so it can no longer be cancelled.");
        }
    }

    private void requirePrice() throws Refusal {
        if (amounts.total().isZero()) {
            throw new Refusal(ErrorCode.PAYMENT_NOT_REQUIRED, "This order costs nothing.");
        }
    }

    private void requireCheckout(String gatewayOrderId) throws Refusal {
        if (checkout == null) {
            throw new Refusal(ErrorCode.PAYMENT_NOT_FOUND, "No payment was begun for this order.");
        }
        if (!checkout.gatewayOrderId().equals(gatewayOrderId)) {
            throw new Refusal(ErrorCode.PAYMENT_MISMATCH, "This payment belongs to another order.");
        }
    }

    private static void requireSignature(VerifyPayment command, PaymentSignatures signatures) throws Refusal {
        if (!signatures.provesPayment(command.gatewayOrderId(), command.paymentId(), command.signature())) {
            throw new Refusal(ErrorCode.PAYMENT_SIGNATURE_INVALID, "The signature does not prove this payment.");
        }
    }

    /** People give money back at the gateway too, and not always all of what is to go back. */
    private static void requireAllOf(OpenRefund refund, Money amount) throws Refusal {
        if (!amount.equals(refund.amount())) {
            throw new Refusal(
                    ErrorCode.PAYMENT_MISMATCH,
                    "What went back is " + amount + ", and what is to go back " + refund.amount() + ".");
        }
    }

    private void requireDue() throws Refusal {
        if (!due) {
            throw new Refusal(ErrorCode.ORDER_STATE, "This order may not be confirmed any more.");
        }
    }

    /** Why a payment that comes now must go back at once; nothing if it pays for the order. */
    private @Nullable RefundReason whyUnwanted(Money amount) {
        if (!amount.equals(amounts.total())) {
            return RefundReason.AMOUNT_MISMATCH;
        }
        if (paymentId != null) {
            return RefundReason.DUPLICATE_PAYMENT;
        }
        return status == OrderStatus.CANCELLED ? RefundReason.LATE_PAYMENT : null;
    }

    private void giveBack(OrderId orderId, String payment, Money amount, RefundReason reason, boolean confirmed) {
        apply(new RefundRequested(orderId, eventId, RefundId.of(orderId, payment), payment, amount, reason, confirmed));
    }

    private Step nextStep() {
        return switch (status) {
            case CONFIRMED, PARTIALLY_REFUNDED, REFUNDED -> Step.SETTLE; // Given back is sold first, then returned.
            case PENDING_PAYMENT -> due ? Step.CLAIM : Step.WAIT;
            case EXPIRED -> due ? Step.CLAIM : mayStillBePaid() ? Step.RELEASE : Step.ABANDON;
            case CANCELLED -> Step.ABANDON;
        };
    }

    private boolean mayStillBePaid() {
        return paymentId == null && !amounts.total().isZero();
    }

    private boolean earnsCommission() {
        return attribution != null
                && lines.stream().anyMatch(line -> !line.commission().isZero());
    }

    private PlacedOrder placed(OrderId orderId) {
        return new PlacedOrder(orderId, status, holdExpiresAt, amounts);
    }

    /** The order's tickets, numbered through its lines: the same whenever it is asked. */
    private List<TicketIssued> ticketsOf(OrderId orderId) {
        List<TicketIssued> tickets = new ArrayList<>();
        for (OrderLine line : lines) {
            for (int copy = 0; copy < line.quantity(); copy++) {
                tickets.add(ticketOf(TicketId.of(orderId, tickets.size() + 1), line));
            }
        }
        return tickets;
    }

    private TicketIssued ticketOf(TicketId ticketId, OrderLine line) {
        return new TicketIssued(
                ticketId,
                ticketId.orderId(),
                eventId,
                line.tierId(),
                line.tierName(),
                line.entryType(),
                line.admits(),
                line.rotatingCode(),
                accountId,
                buyer,
                1);
    }

    private static List<IssuedTicket> issued(List<TicketIssued> tickets) {
        return tickets.stream()
                .map(ticket -> new IssuedTicket(ticket.ticketId(), ticket.tierId()))
                .toList();
    }

    // Evolution

    @EventSourcingHandler
    void evolve(OrderPlaced event) {
        id = event.orderId();
        eventId = event.eventId();
        venueId = event.venueId();
        creator = event.creator();
        accountId = event.accountId();
        lines = event.lines();
        amounts = event.amounts();
        buyer = event.buyer();
        fingerprint = event.fingerprint();
        attribution = event.attribution();
        holdExpiresAt = event.holdExpiresAt();
        status = OrderStatus.PENDING_PAYMENT;
        due = event.amounts().total().isZero();
    }

    @EventSourcingHandler
    void evolve(PromoCodeApplied event) {
        promoCodeId = event.promoCodeId();
    }

    @EventSourcingHandler
    void evolve(OrderCancelled event) {
        status = OrderStatus.CANCELLED;
        due = false;
    }

    @EventSourcingHandler
    void evolve(OrderExpired event) {
        status = OrderStatus.EXPIRED;
        due = false;
    }

    @EventSourcingHandler
    void evolve(PaymentRequested event) {
        paymentRequested = true;
    }

    @EventSourcingHandler
    void evolve(GatewayOrderOpened event) {
        checkout = new CheckoutOrder(event.orderId(), event.gatewayOrderId(), event.amount(), event.keyId());
    }

    @EventSourcingHandler
    void evolve(PaymentVerified event) {
        payments.put(event.paymentId(), Progress.VERIFIED);
    }

    @EventSourcingHandler
    void evolve(PaymentFailed event) {
        payments.put(event.paymentId(), Progress.FAILED);
    }

    @EventSourcingHandler
    void evolve(PaymentCaptured event) {
        payments.put(event.paymentId(), Progress.CAPTURED);
        if (whyUnwanted(event.amount()) == null) {
            paymentId = event.paymentId();
            due = true;
        }
    }

    @EventSourcingHandler
    void evolve(OrderConfirmed event) {
        status = OrderStatus.CONFIRMED;
        due = false;
    }

    @EventSourcingHandler
    void evolve(RefundRequested event) {
        refunds.put(
                event.refundId().value(),
                new OpenRefund(event.paymentId(), event.amount(), event.reason(), event.ofConfirmedOrder(), 1, false));
        if (event.paymentId().equals(paymentId)) {
            due = false;
        }
    }

    @EventSourcingHandler
    void evolve(RefundFailed event) {
        refunds.computeIfPresent(event.refundId().value(), (refundId, refund) -> refund.afterFailure());
    }

    @EventSourcingHandler
    void evolve(RefundRetried event) {
        refunds.computeIfPresent(event.refundId().value(), (refundId, refund) -> refund.onAttempt(event.attempt()));
    }

    @EventSourcingHandler
    void evolve(RefundCompleted event) {
        refunds.remove(event.refundId().value());
    }

    @EventSourcingHandler
    void evolve(OrderRefunded event) {
        status = OrderStatus.REFUNDED;
        event.tickets().forEach(ticket -> givenBack.add(ticket.ticketId().number()));
        returned = RefundAmounts.all(event.amounts());
        returnsDue.add(RefundId.ofWhole(event.orderId()).value());
    }

    @EventSourcingHandler
    void evolve(RefundClaimed event) {
        claims.put(
                event.refundId().value(),
                new Claim(
                        event.ticketIds().stream().map(TicketId::number).collect(Collectors.toUnmodifiableSet()),
                        event.amounts()));
    }

    @EventSourcingHandler
    void evolve(RefundClaimReleased event) {
        claims.remove(event.refundId().value());
        cameToNothing.add(event.refundId().value());
    }

    @EventSourcingHandler
    void evolve(TicketsRefunded event) {
        String refund = event.refundId().value();
        status = event.whole() ? OrderStatus.REFUNDED : OrderStatus.PARTIALLY_REFUNDED;
        claims.remove(refund);
        carriedOut.add(refund);
        returnsDue.add(refund);
        event.tickets().forEach(ticket -> givenBack.add(ticket.ticketId().number()));
        returned = given().plus(event.amounts());
    }

    @EventSourcingHandler
    void evolve(ReturnRecorded event) {
        returnsDue.remove(event.refundId().value());
    }

    @EventSourcingHandler
    void evolve(CommissionRecorded event) {
        commissionRecorded = true;
    }

    /** How far one payment has come. */
    enum Progress {
        VERIFIED,
        FAILED,
        CAPTURED
    }

    /** Tickets, by number, that somebody wants to give back, and what goes back for them. */
    record Claim(Set<Integer> tickets, RefundAmounts amounts) {}

    /** Money that has not gone back yet. */
    record OpenRefund(
            String paymentId,
            Money amount,
            RefundReason reason,
            boolean ofConfirmedOrder,
            int attempt,
            boolean failed) {
        OpenRefund afterFailure() {
            return new OpenRefund(paymentId, amount, reason, ofConfirmedOrder, attempt, true);
        }

        OpenRefund onAttempt(int number) {
            return new OpenRefund(paymentId, amount, reason, ofConfirmedOrder, number, false);
        }
    }
}
