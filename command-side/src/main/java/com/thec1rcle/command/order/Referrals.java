package com.thec1rcle.command.order;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.Attribution;
import com.thec1rcle.kernel.promoter.ClickCommand.FindLastClick;
import com.thec1rcle.kernel.promoter.ClickTrailId;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeId;
import com.thec1rcle.kernel.promoter.LinkCommand.DescribeLink;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkTarget;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the promoter a guest came by: the code given with the order, else the last click that still counts. */
@Component
final class Referrals {
    private final Commands commands;

    Referrals(Commands commands) {
        this.commands = commands;
    }

    /**
     * The promoter, if there is one who is not the buyer.
     *
     * @throws Refusal PROMOTER_CODE_INVALID or LINK_INACTIVE for a code that the guest gave; a click is only a hint
     *     and never refuses
     */
    Optional<Attribution> find(EventId eventId, UserId buyer, @Nullable String code, @Nullable String visitorId)
            throws Refusal {
        Optional<LinkTarget> target =
                code == null ? byClick(eventId, visitorId) : Optional.of(requireCode(eventId, code));
        return target.filter(link -> !link.promoterUserId().equals(buyer))
                .map(link -> new Attribution(link.promoterId(), link.linkId(), link.code()));
    }

    private LinkTarget requireCode(EventId eventId, String code) throws Refusal {
        try {
            LinkTarget target = targetOf(code);
            if (target.eventId().equals(eventId)) {
                return target;
            }
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                throw refusal;
            }
        }
        throw invalid();
    }

    private Optional<LinkTarget> byClick(EventId eventId, @Nullable String visitorId) throws Refusal {
        if (visitorId == null) {
            return Optional.empty();
        }
        try {
            String code = commands.ask(new FindLastClick(ClickTrailId.of(eventId, visitorId)));
            return code == null ? Optional.empty() : Optional.of(targetOf(code));
        } catch (Refusal refusal) {
            if (isDeadEnd(refusal.code())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private LinkTarget targetOf(String code) throws Refusal {
        LinkId linkId = commands.ask(new ResolveLinkCode(LinkCodeId.of(code)));
        if (linkId == null) {
            throw invalid();
        }
        LinkTarget target = commands.ask(new DescribeLink(linkId));
        if (target == null) {
            throw invalid();
        }
        return target;
    }

    /** No clicks at all, or a link that leads nowhere any more. */
    private static boolean isDeadEnd(ErrorCode code) {
        return code == ErrorCode.NOT_FOUND
                || code == ErrorCode.LINK_INACTIVE
                || code == ErrorCode.PROMOTER_CODE_INVALID;
    }

    private static Refusal invalid() {
        return new Refusal(ErrorCode.PROMOTER_CODE_INVALID, "This promoter code is not valid for this event.");
    }
}
