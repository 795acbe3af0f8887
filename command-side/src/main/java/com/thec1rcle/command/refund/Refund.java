package com.thec1rcle.command.refund;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.refund.AskedRefund;
import com.thec1rcle.kernel.refund.RefundCommand.ApproveRefund;
import com.thec1rcle.kernel.refund.RefundCommand.DropRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RecallRefund;
import com.thec1rcle.kernel.refund.RefundCommand.RejectRefund;
import com.thec1rcle.kernel.refund.RefundEvent.RefundApproved;
import com.thec1rcle.kernel.refund.RefundEvent.RefundAsked;
import com.thec1rcle.kernel.refund.RefundEvent.RefundGranted;
import com.thec1rcle.kernel.refund.RefundEvent.RefundRejected;
import com.thec1rcle.kernel.refund.RefundStatus;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A guest's wish to give tickets back: it decides who may say yes, and how many must. */
@Decider
final class Refund {
    @AggregateIdentifier
    private @Nullable RefundId id;

    /** All that was asked. */
    private @Nullable RefundAsked asked;

    private @Nullable RefundStatus status;

    /** Who said yes: never more than must. */
    private Set<String> approvals = new HashSet<>();

    private boolean evenIfUsed;

    Refund() {}

    Refund(RefundAsked event) {
        apply(event);
        if (event.approvalsNeeded() == 0) {
            apply(granted(event, event.evenIfUsed()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable
    AskedRefund decide(RecallRefund command, Actor actor) throws Refusal {
        if (id == null) {
            return null;
        }
        actor.requireSelf(asked().askedBy());
        return new AskedRefund(id, status());
    }

    /** An administrator who says yes says so for used tickets too. */
    @CommandHandler
    void decide(ApproveRefund command, Actor actor) throws Refusal {
        requireJudge(actor);
        if (approvals.contains(actor.userId().value())) {
            return; // Saying yes twice is saying it once.
        }
        requireOpen();
        RefundAsked refund = asked();
        apply(new RefundApproved(command.refundId(), actor.userId(), actor.has(PlatformRole.ADMIN)));
        if (approvals.size() >= refund.approvalsNeeded()) {
            apply(granted(refund, evenIfUsed));
        }
    }

    @CommandHandler
    void decide(RejectRefund command, Actor actor) throws Refusal {
        requireJudge(actor);
        if (status == RefundStatus.REJECTED) {
            return; // No is no.
        }
        requireOpen();
        apply(rejected(actor.userId(), command.reason()));
    }

    @CommandHandler
    void decide(DropRefund command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (status != RefundStatus.REJECTED) {
            apply(rejected(null, command.reason()));
        }
    }

    private void requireJudge(Actor actor) throws Refusal {
        RefundAsked refund = asked();
        boolean keepsBooks = actor.has(PlatformRole.FINANCE) || actor.has(PlatformRole.ADMIN);
        if (!keepsBooks && !refund.creator().showsMoneyTo(actor)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Only those who see this event's money decide about its refunds.");
        }
        if (actor.userId().equals(refund.askedBy()) || actor.userId().equals(refund.accountId())) {
            throw new Refusal(
                    ErrorCode.REFUND_SELF_APPROVAL, "Whoever decides about a refund neither asked for it nor is paid.");
        }
    }

    private void requireOpen() throws Refusal {
        if (status != RefundStatus.REQUESTED) {
            throw new Refusal(
                    ErrorCode.REFUND_STATE,
                    status == RefundStatus.REJECTED
                            ? "This refund was rejected."
                            : "This refund is approved already and cannot be stopped.");
        }
    }

    private static RefundGranted granted(RefundAsked refund, boolean evenIfUsed) {
        return new RefundGranted(
                refund.refundId(), refund.orderId(), refund.accountId(), refund.ticketIds(), evenIfUsed);
    }

    private RefundRejected rejected(@Nullable UserId by, String reason) {
        RefundAsked refund = asked();
        return new RefundRejected(
                refund.refundId(), refund.orderId(), refund.eventId(), refund.ticketIds(), by, reason);
    }

    private RefundAsked asked() {
        return requireNonNull(asked);
    }

    private RefundStatus status() {
        return requireNonNull(status);
    }

    @EventSourcingHandler
    void evolve(RefundAsked event) {
        id = event.refundId();
        asked = event;
        status = RefundStatus.REQUESTED;
        evenIfUsed = event.evenIfUsed();
    }

    @EventSourcingHandler
    void evolve(RefundApproved event) {
        approvals.add(event.approvedBy().value());
        evenIfUsed |= event.evenIfUsed();
    }

    @EventSourcingHandler
    void evolve(RefundGranted event) {
        status = RefundStatus.APPROVED;
    }

    @EventSourcingHandler
    void evolve(RefundRejected event) {
        status = RefundStatus.REJECTED;
    }
}
