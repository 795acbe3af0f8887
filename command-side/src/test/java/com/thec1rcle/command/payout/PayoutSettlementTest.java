package com.thec1rcle.command.payout;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCancelled;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutCompleted;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutFailed;
import com.thec1rcle.kernel.payout.PayoutEvent.PayoutRejected;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReturnReserve;
import com.thec1rcle.kernel.promoter.PromoterCommand.SpendReserve;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.junit.jupiter.api.Test;

class PayoutSettlementTest {
    private static final PromoterId PROMOTER = PromoterId.of(new UserId("riya"));
    private static final PayoutId ID = new PayoutId("payout-1");
    private static final Money AMOUNT = Money.inr(20_000);

    private final Commands commands = mock(Commands.class);
    private final PayoutSettlement settlement = new PayoutSettlement(commands);

    @Test
    void moneyThatArrivedIsSpent() throws Refusal {
        settlement.on(new PayoutCompleted(ID, PROMOTER, AMOUNT, "utr-1"));
        verify(commands).ask(new SpendReserve(PROMOTER, ID));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void moneyThatDidNotGoGoesBack() throws Refusal {
        settlement.on(new PayoutFailed(ID, PROMOTER, AMOUNT, "Account closed"));
        verify(commands).ask(new ReturnReserve(PROMOTER, ID));
        verifyNoMoreInteractions(commands);
    }

    @Test
    void moneyThatWasRefusedGoesBack() throws Refusal {
        settlement.on(new PayoutRejected(ID, PROMOTER, AMOUNT, "No"));
        verify(commands).ask(new ReturnReserve(PROMOTER, ID));
    }

    @Test
    void moneyThatIsNoLongerWantedGoesBack() throws Refusal {
        settlement.on(new PayoutCancelled(ID, PROMOTER, AMOUNT));
        verify(commands).ask(new ReturnReserve(PROMOTER, ID));
    }
}
