package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventLifecycleEvent.EventCompleted;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.Amounts;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.OrderCommand.CheckCommission;
import com.thec1rcle.kernel.order.OrderCommand.RecordCommission;
import com.thec1rcle.kernel.order.OrderEvent.OrderConfirmed;
import com.thec1rcle.kernel.order.OrderEvent.OrderRefunded;
import com.thec1rcle.kernel.order.OrderEvent.TicketsRefunded;
import com.thec1rcle.kernel.order.OrderLine;
import com.thec1rcle.kernel.payment.RefundId;
import com.thec1rcle.kernel.payment.RefundReason;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.CloseTicketReversal;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReleaseCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseTicketCommission;
import com.thec1rcle.kernel.promoter.ReversedItem;
import com.thec1rcle.kernel.refund.RefundAmounts;
import com.thec1rcle.kernel.refund.RefundedTicket;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.data.mongodb.core.MongoTemplate;

class CommissionBookingTest {
    private static final VenueId VENUE = new VenueId("venue");
    private static final Money NET = Money.inr(180_000);
    private static final Money COMMISSION = Money.inr(27_000);
    private static final Attribution BY_RIYA = new Attribution(PROMOTER, LinkId.of(PROMOTER, NIGHT), "ABC234");
    private static final Amounts AMOUNTS = new Amounts(
            Money.inr(200_000),
            Money.inr(20_000),
            Money.inr(9_000),
            Money.inr(4_500),
            Money.inr(2_430),
            Money.inr(195_930));

    private MongoServer server;
    private MongoClient client;
    private AskedCommands commands;
    private CommissionBooking booking;
    private CommissionRelease release;

