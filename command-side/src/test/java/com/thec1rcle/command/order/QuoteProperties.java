package com.thec1rcle.command.order;

import static com.thec1rcle.command.order.OrderFixtures.BUYER;
import static com.thec1rcle.command.order.OrderFixtures.EVENT;
import static com.thec1rcle.command.order.OrderFixtures.GUEST;
import static com.thec1rcle.command.order.OrderFixtures.HELD_UNTIL;
import static com.thec1rcle.command.order.OrderFixtures.ORDER;
import static com.thec1rcle.command.order.OrderFixtures.PROMOTER;
import static com.thec1rcle.command.order.OrderFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Errands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderCommand.OpenOrder;
import com.thec1rcle.kernel.order.OrderStatus;
import com.thec1rcle.kernel.order.PlaceOrder;
import com.thec1rcle.kernel.order.PlacedOrder;
import com.thec1rcle.kernel.order.QuoteOrder;
import com.thec1rcle.kernel.order.RequestedLine;
import com.thec1rcle.kernel.promo.PromoCodeCommand.QuotePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReserveUse;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCommand.DescribeLink;
import com.thec1rcle.kernel.promoter.LinkTarget;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a guest is quoted is what the order costs, to the paisa, whatever tiers, promoters and promo codes there are. */
class QuoteProperties {
    private static final Actor ACTOR = Actor.user(GUEST);

    @Property(tries = 500)
    void aQuoteIsWhatTheOrderCosts(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 0, max = 10_000_000) Long> prices,
            @ForAll @IntRange(min = 1, max = 2) int quantity,
            @ForAll boolean promoted,
            @ForAll @IntRange(min = 0, max = 10_000) int promoterShare,
            @ForAll @IntRange(min = 0, max = 2) int promoKind,
            @ForAll @IntRange(min = 1, max = 10_000) int share,
            @ForAll @LongRange(min = 1, max = 30_000_000) long amount,
            @ForAll @IntRange(min = 0, max = 2_000) int fee) {
        Answers answers = new Answers(prices, Rate.share(promoterShare), promo(promoKind, share, amount));
        Commands commands = mock(Commands.class, call -> answers.to(call.getArgument(0)));
        Referrals referrals = new Referrals(commands);
        PromoCodes promoCodes = new PromoCodes(commands);
        Pricing pricing = new Pricing(new OrderSettings(fee, 250, 1800));
        List<RequestedLine> lines = IntStream.range(0, prices.size())
                .mapToObj(tier -> new RequestedLine(new TierId("tier-" + tier), quantity))
                .toList();
        String promoter = promoted ? "ABC234" : null;
        String promo = promoKind == 0 ? null : "SUMMER";

        Object quoted = outcome(() -> new OrderQuote(commands, referrals, promoCodes, pricing)
                .handle(new QuoteOrder(EVENT, lines, promoter, promo, null, null), ACTOR)
                .amounts());
        Object placed = outcome(
                () -> new OrderPlacement(commands, referrals, promoCodes, pricing, new Errands(Clock.systemUTC()))
                        .handle(new PlaceOrder(ORDER, EVENT, lines, BUYER, "print", promoter, promo, null, null), ACTOR)
                        .amounts());

        assertThat(placed).isEqualTo(quoted);
    }

    private static @Nullable PromoOffer promo(int kind, int share, long amount) {
        PromoDiscount discount = kind == 1 ? PromoDiscount.share(share) : PromoDiscount.off(Money.inr(amount));
        return kind == 0 ? null : new PromoOffer(PromoCodeId.of(EVENT, "SUMMER"), "SUMMER", discount, List.of());
    }

    /** The amounts, or the code of the refusal. */
    private static Object outcome(Asking asking) {
        try {
            return asking.ask();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /** Something that may be refused. */
    @FunctionalInterface
    private interface Asking {
        Object ask() throws Refusal;
    }

    /** What tiers, links, promo codes and the order itself would answer. */
    private record Answers(
            List<Long> prices, Rate discount, @Nullable PromoOffer promo) {
        @Nullable
        Object to(Object command) {
            return switch (command) {
                case QuoteTier quote -> tier(quote.tierId(), quote.quantity());
                case HoldStock hold -> tier(hold.tierId(), hold.quantity());
                case QuotePromoCode quote -> promo;
                case ReserveUse reserve -> promo;
                case ResolveLinkCode link -> PROMOTER.linkId();
                case DescribeLink link ->
                    new LinkTarget(PROMOTER.linkId(), "ABC234", PROMOTER.promoterId(), new UserId("pia"), EVENT, null);
                case OpenOrder open -> new PlacedOrder(ORDER, OrderStatus.PENDING_PAYMENT, HELD_UNTIL, open.amounts());
                default -> null;
            };
        }

        private Object tier(TierId tier, int quantity) {
            long price = prices.get(Integer.parseInt(tier.value().substring("tier-".length())));
            return offer(tier, price, quantity, Rate.share(1500), discount);
        }
    }
}
