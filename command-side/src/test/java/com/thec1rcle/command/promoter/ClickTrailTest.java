package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static com.thec1rcle.command.promoter.RefusedWith.refusedWith;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.promoter.ClickCommand.FindLastClick;
import com.thec1rcle.kernel.promoter.ClickCommand.RecordClick;
import com.thec1rcle.kernel.promoter.ClickEvent.LinkClicked;
import com.thec1rcle.kernel.promoter.ClickTrailId;
import com.thec1rcle.kernel.promoter.LinkId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClickTrailTest {
    private static final Instant NOW = Instant.parse("2026-12-04T23:59:59Z");
    private static final ClickTrailId ID = ClickTrailId.of(NIGHT, "visitor");
    private static final LinkId LINK = LinkId.of(PROMOTER, NIGHT);
    private static final LinkId OTHER_LINK = new LinkId("other-link");

    private FixtureConfiguration<ClickTrail> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(ClickTrail.class);
        fixture.registerInjectableResource(SETTINGS);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RecordClick click(LinkId link) {
        return new RecordClick(ID, link, PROMOTER, NIGHT, "ABC234", "hash");
    }

    private static LinkClicked clicked(LinkId link, boolean firstOfDay, Instant at) {
        return new LinkClicked(ID, link, PROMOTER, NIGHT, "ABC234", "hash", firstOfDay, at);
    }

    @Test
    void theFirstClickIsTheFirstOfTheDay() {
        fixture.givenNoPriorActivity().when(click(LINK), AS_SYSTEM).expectEvents(clicked(LINK, true, NOW));
    }

    @Test
    void theSecondIsNot() {
        fixture.given(clicked(LINK, true, NOW.minusSeconds(3600)))
                .when(click(LINK), AS_SYSTEM)
                .expectEvents(clicked(LINK, false, NOW));
    }

    @Test
    void anotherLinkHasItsOwnFirst() {
        fixture.given(clicked(OTHER_LINK, true, NOW.minusSeconds(3600)))
                .when(click(LINK), AS_SYSTEM)
                .expectEvents(clicked(LINK, true, NOW));
    }

    @Test
    void theNextDayInUtcBeginsAnew() {
        FixtureConfiguration<ClickTrail> nextDay = new AggregateTestFixture<>(ClickTrail.class);
        nextDay.registerInjectableResource(Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC));
        nextDay.given(clicked(LINK, true, NOW))
                .when(click(LINK), AS_SYSTEM)
                .expectEvents(clicked(LINK, true, NOW.plusSeconds(1)));
    }

    @Test
    void onlyTheDeskRecords() {
        fixture.givenNoPriorActivity().when(click(LINK), AS_STRANGER).expectException(refusedWith(ErrorCode.FORBIDDEN));
    }

    @Test
    void theLastClickCounts() {
        fixture.given(clicked(LINK, true, NOW.minus(Duration.ofDays(30)).plusSeconds(1)))
                .when(new FindLastClick(ID), AS_SYSTEM)
                .expectResultMessagePayload("ABC234");
    }

    @Test
    void afterTheWindowItCountsNoMore() {
        fixture.given(clicked(LINK, true, NOW.minus(Duration.ofDays(30))))
                .when(new FindLastClick(ID), AS_SYSTEM)
                .expectResultMessagePayload(null);
    }

    @Test
    void whoNeverClickedHasNoLastClick() {
        fixture.givenNoPriorActivity().when(new FindLastClick(ID), AS_SYSTEM).expectResultMessagePayload(null);
    }
}