    @BeforeEach
    void setUp() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        CommissionFiles files = new CommissionFiles(new MongoTemplate(client, "vault"));
        commands = new AskedCommands();
        booking = new CommissionBooking(commands, files, SETTINGS);
        release = new CommissionRelease(commands, files);
    }

    @AfterEach
    void tearDown() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aConfirmedOrderEarnsTellsItsOrderAndIsClosed() throws Exception {
        booking.on(confirmed(BY_RIYA, COMMISSION));
        assertThat(commands.asked)
                .containsExactly(
                        new CheckCommission(ORDER),
                        earn(ORDER, NIGHT, 27_000, false),
                        new RecordCommission(ORDER),
                        new CloseCommission(PROMOTER, ORDER));
    }

    @Test
    void defect6AConfirmationHandledAgainEarnsNothingMore() throws Exception {
        booking.on(confirmed(BY_RIYA, COMMISSION));
        commands.asked.clear();
        booking.on(confirmed(BY_RIYA, COMMISSION));
        assertThat(commands.asked).containsExactly(new CloseCommission(PROMOTER, ORDER));
    }

    @Test
    void cutShortAfterEarningItAsksTheAccountAgainAndNotTheOrder() throws Exception {
        commands.failOn(command -> command instanceof RecordCommission, ErrorCode.TOO_BUSY);
        assertThatThrownBy(() -> booking.on(confirmed(BY_RIYA, COMMISSION))).isInstanceOf(Refusal.class);
        commands.recover();
        commands.stillToBeBooked = false;
        booking.on(confirmed(BY_RIYA, COMMISSION));
        assertThat(commands.asked)
                .containsExactly(
                        earn(ORDER, NIGHT, 27_000, false),
                        new RecordCommission(ORDER),
                        new CloseCommission(PROMOTER, ORDER));
    }

    @Test
    void anOrderGivenBackMeanwhileDoesNotStopTheBooking() throws Exception {
        commands.failOn(command -> command instanceof RecordCommission, ErrorCode.ORDER_STATE);
        booking.on(confirmed(BY_RIYA, COMMISSION));
        assertThat(commands.asked).contains(new CloseCommission(PROMOTER, ORDER));
    }

    @Test
    void anOrderThatKnowsAlreadyEarnsNothing() throws Exception {
        commands.stillToBeBooked = false;
        booking.on(confirmed(BY_RIYA, COMMISSION));
        assertThat(commands.asked).containsExactly(new CheckCommission(ORDER));
    }

    @Test
    void withoutAPromoterNobodyIsAsked() throws Exception {
        booking.on(confirmed(null, COMMISSION));
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void aPriceOfZeroEarnsNothing() throws Exception {
        booking.on(confirmed(BY_RIYA, Money.inr(0)));
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void aRefundTakesBackWhatWasEarned() throws Exception {
        booking.on(confirmed(BY_RIYA, COMMISSION));
        commands.asked.clear();
        booking.on(refunded());
        assertThat(commands.asked)
                .containsExactly(
                        new CloseCommission(PROMOTER, ORDER),
                        reverse(ORDER, NIGHT, 27_000, false),
                        new CloseReversal(PROMOTER, ORDER));
    }

    @Test
    void defect6ARefundHandledAgainTakesNothingMore() throws Exception {
        booking.on(confirmed(BY_RIYA, COMMISSION));
        booking.on(refunded());
        commands.asked.clear();
        booking.on(refunded());
        assertThat(commands.asked)
                .containsExactly(new CloseCommission(PROMOTER, ORDER), new CloseReversal(PROMOTER, ORDER));
    }

    @Test
    void aRefundOfWhatNeverEarnedTakesNothing() throws Exception {
        booking.on(refunded());
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void aTicketGivenBackTakesBackItsShareOnceForEachRefund() throws Exception {
        booking.on(confirmed(BY_RIYA, COMMISSION));
        commands.asked.clear();
        booking.on(ticketRefunded("refund-1", 1));
        booking.on(ticketRefunded("refund-1", 1));
        booking.on(ticketRefunded("refund-2", 2));
        assertThat(commands.asked)
                .containsExactly(
                        reverseTicket("refund-1"),
                        new CloseTicketReversal(PROMOTER, new RefundId("refund-1")),
                        new CloseTicketReversal(PROMOTER, new RefundId("refund-1")),
                        reverseTicket("refund-2"),
                        new CloseTicketReversal(PROMOTER, new RefundId("refund-2")));
    }

    @Test
    void aTicketOfAnOrderThatNeverEarnedTakesNothing() throws Exception {
        booking.on(ticketRefunded("refund-1", 1));
        assertThat(commands.asked).isEmpty();
    }

    private static ReverseTicketCommission reverseTicket(String refund) {
        return new ReverseTicketCommission(
                PROMOTER,
                ORDER,
                new RefundId(refund),
                NIGHT,
                List.of(new ReversedItem(TIER, 1, Money.inr(90_000), Money.inr(13_500))),
                Money.inr(13_500),
                false);
    }

    private static TicketsRefunded ticketRefunded(String refund, int number) {
        return new TicketsRefunded(
                ORDER,
                NIGHT,
                VENUE,
                EventCreator.venue(VENUE),
                new UserId("guest"),
                new RefundId(refund),
                List.of(new RefundedTicket(
                        new TicketId("5a1d1d0e-3c57-4b6e-9d5e-0d7c86a4b001-" + number),
                        TIER,
                        Money.inr(90_000),
                        Money.inr(13_500))),
                RefundAmounts.ofNet(Money.inr(90_000)),
                BY_RIYA,
                RefundReason.GUEST_REQUEST,
                false);
    }

    @Test
    void theEndOfTheEventReleasesEveryEarnerOnce() throws Exception {
        booking.on(confirmed(BY_RIYA, COMMISSION));
        commands.asked.clear();
        release.on(new EventCompleted(NIGHT, false));
        assertThat(commands.asked).containsExactly(new ReleaseCommission(PROMOTER, NIGHT));
    }

    @Test
    void anOrderBookedAfterTheEndReleasesItself() throws Exception {
        release.on(new EventCompleted(NIGHT, false));
        booking.on(confirmed(BY_RIYA, COMMISSION));
        assertThat(commands.asked).endsWith(new ReleaseCommission(PROMOTER, NIGHT));
    }

    private static List<OrderLine> lines(Money commission) {
        return List.of(new OrderLine(
                TIER,
                "Entry",
                EntryType.GENERAL,
                1,
                false,
                2,
                Money.inr(100_000),
                Money.inr(20_000),
                NET,
                commission,
                Rate.share(1500)));
    }

    private static OrderConfirmed confirmed(@Nullable Attribution attribution, Money commission) {
        return new OrderConfirmed(
                ORDER,
                NIGHT,
                VENUE,
                EventCreator.venue(VENUE),
                new UserId("guest"),
                lines(commission),
                AMOUNTS,
                attribution,
                "pay_1",
                List.of());
    }

    private static OrderRefunded refunded() {
        return new OrderRefunded(
                ORDER,
                NIGHT,
                VENUE,
                EventCreator.venue(VENUE),
                lines(COMMISSION),
                AMOUNTS,
                BY_RIYA,
                List.of(),
                RefundReason.EVENT_CANCELLED);
    }

    /** Writes down what it is asked; answers that an order is still to be booked; fails where it is told to. */
    private static final class AskedCommands extends Commands {
        final List<Object> asked = new ArrayList<>();
        boolean stillToBeBooked = true;
        private Predicate<Object> failing = command -> false;
        private ErrorCode failure = ErrorCode.INTERNAL_ERROR;

        AskedCommands() {
            super(Mockito.mock(CommandGateway.class));
        }

        void failOn(Predicate<Object> commands, ErrorCode code) {
            failing = commands;
            failure = code;
        }

        void recover() {
            failing = command -> false;
            asked.clear();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R ask(Object command, Actor actor) throws Refusal {
            asked.add(command);
            if (failing.test(command)) {
                throw new Refusal(failure, "Not now.");
            }
            return command instanceof CheckCommission ? (R) Boolean.valueOf(stillToBeBooked) : null;
        }
    }
}
