package com.thec1rcle.command.account;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.PlatformRolesCommand.GrantPlatformRoles;
import com.thec1rcle.kernel.account.PlatformRolesEvent.PlatformRolesGranted;
import com.thec1rcle.kernel.account.PlatformRolesId;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class PlatformRolesTest {
    private static final UserId USER = new UserId("user");
    private static final Actor ADMIN = admin(new UserId("admin"));
    private static final Set<PlatformRole> FINANCE = Set.of(PlatformRole.FINANCE);

    private final AggregateTestFixture<PlatformRoles> fixture = new AggregateTestFixture<>(PlatformRoles.class);

    @Test
    void anAdministratorGrantsRoles() {
        fixture.givenNoPriorActivity()
                .when(grant(USER, FINANCE), ActorMetadata.of(ADMIN))
                .expectEvents(granted(USER, FINANCE));
    }

    @Test
    void grantingTwiceIsOneGrant() {
        fixture.given(granted(USER, FINANCE))
                .when(grant(USER, FINANCE), ActorMetadata.of(ADMIN))
                .expectNoEvents();
    }

    @Test
    void rolesCanBeTakenAway() {
        fixture.given(granted(USER, FINANCE))
                .when(grant(USER, Set.of()), ActorMetadata.of(ADMIN))
                .expectEvents(granted(USER, Set.of()));
    }

    @Test
    void nobodyElseGrantsRoles() {
        fixture.givenNoPriorActivity()
                .when(grant(USER, FINANCE), ActorMetadata.of(Actor.user(USER)))
                .expectException(refusal(ErrorCode.FORBIDDEN))
                .expectNoEvents();
    }

    @Test
    void anAdministratorStaysOne() {
        fixture.givenNoPriorActivity()
                .when(grant(ADMIN.userId(), FINANCE), ActorMetadata.of(ADMIN))
                .expectException(refusal(ErrorCode.PLATFORM_ROLE_OWN))
                .expectNoEvents();
    }

    @Test
    void anAdministratorMayGrantThemselvesMore() {
        Set<PlatformRole> both = Set.of(PlatformRole.ADMIN, PlatformRole.FINANCE);
        fixture.givenNoPriorActivity()
                .when(grant(ADMIN.userId(), both), ActorMetadata.of(ADMIN))
                .expectEvents(granted(ADMIN.userId(), both));
    }

    @Test
    void rolesOfOneUserAreNotKeptWithAnother() {
        GrantPlatformRoles astray = new GrantPlatformRoles(PlatformRolesId.of(new UserId("another")), USER, FINANCE);
        fixture.givenNoPriorActivity()
                .when(astray, ActorMetadata.of(ADMIN))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    private static GrantPlatformRoles grant(UserId user, Set<PlatformRole> roles) {
        return new GrantPlatformRoles(PlatformRolesId.of(user), user, roles);
    }

    private static PlatformRolesGranted granted(UserId user, Set<PlatformRole> roles) {
        return new PlatformRolesGranted(PlatformRolesId.of(user), user, roles, ADMIN.userId());
    }

    private static Actor admin(UserId user) {
        return new Actor(user, null, Set.of(PlatformRole.ADMIN), Map.of(), Set.of(), null);
    }

    private static Matcher<Refusal> refusal(ErrorCode code) {
        return new CustomTypeSafeMatcher<>("a refusal with " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code() == code;
            }
        };
    }
}
