package com.thec1rcle.command.payout;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutCommand.ApprovePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.CancelPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.CompletePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.FailPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.RejectPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.StartPayout;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutApproved;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCancelled;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRequested;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutStarted;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutStatus;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Money on its way to a promoter: asked for, approved by somebody else, sent, arrived or not. */
@Decider
final class Payout {
    @AggregateIdentifier
    private @Nullable PayoutId id;

    private @Nullable PromoterId promoterId;
    private @Nullable UserId requestedBy;
    private @Nullable Money amount;
    private @Nullable PayoutStatus status;
    private @Nullable String transactionId;

    Payout() {}

    Payout(PayoutRequested event) {
        apply(event);
    }

    @CommandHandler
    void decide(ApprovePayout command, Actor actor) throws Refusal {
        actor.require(PlatformRole.FINANCE);
        requireAnother(actor);
        if (moves(PayoutStatus.APPROVED, PayoutStatus.REQUESTED)) {
            apply(new PayoutApproved(command.payoutId(), promoter(), actor.userId()));
        }
    }

    @CommandHandler
    void decide(RejectPayout command, Actor actor) throws Refusal {
        actor.require(PlatformRole.FINANCE);
        if (moves(PayoutStatus.REJECTED, PayoutStatus.REQUESTED)) {
            apply(new PayoutRejected(command.payoutId(), promoter(), amount(), command.reason()));
        }
    }

    @CommandHandler
    void decide(CancelPayout command, Actor actor) throws Refusal {
        actor.requireSelf(requireNonNull(requestedBy));
        if (moves(PayoutStatus.CANCELLED, PayoutStatus.REQUESTED)) {
            apply(new PayoutCancelled(command.payoutId(), promoter(), amount()));
        }
    }

    @CommandHandler
    void decide(StartPayout command, Actor actor) throws Refusal {
        actor.require(PlatformRole.FINANCE);
        if (moves(PayoutStatus.PROCESSING, PayoutStatus.APPROVED)) {
            apply(new PayoutStarted(command.payoutId(), promoter(), command.transactionId()));
        }
    }

    @CommandHandler
    void decide(CompletePayout command, Actor actor) throws Refusal {
        actor.require(PlatformRole.FINANCE);
        if (moves(PayoutStatus.COMPLETED, PayoutStatus.PROCESSING)) {
            @Nullable String transaction = command.transactionId() == null ? transactionId : command.transactionId();
            apply(new PayoutCompleted(command.payoutId(), promoter(), amount(), transaction));
        }
    }

    @CommandHandler
    void decide(FailPayout command, Actor actor) throws Refusal {
        actor.require(PlatformRole.FINANCE);
        if (moves(PayoutStatus.FAILED, PayoutStatus.PROCESSING)) {
            apply(new PayoutFailed(command.payoutId(), promoter(), amount(), command.reason()));
        }
    }

    @EventSourcingHandler
    void evolve(PayoutRequested event) {
        id = event.payoutId();
        promoterId = event.promoterId();
        requestedBy = event.requestedBy();
        amount = event.amount();
        status = PayoutStatus.REQUESTED;
    }

    @EventSourcingHandler
    void evolve(PayoutApproved event) {
        status = PayoutStatus.APPROVED;
    }

    @EventSourcingHandler
    void evolve(PayoutRejected event) {
        status = PayoutStatus.REJECTED;
    }

    @EventSourcingHandler
    void evolve(PayoutCancelled event) {
        status = PayoutStatus.CANCELLED;
    }

    @EventSourcingHandler
    void evolve(PayoutStarted event) {
        status = PayoutStatus.PROCESSING;
        transactionId = event.transactionId();
    }

    @EventSourcingHandler
    void evolve(PayoutCompleted event) {
        status = PayoutStatus.COMPLETED;
    }

    @EventSourcingHandler
    void evolve(PayoutFailed event) {
        status = PayoutStatus.FAILED;
    }

    /** Whether there is anything to do: not when it is there already; refused from anywhere but one state. */
    private boolean moves(PayoutStatus to, PayoutStatus from) throws Refusal {
        if (status == to) {
            return false; // Saying it twice says it once.
        }
        if (status != from) {
            throw new Refusal(
                    ErrorCode.PAYOUT_STATE, "This payout is " + status + "; it would have to be " + from + ".");
        }
        return true;
    }

    private void requireAnother(Actor actor) throws Refusal {
        if (actor.userId().equals(requestedBy)) {
            throw new Refusal(ErrorCode.PAYOUT_SELF_APPROVAL, "Whoever approves a payout is not who asked for it.");
        }
    }

    private PromoterId promoter() {
        return requireNonNull(promoterId);
    }

    private Money amount() {
        return requireNonNull(amount);
    }
}
