package com.thec1rcle.command.profile;

import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static com.thec1rcle.kernel.error.ErrorCode.PROFILE_INVALID;
import static com.thec1rcle.kernel.error.ErrorCode.SLUG_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.profile.EditProfile;
import com.thec1rcle.kernel.profile.ProfileChanges;
import com.thec1rcle.kernel.profile.ProfileCommand.AdoptSlug;
import com.thec1rcle.kernel.profile.ProfileCommand.CheckProfileEditable;
import com.thec1rcle.kernel.profile.ProfileCommand.WriteProfile;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.SlugClaim;
import com.thec1rcle.kernel.profile.SlugCommand.FreeSlug;
import com.thec1rcle.kernel.profile.SlugCommand.ReserveSlug;
import com.thec1rcle.kernel.profile.SlugId;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ProfileEditingTest {
    private static final Actor ACTOR = Actor.user(new UserId("user-1"));
    private static final ProfileOwner OWNER = new ProfileOwner(ProfileOwner.Type.HOST, "host-1");
    private static final ProfileId ID = ProfileId.of(OWNER);
    private static final ProfileChanges CHANGES =
            new ProfileChanges("Night Shift", null, null, null, null, null, null, null);
    private static final SlugClaim CLAIM = new SlugClaim("night-shift", 7);
    private static final EditProfile EDIT = new EditProfile(ID, OWNER, CHANGES, "night-shift");
    private static final CheckProfileEditable CHECK = new CheckProfileEditable(ID, OWNER, CHANGES, "night-shift");
    private static final ReserveSlug RESERVE = new ReserveSlug(SlugId.of("night-shift"), "night-shift", ID);
    private static final WriteProfile WRITE = new WriteProfile(ID, OWNER, CHANGES);
    private static final AdoptSlug ADOPT = new AdoptSlug(ID, OWNER, CLAIM);

    private final Commands commands = mock(Commands.class);
    private final ProfileEditing editing = new ProfileEditing(commands);

    @Test
    void theSlugIsReservedBeforeAnythingChanges() throws Refusal {
        when(commands.ask(CHECK, ACTOR)).thenReturn(true);
        when(commands.ask(RESERVE)).thenReturn(7);

        editing.handle(EDIT, ACTOR);

        InOrder order = inOrder(commands);
        order.verify(commands).ask(CHECK, ACTOR);
        order.verify(commands).ask(RESERVE);
        order.verify(commands).ask(WRITE, ACTOR);
        order.verify(commands).ask(ADOPT, ACTOR);
        verifyNoMoreInteractions(commands);
    }

    @Test
    void aTakenSlugChangesNothing() throws Refusal {
        when(commands.ask(CHECK, ACTOR)).thenReturn(true);
        when(commands.ask(RESERVE)).thenThrow(new Refusal(SLUG_TAKEN, "Another profile has this slug."));

        assertThatThrownBy(() -> editing.handle(EDIT, ACTOR))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertCode(refused, SLUG_TAKEN));
        verify(commands, never()).ask(WRITE, ACTOR);
        verify(commands, never()).ask(ADOPT, ACTOR);
    }

    @Test
    void aStrangerReservesNothing() throws Refusal {
        when(commands.ask(CHECK, ACTOR)).thenThrow(new Refusal(FORBIDDEN, "No."));

        assertThatThrownBy(() -> editing.handle(EDIT, ACTOR)).isInstanceOf(Refusal.class);
        verify(commands, never()).ask(any());
    }

    @Test
    void withoutANewSlugOnlyTheWordsChange() throws Refusal {
        when(commands.ask(CHECK, ACTOR)).thenReturn(false);

        editing.handle(EDIT, ACTOR);

        verify(commands).ask(WRITE, ACTOR);
        verify(commands, never()).ask(any());
    }

    @Test
    void wordsThatAreRefusedAfterAllGiveTheSlugBack() throws Refusal {
        when(commands.ask(CHECK, ACTOR)).thenReturn(true);
        when(commands.ask(RESERVE)).thenReturn(7);
        when(commands.ask(WRITE, ACTOR)).thenThrow(new Refusal(PROFILE_INVALID, "No."));

        assertThatThrownBy(() -> editing.handle(EDIT, ACTOR))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertCode(refused, PROFILE_INVALID));
        verify(commands).ask(new FreeSlug(SlugId.of("night-shift"), ID, 7));
    }

    @Test
    void theSlugBeforeIsGivenBackByItsReservation() throws Refusal {
        new SlugRelease(commands).on(new SlugAdopted(ID, OWNER, CLAIM, new SlugClaim("old", 3)));
        verify(commands).ask(new FreeSlug(SlugId.of("old"), ID, 3));
    }

    @Test
    void theFirstSlugGivesNothingBack() throws Refusal {
        new SlugRelease(commands).on(new SlugAdopted(ID, OWNER, CLAIM, null));
        verifyNoMoreInteractions(commands);
    }

    private static void assertCode(Refusal refused, ErrorCode code) {
        assertThat(refused.code()).isEqualTo(code);
    }
}
