package com.thec1rcle.command.ticketing;

import static com.thec1rcle.command.ticketing.TierFixtures.TIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.ticketing.EntryType;
import com.thec1rcle.kernel.ticketing.TierDraft;
import com.thec1rcle.kernel.ticketing.TierTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierRulesTest {
    private static final TicketingSettings SETTINGS = TierFixtures.SETTINGS;

    @ParameterizedTest
    @CsvSource({
        "GENERAL,    , 1",
        "STAG,       , 1",
        "FEMALE,     , 1",
        "VIP,        , 1",
        "COUPLE,     , 2",
        "GENERAL,   1, 1",
        "COUPLE,    2, 2",
        "GROUP,     1, 1",
        "GROUP,   100, 100",
        "TABLE,     8, 8"
    })
    void aTicketAdmitsWhomItsTypeMeans(EntryType type, @Nullable Integer said, int admits) throws Refusal {
        assertThat(fit(type, said, null, null).admits()).isEqualTo(admits);
    }

    @ParameterizedTest
    @CsvSource({
        "GENERAL,  2",
        "STAG,     2",
        "FEMALE,   0",
        "VIP,      2",
        "COUPLE,   1",
        "COUPLE,   3",
        "GROUP,     ",
        "GROUP,    0",
        "GROUP,  101",
        "TABLE,     ",
        "TABLE,   -1"
    })
    void aTicketAdmitsNobodyElse(EntryType type, @Nullable Integer said) {
        assertUnfit(type, said, null, null);
    }

    @Test
    void whatPromotersAndBuyersGetForATicketIsNoMoreThanATicketMayCost() throws Refusal {
        Rate most = Rate.perTicket(10_000_000_000L);
        Rate more = Rate.perTicket(10_000_000_001L);
        assertThat(fit(EntryType.GENERAL, null, most, most).commission()).isEqualTo(most);
        assertUnfit(EntryType.GENERAL, null, more, null);
        assertUnfit(EntryType.GENERAL, null, null, more);
    }

    private static void assertUnfit(
            EntryType type, @Nullable Integer admits, @Nullable Rate commission, @Nullable Rate discount) {
        assertThatThrownBy(() -> fit(type, admits, commission, discount))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TIER_INVALID));
    }

    private static TierTerms fit(
            EntryType type, @Nullable Integer admits, @Nullable Rate commission, @Nullable Rate discount)
            throws Refusal {
        TierDraft draft = new TierDraft(
                "Floor",
                type,
                Money.inr(100_000),
                10,
                admits,
                null,
                null,
                null,
                null,
                null,
                false,
                commission,
                discount);
        TierTerms terms = TierRules.terms(TIER, draft, SETTINGS);
        TierRules.requireFit(terms, 10);
        return terms;
    }
}
