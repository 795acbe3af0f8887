package com.thec1rcle.command.promo;

import static com.thec1rcle.command.promo.PromoCodeFixtures.CODE;
import static com.thec1rcle.command.promo.PromoCodeFixtures.CREATOR;
import static com.thec1rcle.command.promo.PromoCodeFixtures.EVENT;
import static com.thec1rcle.command.promo.PromoCodeFixtures.NOW;
import static com.thec1rcle.command.promo.PromoCodeFixtures.OWNER;
import static com.thec1rcle.command.promo.PromoCodeFixtures.STRANGER;
import static com.thec1rcle.command.promo.PromoCodeFixtures.UNTIL;
import static com.thec1rcle.command.promo.PromoCodeFixtures.active;
import static com.thec1rcle.command.promo.PromoCodeFixtures.created;
import static com.thec1rcle.command.promo.PromoCodeFixtures.order;
import static com.thec1rcle.command.promo.PromoCodeFixtures.terms;
import static com.thec1rcle.command.promo.PromoCodeFixtures.uses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoCodes;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.promo.EditPromoCode;
import com.thec1rcle.kernel.promo.OfferPromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ClaimUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.CreatePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.QuotePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReleaseUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReserveUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.ReturnUse;
import com.thec1rcle.kernel.promo.PromoCodeCommand.RevisePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeCommand.SettleUse;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeDeactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeReactivated;
import com.thec1rcle.kernel.promo.PromoCodeEvent.PromoCodeRevised;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseClaimed;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReserved;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseReturned;
import com.thec1rcle.kernel.promo.PromoCodeEvent.UseSettled;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoCodeOwner;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.promo.PromoOffer;
import com.thec1rcle.kernel.promo.PromoTerms;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PromoCodeTest {
    private static final Instant LAPSED = NOW.minusSeconds(1);

    // ---- making

    @Test
    void itsPeopleMakeACode() {
        by(OWNER, create(terms(5))).expectEvents(created(terms(5)));
    }

    @Test
    void anEventHasEachCodeOnce() {
        assertThat(PromoCodeId.of(EVENT, " summer ")).isEqualTo(CODE);
        assertThat(PromoCodeId.of(new EventId("event-2"), "SUMMER")).isNotEqualTo(CODE);
        refused(OWNER, ErrorCode.ALREADY_EXISTS, create(terms(5)), created(terms(5)));
    }

    @Test
    void onlyItsPeopleMakeAndChangeACode() {
        refused(STRANGER, ErrorCode.FORBIDDEN, create(terms(5)));
        refused(STRANGER, ErrorCode.FORBIDDEN, new RevisePromoCode(CODE, EVENT, uses(7)), created(terms(5)));
    }

    @Test
    void anUnfitCodeIsRefused() {
        List<PromoTerms> unfit = List.of(
                terms(0),
                terms(1_000_001),
                terms(5, NOW, NOW),
                new PromoTerms(PromoDiscount.share(0), null, null, null, List.of()),
                new PromoTerms(PromoDiscount.off(Money.inr(0)), null, null, null, List.of()),
                new PromoTerms(PromoDiscount.off(Money.inr(10_000_000_001L)), null, null, null, List.of()));
        unfit.forEach(terms -> refused(OWNER, ErrorCode.PROMO_CODE_TERMS_INVALID, create(terms)));
        for (String code : List.of("AB", "A B C", "-ABC", "Ä1234", "A".repeat(41))) {
            refused(
                    OWNER,
                    ErrorCode.PROMO_CODE_TERMS_INVALID,
                    new CreatePromoCode(CODE, EVENT, CREATOR, code, terms(5)));
        }
    }

    @Test
    void aCodeIsChangedOnceAndSwitchedOffAndOnOnce() {
        by(OWNER, new RevisePromoCode(CODE, EVENT, uses(7)), created(terms(5)))
                .expectEvents(new PromoCodeRevised(CODE, EVENT, terms(7)));
        by(OWNER, new RevisePromoCode(CODE, EVENT, uses(5)), created(terms(5))).expectNoEvents();
        by(OWNER, new RevisePromoCode(CODE, EVENT, active(false)), created(terms(5)))
                .expectEvents(new PromoCodeDeactivated(CODE, EVENT));
        by(OWNER, new RevisePromoCode(CODE, EVENT, active(true)), created(terms(5)))
                .expectNoEvents();
        by(
                        OWNER,
                        new RevisePromoCode(CODE, EVENT, active(true)),
                        created(terms(5)),
                        new PromoCodeDeactivated(CODE, EVENT))
                .expectEvents(new PromoCodeReactivated(CODE, EVENT));
    }

    @Test
    void usesAreNotSetBelowWhatIsTakenAndReserved() {
        Object[] past = {created(terms(5)), reserved(1), claimed(1), new UseSettled(CODE, EVENT, order(1)), reserved(2)
        };
        refused(OWNER, ErrorCode.PROMO_CODE_USES_BELOW_COMMITTED, new RevisePromoCode(CODE, EVENT, uses(1)), past);
        by(OWNER, new RevisePromoCode(CODE, EVENT, uses(2)), past)
                .expectEvents(new PromoCodeRevised(CODE, EVENT, terms(2)));
    }

    @Test
    void aCodeOfAnotherEventIsNotChangedThroughThisOne() {
        refused(
                OWNER,
                ErrorCode.NOT_FOUND,
                new RevisePromoCode(CODE, new EventId("another"), uses(7)),
                created(terms(5)));
    }

    // ---- using

    @Test
    void aQuoteReservesNothing() {
        by(Actor.ANONYMOUS, new QuotePromoCode(CODE), created(terms(1)))
                .expectNoEvents()
                .expectResultMessagePayload(offer());
    }

    @Test
    void aUseIsReservedOnceForAnOrder() {
        bySystem(new ReserveUse(CODE, order(1), UNTIL), created(terms(1)))
                .expectEvents(reserved(1))
                .expectResultMessagePayload(offer());
        bySystem(new ReserveUse(CODE, order(1), UNTIL), created(terms(1)), reserved(1))
                .expectNoEvents()
                .expectResultMessagePayload(offer());
    }

    @Test
    void aCodeIsNotUsedMoreOftenThanItCanBe() {
        bySystemRefused(
                ErrorCode.PROMO_CODE_USED_UP, new ReserveUse(CODE, order(2), UNTIL), created(terms(1)), reserved(1));
        bySystemRefused(
                ErrorCode.PROMO_CODE_USED_UP,
                new QuotePromoCode(CODE),
                created(terms(1)),
                reserved(1),
                claimed(1),
                new UseSettled(CODE, EVENT, order(1)));
    }

    @Test
    void aReservationThatHasLapsedIsFree() {
        bySystem(new ReserveUse(CODE, order(2), UNTIL), created(terms(1)), lapsing(1, LAPSED))
                .expectEvents(reserved(2));
        bySystem(new ReserveUse(CODE, order(1), UNTIL), created(terms(1)), lapsing(1, NOW))
                .expectEvents(reserved(1));
    }

    @Test
    void nothingIsReservedOutsideItsWindowOrWhenSwitchedOff() {
        ReserveUse reserve = new ReserveUse(CODE, order(1), UNTIL);
        bySystemRefused(ErrorCode.PROMO_CODE_INVALID, reserve, created(terms(5, NOW.plusSeconds(1), null)));
        bySystemRefused(ErrorCode.PROMO_CODE_INVALID, reserve, created(terms(5, null, NOW)));
        bySystemRefused(
                ErrorCode.PROMO_CODE_INVALID, reserve, created(terms(5)), new PromoCodeDeactivated(CODE, EVENT));
        bySystem(reserve, created(terms(5, NOW, NOW.plusSeconds(1)))).expectEvents(reserved(1));
    }

    @Test
    void aPaidUseIsClaimedOnceEvenWhenTheCodeWasSwitchedOffSince() {
        bySystem(new ClaimUse(CODE, order(1)), created(terms(1)), reserved(1), new PromoCodeDeactivated(CODE, EVENT))
                .expectEvents(claimed(1));
        bySystem(new ClaimUse(CODE, order(1)), created(terms(1)), reserved(1), claimed(1))
                .expectNoEvents();
    }

    @Test
    void lateMoneyAsksForAnotherUse() {
        bySystem(new ClaimUse(CODE, order(1)), created(terms(1)), lapsing(1, LAPSED))
                .expectEvents(new UseClaimed(CODE, EVENT, order(1), true));
        bySystemRefused(
                ErrorCode.PROMO_CODE_USED_UP,
                new ClaimUse(CODE, order(1)),
                created(terms(1)),
                lapsing(1, LAPSED),
                reserved(2));
    }

    @Test
    void onlyAClaimIsSettledAndOnce() {
        bySystem(new SettleUse(CODE, order(1)), created(terms(1)), reserved(1), claimed(1))
                .expectEvents(new UseSettled(CODE, EVENT, order(1)));
        bySystem(new SettleUse(CODE, order(1)), created(terms(1)), reserved(1)).expectNoEvents();
        bySystem(
                        new SettleUse(CODE, order(1)),
                        created(terms(1)),
                        reserved(1),
                        claimed(1),
                        new UseSettled(CODE, EVENT, order(1)))
                .expectNoEvents();
    }

    @Test
    void aUseIsReturnedOnceAndNeverASettledOne() {
        bySystem(new ReturnUse(CODE, order(1)), created(terms(1)), reserved(1))
                .expectEvents(new UseReturned(CODE, EVENT, order(1)));
        bySystem(new ReturnUse(CODE, order(1)), created(terms(1))).expectNoEvents();
        bySystem(
                        new ReturnUse(CODE, order(1)),
                        created(terms(1)),
                        reserved(1),
                        claimed(1),
                        new UseSettled(CODE, EVENT, order(1)))
                .expectNoEvents();
    }

    @Test
    void aUseOfAnOrderThatLapsedIsFreeUnlessALatePaymentClaimsIt() {
        bySystem(new ReleaseUse(CODE, order(1)), created(terms(1)), reserved(1))
                .expectEvents(new UseReturned(CODE, EVENT, order(1)));
        bySystem(new ReleaseUse(CODE, order(1)), created(terms(1)), reserved(1), claimed(1))
                .expectNoEvents();
        bySystem(new ReleaseUse(CODE, order(1)), created(terms(1))).expectNoEvents();
    }

    @Test
    void onlyTheSystemMovesUses() {
        for (PromoCodeCommand command : List.of(
                new ReserveUse(CODE, order(1), UNTIL),
                new ClaimUse(CODE, order(1)),
                new SettleUse(CODE, order(1)),
                new ReleaseUse(CODE, order(1)),
                new ReturnUse(CODE, order(1)))) {
            refused(OWNER, ErrorCode.FORBIDDEN, command, created(terms(5)), reserved(1));
        }
    }

    @Test
    void aSnapshotIsThePromoCode() {
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        bySystem(new ReturnUse(CODE, order(9)), created(terms(5, NOW, UNTIL)), reserved(1), reserved(2), claimed(1))
                .expectState(code -> {
                    String written = json.serialize(code, String.class).getData();
                    PromoCode read = json.deserialize(
                            new SimpleSerializedObject<>(written, String.class, json.typeForClass(PromoCode.class)));
                    assertThat(read).usingRecursiveComparison().isEqualTo(code);
                });
    }

    /** The event says whose its promo codes are. */
    @Nested
    class Editing {
        private static final TierId TIER = new TierId("tier-1");

        private final Commands commands = mock(Commands.class);
        private final PromoCodeEditing editing = new PromoCodeEditing(commands);

        @Test
        void aCodeIsMadeForTheEventsCreatorInOneSpelling() throws Exception {
            eventAnswers();
            PromoTerms forTier = new PromoTerms(PromoDiscount.share(2000), null, null, 5, List.of(TIER));
            assertThat(editing.handle(new OfferPromoCode(EVENT, " summer", forTier), OWNER))
                    .isEqualTo(CODE);
            verify(commands).ask(new CreatePromoCode(CODE, EVENT, CREATOR, "SUMMER", forTier), OWNER);
        }

        @Test
        void aCodeIsForTiersOfItsEventOnly() throws Exception {
            eventAnswers();
            PromoTerms elsewhere =
                    new PromoTerms(PromoDiscount.share(2000), null, null, 5, List.of(new TierId("another")));
            CreatePromoCode creation = new CreatePromoCode(CODE, EVENT, CREATOR, "SUMMER", elsewhere);
            assertThatThrownBy(() -> editing.handle(new OfferPromoCode(EVENT, "SUMMER", elsewhere), OWNER))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TIER_NOT_FOUND));
            verify(commands, never()).ask(creation, OWNER);
        }

        @Test
        void aChangeAsksTheEventFirst() throws Exception {
            eventAnswers();
            editing.handle(new EditPromoCode(EVENT, CODE, uses(7)), OWNER);
            verify(commands).ask(new RevisePromoCode(CODE, EVENT, uses(7)), OWNER);
        }

        private void eventAnswers() throws Refusal {
            doReturn(new PromoCodeOwner(EVENT, CREATOR, List.of(TIER)))
                    .when(commands)
                    .require(new CheckPromoCodes(EVENT), OWNER);
        }
    }

    // ---- words of the tests

    private static ResultValidator<PromoCode> by(Actor actor, PromoCodeCommand command, Object... past) {
        AggregateTestFixture<PromoCode> fixture = new AggregateTestFixture<>(PromoCode.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        return fixture.given(past).when(command, ActorMetadata.of(actor));
    }

    private static ResultValidator<PromoCode> bySystem(PromoCodeCommand command, Object... past) {
        return by(Actor.SYSTEM, command, past);
    }

    private static void bySystemRefused(ErrorCode code, PromoCodeCommand command, Object... past) {
        refused(Actor.SYSTEM, code, command, past);
    }

    private static void refused(Actor actor, ErrorCode code, PromoCodeCommand command, Object... past) {
        by(actor, command, past).expectNoEvents().expectException(new CustomTypeSafeMatcher<Refusal>("" + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }
        });
    }

    private static CreatePromoCode create(PromoTerms terms) {
        return new CreatePromoCode(CODE, EVENT, CREATOR, "SUMMER", terms);
    }

    private static PromoOffer offer() {
        return new PromoOffer(CODE, "SUMMER", PromoDiscount.share(2000), List.of());
    }

    private static UseReserved reserved(int order) {
        return new UseReserved(CODE, EVENT, order(order), NOW, UNTIL);
    }

    private static UseReserved lapsing(int order, Instant until) {
        return new UseReserved(CODE, EVENT, order(order), NOW.minusSeconds(600), until);
    }

    private static UseClaimed claimed(int order) {
        return new UseClaimed(CODE, EVENT, order(order), false);
    }
}
