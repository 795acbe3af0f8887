package com.thec1rcle.command.refund;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.order.AllowanceCommand.CloseRestoration;
import com.thec1rcle.kernel.order.AllowanceCommand.KeepAllowance;
import com.thec1rcle.kernel.order.AllowanceCommand.RestoreAllowance;
import com.thec1rcle.kernel.order.Fulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckFulfilment;
import com.thec1rcle.kernel.order.OrderCommand.CheckReturn;
import com.thec1rcle.kernel.order.OrderCommand.RecordReturn;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.ticketing.TierCommand.CloseReturn;
import com.thec1rcle.kernel.ticketing.TierCommand.ReturnStock;
import com.thec1rcle.kernel.ticketing.TierCommand.SettleHold;
import com.thec1rcle.kernel.ticketing.TierId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Returns to the tiers, and to the account's allowance, what was given back: exactly once, because each of them keeps
 * the refund in mind until the order knows. What is to be returned must have been sold first, so that is seen to as
 * well if nobody has done it yet.
 */
@Process
@ProcessingGroup(RefundReturns.GROUP)
class RefundReturns {
    static final String GROUP = "process-refund-returns";

    private final Commands commands;

    RefundReturns(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(TicketsRefunded event) throws Refusal {
        giveBack(
                event.orderId(),
                event.refundId(),
                byTier(event.tickets().stream().map(ticket -> ticket.tierId().value())));
    }

    @EventHandler
    void on(OrderRefunded event) throws Refusal {
        giveBack(
                event.orderId(),
                RefundId.ofWhole(event.orderId()),
                byTier(event.tickets().stream().map(ticket -> ticket.tierId().value())));
    }

    private void giveBack(OrderId orderId, RefundId refundId, Map<String, Integer> tickets) throws Refusal {
        Fulfilment order = commands.require(new CheckFulfilment(orderId));
        if (commands.<Boolean>require(new CheckReturn(orderId, refundId))) {
            for (Map.Entry<String, Integer> tier : tickets.entrySet()) {
                TierId tierId = new TierId(tier.getKey());
                commands.ask(new SettleHold(tierId, orderId));
                commands.ask(new ReturnStock(tierId, orderId, refundId, tier.getValue()));
            }
            int quantity = tickets.values().stream().mapToInt(Integer::intValue).sum();
            commands.ask(new KeepAllowance(order.allowanceId(), orderId));
            commands.ask(new RestoreAllowance(order.allowanceId(), orderId, refundId, quantity));
            commands.ask(new RecordReturn(orderId, refundId));
        }
        for (String tier : tickets.keySet()) {
            commands.ask(new CloseReturn(new TierId(tier), refundId));
        }
        commands.ask(new CloseRestoration(order.allowanceId(), refundId));
    }

    private static Map<String, Integer> byTier(Stream<String> tiers) {
        return tiers.collect(Collectors.toMap(Function.identity(), tier -> 1, Integer::sum, TreeMap::new));
    }
}
