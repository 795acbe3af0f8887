package com.thec1rcle.command.promoter;

import static com.thec1rcle.command.promoter.PromoterFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.config.Commands;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromoterDeskTest {
    private static final Actor ACTOR = Actor.user(RIYA);
    private static final LinkId LINK = LinkId.of(PROMOTER, NIGHT);
    private static final String FIRST = LinkCodeSpelling.code(LINK, 0);
    private static final String SECOND = LinkCodeSpelling.code(LINK, 1);
    private static final LinkTarget TARGET = new LinkTarget(LINK, FIRST, PROMOTER, RIYA, NIGHT, null);

    private final Commands commands = mock(Commands.class);
    private final PromoterDesk desk = new PromoterDesk(commands);

    @BeforeEach
    void setUp() throws Refusal {
        when(commands.<Object>ask(new CheckPromoterActive(PROMOTER), ACTOR)).thenReturn(RIYA);
        when(commands.<Object>ask(new DescribeLink(LINK))).thenReturn(TARGET);
    }

    @Test
    void anApprovedPromoterGetsALinkUnderItsFirstCode() throws Refusal {
        assertThat(desk.on(new CreateLink(PROMOTER, NIGHT, null), ACTOR)).isEqualTo(TARGET);
        verify(commands).ask(new CheckPromoter(NIGHT, PROMOTER));
        verify(commands).ask(new ReserveLinkCode(LinkCodeId.of(FIRST), FIRST, LINK));
        verify(commands).ask(new ActivateLink(LINK, PROMOTER, RIYA, NIGHT, FIRST, null));
    }

    @Test
    void aCodeThatAnotherLinkHasIsLeftToIt() throws Refusal {
        refuse(new ReserveLinkCode(LinkCodeId.of(FIRST), FIRST, LINK), ErrorCode.ALREADY_EXISTS);
        desk.on(new CreateLink(PROMOTER, NIGHT, null), ACTOR);
        verify(commands).ask(new ActivateLink(LINK, PROMOTER, RIYA, NIGHT, SECOND, null));
    }

    @Test
    void withoutAccessThereIsNoLink() throws Refusal {
        refuse(new CheckPromoter(NIGHT, PROMOTER), ErrorCode.PROMOTER_ACCESS_DENIED);
        assertRefused(() -> desk.on(new CreateLink(PROMOTER, NIGHT, null), ACTOR), ErrorCode.PROMOTER_ACCESS_DENIED);
        verify(commands, never()).ask(isA(ActivateLink.class));
    }

    @Test
    void withoutAnAccountThereIsNoLink() throws Refusal {
        when(commands.<Object>ask(new CheckPromoterActive(PROMOTER), ACTOR))
                .thenThrow(new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this id."));
        assertRefused(() -> desk.on(new CreateLink(PROMOTER, NIGHT, null), ACTOR), ErrorCode.PROMOTER_NOT_APPROVED);
    }

    @Test
    void whoAsksForAnEventAsksAsThemselves() throws Refusal {
        desk.on(new AskForEvent(PROMOTER, NIGHT), ACTOR);
        verify(commands).ask(new AskToPromote(NIGHT, PROMOTER), ACTOR);
    }

    @Test
    void aClickIsRecordedUnderAHash() throws Refusal {
        when(commands.<Object>ask(new ResolveLinkCode(LinkCodeId.of(FIRST)))).thenReturn(LINK);
        desk.on(new Click(FIRST, "somebody"));
        verify(commands)
                .ask(new RecordClick(
                        ClickTrailId.of(NIGHT, "somebody"),
                        LINK,
                        PROMOTER,
                        NIGHT,
                        FIRST,
                        Identifier.derive("visitor", "somebody")));
    }

    @Test
    void aClickOnALinkOutOfForceIsRefused() throws Refusal {
        when(commands.<Object>ask(new ResolveLinkCode(LinkCodeId.of(FIRST)))).thenReturn(LINK);
        refuse(new DescribeLink(LINK), ErrorCode.LINK_INACTIVE);
        assertRefused(() -> desk.on(new Click(FIRST, "somebody")), ErrorCode.LINK_INACTIVE);
        verify(commands, never()).ask(any(RecordClick.class));
    }

    private void refuse(Object command, ErrorCode code) throws Refusal {
        when(commands.<Object>ask(command)).thenThrow(new Refusal(code, "No."));
    }

    private interface Asked {
        void run() throws Refusal;
    }

    private static void assertRefused(Asked asked, ErrorCode code) {
        assertThatThrownBy(asked::run)
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(code);
    }
}
