package com.thec1rcle.command.promo;

import static com.thec1rcle.command.promo.PromoCodeFixtures.CODE;
import static com.thec1rcle.command.promo.PromoCodeFixtures.EVENT;
import static com.thec1rcle.command.promo.PromoCodeFixtures.NOW;
import static com.thec1rcle.command.promo.PromoCodeFixtures.OWNER;
import static com.thec1rcle.command.promo.PromoCodeFixtures.created;
import static com.thec1rcle.command.promo.PromoCodeFixtures.order;
import static com.thec1rcle.command.promo.PromoCodeFixtures.terms;
import static com.thec1rcle.command.promo.PromoCodeFixtures.uses;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.AggregateBench;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.promo.PromoCodeCommand;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ClaimUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReserveUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.SettleUse;
import com.thec1rcle.kernel.promo.PromoCodeEvent;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeCreated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeRevised;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseClaimed;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReserved;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReturned;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseSettled;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** However many orders race, lapse, pay late or give up: a promo code is never used more often than it can be. */
class PromoCodeProperties {
    private static final int USES = 2;

    enum Ask {
        RESERVE,
        CLAIM,
        SETTLE,
        RETURN,
        SET_USES
    }

    record Step(Ask ask, int order, int minutes) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Ask.class),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 6))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void neverUsedTooOften(@ForAll("steps") List<Step> steps) {
        AggregateBench<PromoCodeEvent> code =
                new AggregateBench<>(PromoCode.class, CODE, NOW, List.of(created(terms(USES))));
        Book book = new Book();
        for (Step step : steps) {
            code.clock.moveBy(Duration.ofMinutes(step.minutes()));
            Instant now = code.clock.instant();
            PromoCodeCommand command = commandOf(step, now);
            code.send(command, command instanceof RevisePromoCode ? OWNER : Actor.SYSTEM);
            code.news().forEach(event -> book.note(event, now));
        }
    }

    /** What the events alone say of who may count on a use. */
    private static final class Book {
        private final Map<String, Instant> reserved = new HashMap<>();
        private final Set<String> claimed = new HashSet<>();
        private int used;
        private int uses = USES;

        void note(PromoCodeEvent event, Instant now) {
            switch (event) {
                case UseReserved reservation ->
                    reserved.put(reservation.orderId().value(), reservation.until());
                case UseClaimed claim -> {
                    reserved.remove(claim.orderId().value());
                    assertThat(claimed.add(claim.orderId().value())).isTrue();
                }
                case UseSettled settled -> {
                    assertThat(claimed.remove(settled.orderId().value())).isTrue();
                    used++;
                }
                case UseReturned returned -> {
                    reserved.remove(returned.orderId().value());
                    claimed.remove(returned.orderId().value());
                }
                case PromoCodeRevised revised -> uses = revised.terms().uses();
                case PromoCodeCreated ignored -> {}
                default -> throw new AssertionError("Nobody asked for " + event);
            }
            long standing = reserved.values().stream().filter(now::isBefore).count();
            assertThat(used + claimed.size() + standing)
                    .as("uses after " + event)
                    .isLessThanOrEqualTo(uses);
        }
    }

    private static PromoCodeCommand commandOf(Step step, Instant now) {
        return switch (step.ask()) {
            case RESERVE -> new ReserveUse(CODE, order(step.order()), now.plus(Duration.ofMinutes(10)));
            case CLAIM -> new ClaimUse(CODE, order(step.order()));
            case SETTLE -> new SettleUse(CODE, order(step.order()));
            case RETURN -> new ReturnUse(CODE, order(step.order()));
            case SET_USES -> new RevisePromoCode(CODE, EVENT, uses(step.order()));
        };
    }
}
