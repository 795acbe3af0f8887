package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static com.thec1rcle.command.promoter.RefusedWith.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ReserveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeEvent.LinkCodeReserved;
import com.thec1rcle.kernel.promoter.LinkCodeId;
import com.thec1rcle.kernel.promoter.LinkCommand.ActivateLink;
import com.thec1rcle.kernel.promoter.LinkCommand.DeactivateLink;
import com.thec1rcle.kernel.promoter.LinkCommand.DescribeLink;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkActivated;
import com.thec1rcle.kernel.promoter.LinkEvent.LinkDeactivated;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkTarget;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PromoterLinkTest {
    private static final Instant NOW = Instant.parse("2026-12-04T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final LinkId LINK = LinkId.of(PROMOTER, NIGHT);
    private static final String CODE = "ABC234";

    private FixtureConfiguration<PromoterLink> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(PromoterLink.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static LinkActivated activated(Instant expiresAt) {
        return new LinkActivated(LINK, PROMOTER, RIYA, NIGHT, CODE, expiresAt);
    }

    private static ActivateLink activate(Instant expiresAt) {
        return new ActivateLink(LINK, PROMOTER, RIYA, NIGHT, CODE, expiresAt);
    }

    @Test
    void aLinkComesIntoForce() {
        fixture.givenNoPriorActivity().when(activate(LATER), AS_SYSTEM).expectEvents(activated(LATER));
    }

    @Test
    void activatingTwiceIsOneLink() {
        fixture.given(activated(LATER)).when(activate(LATER), AS_SYSTEM).expectNoEvents();
    }

    @Test
    void anotherExpiryIsANewActivation() {
        fixture.given(activated(LATER)).when(activate(null), AS_SYSTEM).expectEvents(activated(null));
    }

    @Test
    void aLinkCannotExpireBeforeItBegins() {
        fixture.givenNoPriorActivity()
                .when(activate(NOW), AS_SYSTEM)
                .expectException(refusedWith(ErrorCode.PERIOD_INVALID));
    }

    @Test
    void onlyTheDeskActivates() {
        fixture.givenNoPriorActivity().when(activate(LATER), AS_RIYA).expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void thePromoterTakesItOutOfForce() {
        fixture.given(activated(null))
                .when(new DeactivateLink(LINK), AS_RIYA)
                .expectEvents(new LinkDeactivated(LINK, PROMOTER, NIGHT));
    }

    @Test
    void nobodyElseDoes() {
        fixture.given(activated(null))
                .when(new DeactivateLink(LINK), AS_STRANGER)
                .expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void deactivatingTwiceIsOnce() {
        fixture.given(activated(null), new LinkDeactivated(LINK, PROMOTER, NIGHT))
                .when(new DeactivateLink(LINK), AS_RIYA)
                .expectNoEvents();
    }

    @Test
    void aDeactivatedLinkComesBackIntoForce() {
        fixture.given(activated(null), new LinkDeactivated(LINK, PROMOTER, NIGHT))
                .when(activate(null), AS_SYSTEM)
                .expectEvents(activated(null));
    }

    @Test
    void aLinkInForceLeadsSomewhere() {
        fixture.given(activated(LATER))
                .when(new DescribeLink(LINK), AS_SYSTEM)
                .expectResultMessagePayload(new LinkTarget(LINK, CODE, PROMOTER, RIYA, NIGHT, LATER));
    }

    @Test
    void anExpiredLinkLeadsNowhereThoughNobodySaidSo() {
        fixture.given(activated(NOW))
                .when(new DescribeLink(LINK), AS_SYSTEM)
                .expectException(refusedWith(ErrorCode.LINK_INACTIVE));
    }

    @Test
    void aDeactivatedLinkLeadsNowhere() {
        fixture.given(activated(null), new LinkDeactivated(LINK, PROMOTER, NIGHT))
                .when(new DescribeLink(LINK), AS_SYSTEM)
                .expectException(refusedWith(ErrorCode.LINK_INACTIVE));
    }

    @Nested
    class Codes {
        private final LinkCodeId id = LinkCodeId.of(CODE);
        private final FixtureConfiguration<LinkCode> codes = new AggregateTestFixture<>(LinkCode.class);

        @Test
        void aCodeIsReservedOnce() {
            codes.givenNoPriorActivity()
                    .when(new ReserveLinkCode(id, CODE, LINK), AS_SYSTEM)
                    .expectEvents(new LinkCodeReserved(id, CODE, LINK));
        }

        @Test
        void theSameLinkMayAskAgain() {
            codes.given(new LinkCodeReserved(id, CODE, LINK))
                    .when(new ReserveLinkCode(id, CODE, LINK), AS_SYSTEM)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void anotherLinkMayNot() {
            codes.given(new LinkCodeReserved(id, CODE, LINK))
                    .when(new ReserveLinkCode(id, CODE, LinkId.of(PROMOTER, OTHER_NIGHT)), AS_SYSTEM)
                    .expectException(refusedWith(ErrorCode.ALREADY_EXISTS));
        }

        @Test
        void aCodeLeadsToItsLink() {
            codes.given(new LinkCodeReserved(id, CODE, LINK))
                    .when(new ResolveLinkCode(id))
                    .expectResultMessagePayload(LINK);
        }

        @Test
        void aCodeNobodyHasIsInvalid() {
            codes.givenNoPriorActivity()
                    .when(new ResolveLinkCode(id))
                    .expectException(refusedWith(ErrorCode.PROMOTER_CODE_INVALID));
        }

        @Test
        void caseAndBlanksDoNotMatter() {
            assertThat(LinkCodeId.of(" abc234 ")).isEqualTo(id);
        }

        @Test
        void aCodeIsSixCharactersThatNobodyMistakes() {
            for (int attempt = 0; attempt < 1000; attempt++) {
                assertThat(LinkCodeSpelling.code(LINK, attempt)).matches("[A-HJ-NP-Z2-9]{6}");
            }
            assertThat(LinkCodeSpelling.code(LINK, 0))
                    .isEqualTo(LinkCodeSpelling.code(LINK, 0))
                    .isNotEqualTo(LinkCodeSpelling.code(LINK, 1));
        }
    }
}
