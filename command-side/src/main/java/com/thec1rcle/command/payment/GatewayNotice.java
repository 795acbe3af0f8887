package com.thec1rcle.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.payment.NoticeCommand.RecordNotice;
import com.thec1rcle.kernel.payment.NoticeEvent.NoticeReceived;
import com.thec1rcle.kernel.payment.NoticeId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One thing that the gateway told; it counts once, however often it is told. */
@Decider
final class GatewayNotice {
    @AggregateIdentifier
    private @Nullable NoticeId id;

    GatewayNotice() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordNotice command, Actor actor) throws Refusal {
        actor.requireSystem();
        if (id != null) {
            return; // Notices come at least once.
        }
        apply(new NoticeReceived(
                command.noticeId(),
                command.kind(),
                command.gatewayOrderId(),
                command.paymentId(),
                command.refundId(),
                command.gatewayRefundId(),
                command.amount(),
                command.reason()));
    }

    @EventSourcingHandler
    void evolve(NoticeReceived event) {
        id = event.noticeId();
    }
}
