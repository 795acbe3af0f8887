package com.thec1rcle.command.promoter;

import static java.util.Objects.requireNonNull;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.event.EventLifecycleCommand.AskToPromote;
import com.thec1rcle.kernel.event.EventLifecycleCommand.CheckPromoter;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.promoter.ClickCommand.RecordClick;
import com.thec1rcle.kernel.promoter.ClickTrailId;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ReserveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeCommand.ResolveLinkCode;
import com.thec1rcle.kernel.promoter.LinkCodeId;
import com.thec1rcle.kernel.promoter.LinkCommand.ActivateLink;
import com.thec1rcle.kernel.promoter.LinkCommand.DescribeLink;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkTarget;
import com.thec1rcle.kernel.promoter.PromoterCommand.CheckPromoterActive;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.AskForEvent;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.Click;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.CreateLink;
import com.thec1rcle.kernel.promoter.PromoterId;
import org.axonframework.commandhandling.CommandHandler;

/** Sees promoters and their visitors through what takes several aggregates; cut short, it is simply asked again. */
@Conversation
class PromoterDesk {
    private static final int ATTEMPTS = 10;

    private final Commands commands;

    PromoterDesk(Commands commands) {
        this.commands = commands;
    }

    @CommandHandler
    LinkTarget on(CreateLink command, Actor actor) throws Refusal {
        UserId user = activeUser(command.promoterId(), actor);
        commands.ask(new CheckPromoter(command.eventId(), command.promoterId()));
        LinkId link = LinkId.of(command.promoterId(), command.eventId());
        commands.ask(new ActivateLink(
                link, command.promoterId(), user, command.eventId(), reserveCode(link), command.expiresAt()));
        return requireNonNull(commands.<LinkTarget>ask(new DescribeLink(link)));
    }

    @CommandHandler
    void on(AskForEvent command, Actor actor) throws Refusal {
        activeUser(command.promoterId(), actor);
        commands.ask(new AskToPromote(command.eventId(), command.promoterId()), actor);
    }

    @CommandHandler
    void on(Click command) throws Refusal {
        LinkId link = requireNonNull(commands.<LinkId>ask(new ResolveLinkCode(LinkCodeId.of(command.code()))));
        LinkTarget target = requireNonNull(commands.<LinkTarget>ask(new DescribeLink(link)));
        commands.ask(new RecordClick(
                ClickTrailId.of(target.eventId(), command.visitor()),
                link,
                target.promoterId(),
                target.eventId(),
                target.code(),
                Identifier.derive("visitor", command.visitor())));
    }

    private UserId activeUser(PromoterId promoter, Actor actor) throws Refusal {
        try {
            return requireNonNull(commands.<UserId>ask(new CheckPromoterActive(promoter), actor));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                throw new Refusal(ErrorCode.PROMOTER_NOT_APPROVED, "You have no promoter's account yet.");
            }
            throw refusal;
        }
    }

    /** The first of the link's own codes that no other link has; the one it has already if it has one. */
    private String reserveCode(LinkId link) throws Refusal {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String code = LinkCodeSpelling.code(link, attempt);
            if (isReserved(code, link)) {
                return code;
            }
        }
        throw new Refusal(ErrorCode.TOO_BUSY, "No free code was found for this link; try again later.");
    }

    private boolean isReserved(String code, LinkId link) throws Refusal {
        try {
            commands.ask(new ReserveLinkCode(LinkCodeId.of(code), code, link));
            return true;
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.ALREADY_EXISTS) {
                return false; // Another link was here first: the next spelling is tried.
            }
            throw refusal;
        }
    }
}
