package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.BUYER;
import static com.thec1rcle.command.order.OrderFixtures.CREATOR;
import static com.thec1rcle.command.order.OrderFixtures.EARLY;
import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.PRICING;
import static com.thec1rcle.command.order.OrderFixtures.PROMOTER;
import static com.thec1rcle.command.order.OrderFixtures.VENUE;
import static com.thec1rcle.command.order.OrderFixtures.VIP;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static com.thec1rcle.command.order.OrderFixtures.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.CommandOutcomeUnknown;
import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.order.AllowanceCommand.TakeAllowance;
import com.thec1rcle.kernel.order.AllowanceId;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.order.OrderCommand.OpenOrder;
import com.thec1rcle.kernel.order.OrderCommand.RecallOrder;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.PlaceOrder;
import com.thec1rcle.kernel.order.PlacedOrder;
import com.thec1rcle.kernel.order.Quote;
import com.thec1rcle.kernel.order.QuoteOrder;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.promo.PromoCodeCommand.QuotePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReserveUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.promoter.ClickCommand.FindLastClick;
import com.thec1rcle.kernel.promoter.ClickTrailId;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeId;
import com.thec1rcle.kernel.promoter.LinkCommand.DescribeLink;
import com.thec1rcle.kernel.promoter.LinkTarget;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierCommand.UndoHold;
import com.thec1rcle.kernel.ticketing.TierId;
import com.thec1rcle.kernel.ticketing.TierOffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class OrderPlacementTest {
    private static final OrderId ORDER = new OrderId(Identifier.derive("order", "key-1"));
    private static final Actor ACTOR = Actor.user(GUEST);
    private static final UserId PROMOTER_USER = new UserId("promoter-user");

    private static final PromoOffer SUMMER =
            new PromoOffer(PromoCodeId.of(EVENT, "SUMMER"), "SUMMER", PromoDiscount.share(2500), List.of());

    private final Commands commands = mock(Commands.class);
    private final Referrals referrals = new Referrals(commands);
    private final PromoCodes promoCodes = new PromoCodes(commands);
    private final OrderPlacement placement =
            new OrderPlacement(commands, referrals, promoCodes, PRICING, new Errands(Clock.systemUTC()));
    private final OrderQuote quoting = new OrderQuote(commands, referrals, promoCodes, PRICING);

    @Test
    void everyTierHoldsThenTheLimitIsTakenThenTheOrderOpens() throws Exception {
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        answer(hold(VIP.value(), 1), offer(VIP, 200_000, 1));
        Quote expected = PRICING.price(List.of(offer(EARLY, 100_000, 2), offer(VIP, 200_000, 1)), false);
        PlacedOrder placed = new PlacedOrder(ORDER, OrderStatus.PENDING_PAYMENT, HELD_UNTIL, expected.amounts());
        answer(open(expected, null), placed);

        PlacedOrder answer = placement.handle(
                place(null, null, line(VIP.value(), 1), line(EARLY.value(), 1), line(EARLY.value(), 1)), ACTOR);

        assertThat(answer).isEqualTo(placed);
        InOrder steps = inOrder(commands);
        steps.verify(commands).ask(new RecallOrder(ORDER, "print"), ACTOR);
        steps.verify(commands).ask(hold(EARLY.value(), 2), ACTOR);
        steps.verify(commands).ask(hold(VIP.value(), 1), ACTOR);
        steps.verify(commands).ask(new TakeAllowance(AllowanceId.of(EVENT, GUEST), ORDER, 3, 10, HELD_UNTIL));
        steps.verify(commands).ask(open(expected, null), ACTOR);
    }

    @Test
    void theSameRequestAgainGetsItsOrderAndHoldsNothing() throws Exception {
        PlacedOrder before = new PlacedOrder(ORDER, OrderStatus.CONFIRMED, HELD_UNTIL, quote().amounts());
        answer(new RecallOrder(ORDER, "print"), before);
        assertThat(placement.handle(place(null, null, line(EARLY.value(), 2)), ACTOR))
                .isEqualTo(before);
        verify(commands, never()).ask(any(HoldStock.class), any());
    }

    @Test
    void twoRequestsUnderOneKeyGoOneAfterTheOther() throws Exception {
        TierOffer offer = offer(EARLY, 100_000, 2);
        OpenOrder opening = open(PRICING.price(List.of(offer), false), null);
        CountDownLatch holding = new CountDownLatch(1);
        CompletableFuture<TierOffer> held = new CompletableFuture<>();
        doAnswer(call -> {
                    holding.countDown();
                    return held.join();
                })
                .when(commands)
                .ask(hold(EARLY.value(), 2), ACTOR);
        answer(opening, placed());
        RecallOrder another = new RecallOrder(ORDER, "another");
        refuse(another, new Refusal(ErrorCode.IDEMPOTENCY_KEY_REUSED, "Used."));
        try (ExecutorService guests = Executors.newCachedThreadPool()) {
            Future<PlacedOrder> one =
                    guests.submit(() -> placement.handle(place(null, null, line(EARLY.value(), 2)), ACTOR));
            holding.await();
            Future<?> two = guests.submit(() -> assertRefused(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    new PlaceOrder(
                            ORDER, EVENT, List.of(line(VIP.value(), 1)), BUYER, "another", null, null, null, null)));
            held.complete(offer);
            assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(placed());
            two.get(5, TimeUnit.SECONDS);
        }
        InOrder steps = inOrder(commands);
        steps.verify(commands).ask(opening, ACTOR);
        steps.verify(commands).ask(another, ACTOR);
        verify(commands, never()).ask(any(UndoHold.class));
    }

    @Test
    void whenOneTierRefusesTheOthersGetTheirStockBack() throws Exception {
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        refuse(hold(VIP.value(), 1), new Refusal(ErrorCode.SOLD_OUT, "Gone.", Map.of("available", "0")));
        assertRefused(ErrorCode.SOLD_OUT, place(null, null, line(EARLY.value(), 2), line(VIP.value(), 1)));
        verify(commands).ask(new UndoHold(EARLY, ORDER));
        verify(commands, never()).ask(any(OpenOrder.class), any());
    }

    @Test
    void aRefusedLimitGivesTheHoldsBack() throws Exception {
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        doThrow(new Refusal(ErrorCode.LIMIT_EXCEEDED, "Enough.")).when(commands).ask(any(TakeAllowance.class));
        assertRefused(ErrorCode.LIMIT_EXCEEDED, place(null, null, line(EARLY.value(), 2)));
        verify(commands).ask(new UndoHold(EARLY, ORDER));
    }

    @Test
    void aHoldThatCannotBeReleasedDoesNotHideTheRefusal() throws Exception {
        answer(hold(EARLY.value(), 11), offer(EARLY, 100_000, 11));
        doThrow(new CommandOutcomeUnknown("Late.", new IllegalStateException()))
                .when(commands)
                .ask(any(UndoHold.class));
        assertRefused(ErrorCode.LIMIT_EXCEEDED, place(null, null, line(EARLY.value(), 11)));
    }

    @Test
    void thePromoterOfTheCodeGivesDiscountAndEarns() throws Exception {
        link("ABC234", EVENT, PROMOTER_USER);
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        answer(open(quote(), PROMOTER), placed());
        placement.handle(place("ABC234", null, line(EARLY.value(), 2)), ACTOR);
        verify(commands).ask(open(quote(), PROMOTER), ACTOR);
    }

    @Test
    void theLastClickCountsWhenNoCodeIsGiven() throws Exception {
        answerSystem(new FindLastClick(ClickTrailId.of(EVENT, "visitor-1")), "ABC234");
        link("ABC234", EVENT, PROMOTER_USER);
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        answer(open(quote(), PROMOTER), placed());
        placement.handle(place(null, "visitor-1", line(EARLY.value(), 2)), ACTOR);
        verify(commands).ask(open(quote(), PROMOTER), ACTOR);
    }

    @Test
    void aClickThatLeadsNowhereIsForgotten() throws Exception {
        refuseSystem(new FindLastClick(ClickTrailId.of(EVENT, "visitor-1")), new Refusal(ErrorCode.NOT_FOUND, "None."));
        assertThat(referrals.find(EVENT, GUEST, null, "visitor-1")).isEmpty();
        answerSystem(new FindLastClick(ClickTrailId.of(EVENT, "visitor-2")), "ABC234");
        link("ABC234", EVENT, PROMOTER_USER);
        refuseSystem(new DescribeLink(PROMOTER.linkId()), new Refusal(ErrorCode.LINK_INACTIVE, "Off."));
        assertThat(referrals.find(EVENT, GUEST, null, "visitor-2")).isEmpty();
    }

    @Test
    void nobodyIsAPromoterToThemselves() throws Exception {
        link("ABC234", EVENT, GUEST);
        assertThat(referrals.find(EVENT, GUEST, "ABC234", null)).isEmpty();
    }

    @Test
    void aCodeOfAnotherEventOrOfNobodyIsRefused() throws Exception {
        link("ABC234", new EventId("another"), PROMOTER_USER);
        assertRefused(ErrorCode.PROMOTER_CODE_INVALID, place("ABC234", null, line(EARLY.value(), 2)));
        refuseSystem(new ResolveLinkCode(LinkCodeId.of("NOBODY")), new Refusal(ErrorCode.NOT_FOUND, "There is none."));
        assertRefused(ErrorCode.PROMOTER_CODE_INVALID, place("NOBODY", null, line(EARLY.value(), 2)));
    }

    @Test
    void anUnknownPromoCodeIsRefusedBeforeAnythingIsHeld() throws Exception {
        refuseSystem(new QuotePromoCode(SUMMER.promoCodeId()), new Refusal(ErrorCode.NOT_FOUND, "There is none."));
        assertRefused(ErrorCode.PROMO_CODE_INVALID, withPromo(null, line(EARLY.value(), 1)));
        verify(commands, never()).ask(any(HoldStock.class), any());
    }

    @Test
    void aPromoCodeThatWinsGivesItsDiscountAndIsReserved() throws Exception {
        List<TierOffer> offers = List.of(offer(EARLY, 100_000, 2));
        Quote expected = PRICING.price(offers, false, SUMMER);
        answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), SUMMER);
        answerSystem(new ReserveUse(SUMMER.promoCodeId(), ORDER, HELD_UNTIL), SUMMER);
        answer(hold(EARLY.value(), 2), offers.getFirst());
        answer(open(expected, null), placed());
        placement.handle(withPromo(null, line(EARLY.value(), 2)), ACTOR);
        assertThat(expected.amounts().discount()).isEqualTo(Money.inr(50_000));
        InOrder steps = inOrder(commands);
        steps.verify(commands).ask(hold(EARLY.value(), 2), ACTOR);
        steps.verify(commands).ask(new ReserveUse(SUMMER.promoCodeId(), ORDER, HELD_UNTIL));
        steps.verify(commands).ask(any(TakeAllowance.class));
        steps.verify(commands).ask(open(expected, null), ACTOR);
    }

    @Test
    void thePromoterKeepsOrderAndCommissionWhenThePromoCodeIsBetter() throws Exception {
        List<TierOffer> offers = List.of(offer(EARLY, 100_000, 2));
        Quote expected = PRICING.price(offers, true, SUMMER);
        link("ABC234", EVENT, PROMOTER_USER);
        answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), SUMMER);
        answerSystem(new ReserveUse(SUMMER.promoCodeId(), ORDER, HELD_UNTIL), SUMMER);
        answer(hold(EARLY.value(), 2), offers.getFirst());
        answer(open(expected, PROMOTER), placed());
        placement.handle(withPromo("ABC234", line(EARLY.value(), 2)), ACTOR);
        verify(commands).ask(open(expected, PROMOTER), ACTOR);
        assertThat(expected.lines().getFirst().commission()).isEqualTo(Money.inr(22_500));
    }

    @Test
    void aPromoCodeThatSavesNoMoreThanThePromoterIsNotUsed() throws Exception {
        PromoOffer tie = new PromoOffer(SUMMER.promoCodeId(), "SUMMER", PromoDiscount.share(1000), List.of());
        link("ABC234", EVENT, PROMOTER_USER);
        answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), tie);
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        answer(open(quote(), PROMOTER), placed());
        placement.handle(withPromo("ABC234", line(EARLY.value(), 2)), ACTOR);
        verify(commands, never()).ask(any(ReserveUse.class));
        verify(commands).ask(open(quote(), PROMOTER), ACTOR);
    }

    @Test
    void aPromoCodeUsedUpMeanwhileGivesTheHoldsBack() throws Exception {
        answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), SUMMER);
        refuseSystem(
                new ReserveUse(SUMMER.promoCodeId(), ORDER, HELD_UNTIL),
                new Refusal(ErrorCode.PROMO_CODE_USED_UP, "Used up."));
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        assertRefused(ErrorCode.PROMO_CODE_USED_UP, withPromo(null, line(EARLY.value(), 2)));
        verify(commands).ask(new UndoHold(EARLY, ORDER));
    }

    @Test
    void aRefusedLimitGivesTheUseBack() throws Exception {
        answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), SUMMER);
        answerSystem(new ReserveUse(SUMMER.promoCodeId(), ORDER, HELD_UNTIL), SUMMER);
        answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
        doThrow(new Refusal(ErrorCode.LIMIT_EXCEEDED, "Enough.")).when(commands).ask(any(TakeAllowance.class));
        assertRefused(ErrorCode.LIMIT_EXCEEDED, withPromo(null, line(EARLY.value(), 2)));
        verify(commands).ask(new ReturnUse(SUMMER.promoCodeId(), ORDER));
    }

    @Test
    void aPromoCodeForOtherTicketsOrAnotherCurrencyIsRefused() throws Exception {
        for (PromoOffer elsewhere : List.of(
                new PromoOffer(SUMMER.promoCodeId(), "SUMMER", PromoDiscount.share(5000), List.of(VIP)),
                new PromoOffer(SUMMER.promoCodeId(), "SUMMER", PromoDiscount.off(new Money(500, "USD")), List.of()))) {
            answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), elsewhere);
            answer(hold(EARLY.value(), 2), offer(EARLY, 100_000, 2));
            assertRefused(ErrorCode.PROMO_CODE_INVALID, withPromo(null, line(EARLY.value(), 2)));
        }
    }

    @Test
    void aQuoteWithAPromoCodeReservesNothing() throws Exception {
        answerSystem(new QuotePromoCode(SUMMER.promoCodeId()), SUMMER);
        answer(new QuoteTier(EARLY, EVENT, 2, null), offer(EARLY, 100_000, 2));
        QuoteOrder command = new QuoteOrder(EVENT, List.of(line(EARLY.value(), 2)), null, " summer ", null, null);
        assertThat(quoting.handle(command, ACTOR))
                .isEqualTo(PRICING.price(List.of(offer(EARLY, 100_000, 2)), false, SUMMER));
        verify(commands, never()).ask(any(ReserveUse.class));
    }

    @Test
    void aTotalThatNoGatewayTakesIsRefused() throws Exception {
        answer(hold(EARLY.value(), 1), offer(EARLY, 50, 1));
        assertRefused(ErrorCode.ORDER_TOTAL_TOO_SMALL, place(null, null, line(EARLY.value(), 1)));
    }

    @Test
    void aQuoteIsPricedTheSameWayAndHoldsNothing() throws Exception {
        answer(new QuoteTier(EARLY, EVENT, 2, null), offer(EARLY, 100_000, 2));
        link("ABC234", EVENT, PROMOTER_USER);
        QuoteOrder command = new QuoteOrder(EVENT, List.of(line(EARLY.value(), 2)), "ABC234", null, null, null);
        assertThat(quoting.handle(command, ACTOR)).isEqualTo(quote());
        verify(commands, never()).ask(any(HoldStock.class), any());
    }

    private void assertRefused(ErrorCode code, PlaceOrder command) {
        assertThatThrownBy(() -> placement.handle(command, ACTOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void link(String code, EventId event, UserId promoterUser) throws Refusal {
        answerSystem(new ResolveLinkCode(LinkCodeId.of(code)), PROMOTER.linkId());
        answerSystem(
                new DescribeLink(PROMOTER.linkId()),
                new LinkTarget(PROMOTER.linkId(), code, PROMOTER.promoterId(), promoterUser, event, null));
    }

    private void answer(Object command, Object answer) throws Refusal {
        doReturn(answer).when(commands).ask(command, ACTOR);
    }

    private void answerSystem(Object command, Object answer) throws Refusal {
        doReturn(answer).when(commands).ask(command);
    }

    private void refuse(Object command, Refusal refusal) throws Refusal {
        doThrow(refusal).when(commands).ask(command, ACTOR);
    }

    private void refuseSystem(Object command, Refusal refusal) throws Refusal {
        doThrow(refusal).when(commands).ask(command);
    }

    private static PlaceOrder place(@Nullable String promoterCode, @Nullable String visitor, RequestedLine... lines) {
        return new PlaceOrder(ORDER, EVENT, List.of(lines), BUYER, "print", promoterCode, null, null, visitor);
    }

    private static PlaceOrder withPromo(@Nullable String promoterCode, RequestedLine... lines) {
        return new PlaceOrder(ORDER, EVENT, List.of(lines), BUYER, "print", promoterCode, "SUMMER", null, null);
    }

    private static OpenOrder open(Quote quote, @Nullable Attribution attribution) {
        return new OpenOrder(
                ORDER,
                EVENT,
                VENUE,
                CREATOR,
                quote.lines(),
                quote.amounts(),
                BUYER,
                "print",
                attribution,
                quote.promo(),
                HELD_UNTIL);
    }

    private static PlacedOrder placed() {
        return new PlacedOrder(ORDER, OrderStatus.PENDING_PAYMENT, HELD_UNTIL, quote().amounts());
    }

    private static HoldStock hold(String tier, int quantity) {
        return new HoldStock(new TierId(tier), EVENT, ORDER, quantity, null);
    }

    private static RequestedLine line(String tier, int quantity) {
        return new RequestedLine(new TierId(tier), quantity);
    }
}
