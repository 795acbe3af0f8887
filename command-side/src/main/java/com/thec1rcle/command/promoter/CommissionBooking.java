package com.thec1rcle.command.promoter;

import static java.util.Objects.requireNonNull;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.command.promoter.CommissionFile.Stage;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.OrderCommand.CheckCommission;
import com.thec1rcle.kernel.order.OrderCommand.RecordCommission;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.promoter.CommissionItem;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseTicketReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.EarnCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReleaseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseTicketCommission;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.promoter.ReversedItem;
import com.thec1rcle.kernel.refund.RefundedTicket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Books an order's commission when it is confirmed and takes it back when it is refunded, whole or ticket by ticket,
 * each exactly once. The account keeps an order open until the file says that it is booked, so a run cut short anywhere
 * can be repeated. All events come from the same order, so they are handled in their order.
 */
@Process
@ProcessingGroup(CommissionBooking.GROUP)
class CommissionBooking {
    static final String GROUP = "process-commission-booking";

    private final Commands commands;
    private final CommissionFiles files;
    private final PromoterSettings settings;

    CommissionBooking(Commands commands, CommissionFiles files, PromoterSettings settings) {
        this.commands = commands;
        this.files = files;
        this.settings = settings;
    }

    @EventHandler
    void on(OrderConfirmed event) throws Refusal {
        List<CommissionItem> items = items(event.lines());
        if (event.attribution() == null || items.isEmpty()) {
            return; // Nobody sold it, or a price of zero earned zero.
        }
        @Nullable CommissionFile file = files.find(event.orderId());
        if (file == null) {
            if (!isToBeBooked(event.orderId())) {
                return;
            }
            file = open(event, event.attribution().promoterId(), items);
        }
        book(file, items);
    }

    @EventHandler
    void on(OrderRefunded event) throws Refusal {
        @Nullable CommissionFile file = files.find(event.orderId());
        if (file == null) {
            return; // Nothing was ever booked for it.
        }
        book(file, items(event.lines()));
        if (file.stage() != Stage.REVERSED) {
            commands.ask(new ReverseCommission(
                    file.promoter(), file.order(), file.event(), file.amount(), file.payableAtOnce()));
            files.reach(file.order(), Stage.REVERSED);
        }
        commands.ask(new CloseReversal(file.promoter(), file.order()));
    }

    /** Takes back what exactly these tickets earned, each refund once. */
    @EventHandler
    void on(TicketsRefunded event) throws Refusal {
        List<ReversedItem> items = reversed(event.tickets());
        @Nullable CommissionFile file = files.find(event.orderId());
        if (file == null || items.isEmpty()) {
            return; // Nothing was ever booked for it.
        }
        if (!file.hasReversed(event.refundId())) {
            commands.ask(new ReverseTicketCommission(
                    file.promoter(),
                    file.order(),
                    event.refundId(),
                    file.event(),
                    items,
                    items.stream().map(ReversedItem::amount).reduce(Money::plus).orElseThrow(),
                    file.payableAtOnce()));
            files.reversed(file.order(), event.refundId());
        }
        commands.ask(new CloseTicketReversal(file.promoter(), event.refundId()));
    }

    /** One item for each tier, in the order of the tickets; tickets that earned nothing are left out. */
    private static List<ReversedItem> reversed(List<RefundedTicket> tickets) {
        return tickets.stream()
                .filter(ticket -> !ticket.commission().isZero())
                .collect(Collectors.groupingBy(
                        RefundedTicket::tierId, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .entrySet()
                .stream()
                .map(tier -> new ReversedItem(
                        tier.getKey(),
                        tier.getValue().size(),
                        tier.getValue().stream()
                                .map(RefundedTicket::net)
                                .reduce(Money::plus)
                                .orElseThrow(),
                        tier.getValue().stream()
                                .map(RefundedTicket::commission)
                                .reduce(Money::plus)
                                .orElseThrow()))
                .toList();
    }

    private boolean isToBeBooked(OrderId order) throws Refusal {
        return Boolean.TRUE.equals(commands.<Boolean>ask(new CheckCommission(order)));
    }

    private CommissionFile open(OrderConfirmed event, PromoterId promoter, List<CommissionItem> items) {
        files.open(new CommissionFile(
                event.orderId().value(),
                promoter.value(),
                event.eventId().value(),
                total(items),
                settings.payableAtOnce(),
                Stage.OPENED,
                null));
        // Read back: a file of an earlier run holds, with the terms it was opened on.
        return requireNonNull(files.find(event.orderId()));
    }

    private void book(CommissionFile file, List<CommissionItem> items) throws Refusal {
        if (file.stage() == Stage.OPENED) {
            commands.ask(new EarnCommission(
                    file.promoter(), file.order(), file.event(), items, file.amount(), file.payableAtOnce()));
            tellOrder(file.order());
            files.reach(file.order(), Stage.BOOKED);
        }
        commands.ask(new CloseCommission(file.promoter(), file.order()));
        if (files.isCompleted(file.event())) {
            // The order was confirmed after the end of the event, or while it ended.
            commands.ask(new ReleaseCommission(file.promoter(), file.event()));
        }
    }

    private void tellOrder(OrderId order) throws Refusal {
        try {
            commands.ask(new RecordCommission(order));
        } catch (Refusal refusal) {
            // An order that was given back meanwhile has no use for it: its refund takes the commission back.
            if (refusal.code() != ErrorCode.ORDER_STATE) {
                throw refusal;
            }
        }
    }

    private static List<CommissionItem> items(List<OrderLine> lines) {
        return lines.stream()
                .filter(line ->
                        line.commissionRate() != null && !line.commission().isZero())
                .map(line -> new CommissionItem(
                        line.tierId(),
                        line.quantity(),
                        line.net(),
                        requireNonNull(line.commissionRate()),
                        line.commission()))
                .toList();
    }

    private static Money total(List<CommissionItem> items) {
        return items.stream().map(CommissionItem::amount).reduce(Money::plus).orElseThrow();
    }
}
