package com.thec1rcle.command.promoter;

import com.thec1rcle.command.promoter.PromoterSettings.CommissionPayable;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.CommissionItem;
import com.thec1rcle.kernel.promoter.PromoterCommand.EarnCommission;
import com.thec1rcle.kernel.promoter.PromoterCommand.RequestPayout;
import com.thec1rcle.kernel.promoter.PromoterCommand.ReverseCommission;
import com.thec1rcle.kernel.promoter.PromoterEvent.CommissionEarned;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterApproved;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.ticketing.TierId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People, nights and money for the tests of promoters. */
final class PromoterFixtures {
    static final UserId RIYA = new UserId("riya");
    static final PromoterId PROMOTER = PromoterId.of(RIYA);
    static final EventId NIGHT = new EventId("night");
    static final EventId OTHER_NIGHT = new EventId("other-night");
    static final TierId TIER = new TierId("tier");
    static final OrderId ORDER = new OrderId("order-1");
    static final PayoutId PAYOUT = new PayoutId("payout-1");
    static final PromoterSettings SETTINGS =
            new PromoterSettings(CommissionPayable.ON_COMPLETION, 10_000, Duration.ofDays(30));

    static final Map<String, String> AS_RIYA = as(RIYA);
    static final Map<String, String> AS_STRANGER = as(new UserId("stranger"));
    static final Map<String, String> AS_SYSTEM = ActorMetadata.of(Actor.SYSTEM);
    static final Map<String, String> AS_ADMIN = as(new UserId("admin"), PlatformRole.ADMIN);

    private PromoterFixtures() {}

    static Map<String, String> as(UserId user, PlatformRole... roles) {
        return ActorMetadata.of(new Actor(user, null, Set.of(roles), Map.of(), Set.of(), null));
    }

    static PromoterAccountOpened opened() {
        return new PromoterAccountOpened(PROMOTER, RIYA, "Riya");
    }

    static PromoterApproved approved() {
        return new PromoterApproved(PROMOTER);
    }

    static List<CommissionItem> items(long paise) {
        return List.of(new CommissionItem(TIER, 2, Money.inr(180_000), Rate.share(1500), Money.inr(paise)));
    }

    static EarnCommission earn(OrderId order, EventId event, long paise, boolean payableAtOnce) {
        return new EarnCommission(PROMOTER, order, event, items(paise), Money.inr(paise), payableAtOnce);
    }

    static CommissionEarned earned(OrderId order, EventId event, long paise, boolean payableAtOnce) {
        return new CommissionEarned(PROMOTER, order, event, items(paise), Money.inr(paise), payableAtOnce);
    }

    static ReverseCommission reverse(OrderId order, EventId event, long paise, boolean payableAtOnce) {
        return new ReverseCommission(PROMOTER, order, event, Money.inr(paise), payableAtOnce);
    }

    static RequestPayout request(PayoutId payout, long paise) {
        return new RequestPayout(
                PROMOTER, payout, Money.inr(paise), PayoutMethod.UPI, new Sealed(RIYA.value(), "cipher"), "ri***@upi");
    }
}
