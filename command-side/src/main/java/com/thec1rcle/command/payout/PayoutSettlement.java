package com.thec1rcle.command.payout;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCancelled;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReturnReserve;
import com.thec1rcle.kernel.promoter.PromoterCommand.SpendReserve;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Tells the promoter's account how each payout ended; the account knows each reserve once, so telling twice is harmless. */
@Process
@ProcessingGroup(PayoutSettlement.GROUP)
class PayoutSettlement {
    static final String GROUP = "process-payout-settlement";

    private final Commands commands;

    PayoutSettlement(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(PayoutCompleted event) throws Refusal {
        commands.ask(new SpendReserve(event.promoterId(), event.payoutId()));
    }

    @EventHandler
    void on(PayoutFailed event) throws Refusal {
        giveBack(event.promoterId(), event.payoutId());
    }

    @EventHandler
    void on(PayoutRejected event) throws Refusal {
        giveBack(event.promoterId(), event.payoutId());
    }

    @EventHandler
    void on(PayoutCancelled event) throws Refusal {
        giveBack(event.promoterId(), event.payoutId());
    }

    private void giveBack(PromoterId promoter, PayoutId payout) throws Refusal {
        commands.ask(new ReturnReserve(promoter, payout));
    }
}
