package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promo.PromoCodeCommand.QuotePromoCode;
import com.thec1rcle.kernel.promo.PromoCodeId;
import com.thec1rcle.kernel.promo.PromoOffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the promo code gives that came with an order; better to refuse a wrong one than to charge more than expected. */
@Component
final class PromoCodes {
    private final Commands commands;

    PromoCodes(Commands commands) {
        this.commands = commands;
    }

    /** What the code gives now, nothing if there is none; refused with PROMO_CODE_INVALID or PROMO_CODE_USED_UP. */
    @Nullable
    PromoOffer find(EventId eventId, @Nullable String code) throws Refusal {
        if (code == null) {
            return null;
        }
        try {
            return commands.ask(new QuotePromoCode(PromoCodeId.of(eventId, code)));
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                throw refusal;
            }
            throw new Refusal(ErrorCode.PROMO_CODE_INVALID, "This promo code is not valid for this event.");
        }
    }
}
