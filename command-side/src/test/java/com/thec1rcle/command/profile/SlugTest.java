package com.thec1rcle.command.profile;

import static com.thec1rcle.command.profile.Refused.refusal;
import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static com.thec1rcle.kernel.error.ErrorCode.SLUG_TAKEN;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.SlugCommand.FreeSlug;
import com.thec1rcle.kernel.profile.SlugCommand.ReserveSlug;
import com.thec1rcle.kernel.profile.SlugEvent.SlugFreed;
import com.thec1rcle.kernel.profile.SlugEvent.SlugReserved;
import com.thec1rcle.kernel.profile.SlugId;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SlugTest {
    private static final SlugId ID = SlugId.of("night-shift");
    private static final ProfileId MINE = new ProfileId("profile-1");
    private static final ProfileId OTHER = new ProfileId("profile-2");
    private static final Map<String, String> SYSTEM = ActorMetadata.of(Actor.SYSTEM);

    private final AggregateTestFixture<Slug> fixture = new AggregateTestFixture<>(Slug.class);

    @Test
    void aFreeSlugIsReserved() {
        fixture.givenNoPriorActivity()
                .when(reserve(MINE), SYSTEM)
                .expectEvents(reserved(MINE, 1))
                .expectResultMessagePayload(1);
    }

    @Test
    void aTakenSlugIsRefused() {
        fixture.given(reserved(OTHER, 1))
                .when(reserve(MINE), SYSTEM)
                .expectNoEvents()
                .expectException(refusal(SLUG_TAKEN));
    }

    @Test
    void theHolderMayReserveAgain() {
        fixture.given(reserved(MINE, 1))
                .when(reserve(MINE), SYSTEM)
                .expectEvents(reserved(MINE, 2))
                .expectResultMessagePayload(2);
    }

    @Test
    void aFreedSlugIsAnybodys() {
        fixture.given(reserved(OTHER, 1), new SlugFreed(ID, OTHER, 1))
                .when(reserve(MINE), SYSTEM)
                .expectEvents(reserved(MINE, 2));
    }

    @Test
    void theHolderFreesTheSlug() {
        fixture.given(reserved(MINE, 3))
                .when(new FreeSlug(ID, MINE, 3), SYSTEM)
                .expectEvents(new SlugFreed(ID, MINE, 3));
    }

    @Test
    void freeingTwiceIsOneFreeing() {
        fixture.given(reserved(MINE, 1), new SlugFreed(ID, MINE, 1))
                .when(new FreeSlug(ID, MINE, 1), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void givingBackAnOldReservationDoesNotUndoANewerOne() {
        fixture.given(reserved(MINE, 1), reserved(MINE, 2))
                .when(new FreeSlug(ID, MINE, 1), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void nobodyFreesTheSlugOfAnother() {
        fixture.given(reserved(OTHER, 1))
                .when(new FreeSlug(ID, MINE, 1), SYSTEM)
                .expectNoEvents();
    }

    @Test
    void onlyTheSystemReservesAndFrees() {
        Map<String, String> user = ActorMetadata.of(Actor.user(new UserId("user-1")));
        fixture.givenNoPriorActivity().when(reserve(MINE), user).expectException(refusal(FORBIDDEN));
        fixture.given(reserved(MINE, 1)).when(new FreeSlug(ID, MINE, 1), user).expectException(refusal(FORBIDDEN));
    }

    private static ReserveSlug reserve(ProfileId profile) {
        return new ReserveSlug(ID, "night-shift", profile);
    }

    private static SlugReserved reserved(ProfileId profile, int reservation) {
        return new SlugReserved(ID, "night-shift", profile, reservation);
    }
}
