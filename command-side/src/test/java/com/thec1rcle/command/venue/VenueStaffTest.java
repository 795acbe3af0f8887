package com.thec1rcle.command.venue;

import static com.thec1rcle.command.venue.CalendarFixtures.*;
import static com.thec1rcle.command.venue.VenueTest.registered;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffCommand.ChangeStaffRole;
import com.thec1rcle.kernel.staff.StaffCommand.DeactivateStaff;
import com.thec1rcle.kernel.staff.StaffCommand.InviteStaff;
import com.thec1rcle.kernel.staff.StaffCommand.LinkStaff;
import com.thec1rcle.kernel.staff.StaffCommand.ReactivateStaff;
import com.thec1rcle.kernel.staff.StaffCommand.VerifyStaff;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VenueStaffTest {
    private static final StaffId STAFF = new StaffId("staff-1");
    private static final Sealed CONTACT = new Sealed("staff:staff-1", "cipher");
    private static final String ADDRESS = "fingerprint-1";
    private static final UserId USER = new UserId("user-1");
    private static final Actor MEMBER = new Actor(USER, ADDRESS, Set.of(), Map.of(), Set.of(), null);

    private final AggregateTestFixture<Venue> fixture = new AggregateTestFixture<>(Venue.class);

    private static InviteStaff invite(StaffId id, String address, StaffRole role) {
        return new InviteStaff(VENUE, id, CONTACT, address, role);
    }

    private static StaffInvited invited(StaffRole role) {
        return new StaffInvited(VENUE, STAFF, CONTACT, ADDRESS, role);
    }

    private static StaffLinked linked() {
        return new StaffLinked(VENUE, STAFF, USER);
    }

    private static StaffVerified verified(StaffRole role) {
        return new StaffVerified(VENUE, STAFF, USER, role);
    }

    @Test
    void theOwnerInvites() {
        fixture.given(registered())
                .when(invite(STAFF, ADDRESS, StaffRole.OPS), as(OWNER))
                .expectEvents(invited(StaffRole.OPS));
    }

    @Test
    void invitingTwiceIsOneInvitation() {
        fixture.given(registered(), invited(StaffRole.OPS))
                .when(invite(STAFF, ADDRESS, StaffRole.OPS), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anAddressIsInvitedOncePerVenue() {
        fixture.given(registered(), invited(StaffRole.OPS))
                .when(invite(new StaffId("staff-2"), ADDRESS, StaffRole.VIEWER), as(OWNER))
                .expectException(refusal(ErrorCode.STAFF_ALREADY_INVITED));
    }

    @Test
    void nobodyIsMadeAnOwner() {
        fixture.given(registered())
                .when(invite(STAFF, ADDRESS, StaffRole.OWNER), as(OWNER))
                .expectException(refusal(ErrorCode.STAFF_ROLE_INVALID));
    }

    @Test
    void aTokenThatClaimsARoleIsNotARoster() {
        fixture.given(registered())
                .when(invite(STAFF, ADDRESS, StaffRole.OPS), as(venueActor("user-2", StaffRole.MANAGER)))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void theInvitedAddressIsLinked() {
        fixture.given(registered(), invited(StaffRole.OPS))
                .when(new LinkStaff(VENUE, STAFF), as(MEMBER))
                .expectEvents(linked());
    }

    @Test
    void linkingTwiceIsOneLink() {
        fixture.given(registered(), invited(StaffRole.OPS), linked())
                .when(new LinkStaff(VENUE, STAFF), as(MEMBER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anotherAddressIsNotLinked() {
        fixture.given(registered(), invited(StaffRole.OPS))
                .when(new LinkStaff(VENUE, STAFF), as(STRANGER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void anInvitationBelongsToTheFirstWhoLinkedIt() {
        Actor second = new Actor(new UserId("user-2"), ADDRESS, Set.of(), Map.of(), Set.of(), null);
        fixture.given(registered(), invited(StaffRole.OPS), linked())
                .when(new LinkStaff(VENUE, STAFF), as(second))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void theOwnerVerifiesWhoIsLinked() {
        fixture.given(registered(), invited(StaffRole.OPS), linked())
                .when(new VerifyStaff(VENUE, STAFF), as(OWNER))
                .expectEvents(verified(StaffRole.OPS));
    }

    @Test
    void verifyingTwiceIsOneVerification() {
        fixture.given(registered(), invited(StaffRole.OPS), linked(), verified(StaffRole.OPS))
                .when(new VerifyStaff(VENUE, STAFF), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyIsVerifiedBeforeTheLink() {
        fixture.given(registered(), invited(StaffRole.OPS))
                .when(new VerifyStaff(VENUE, STAFF), as(OWNER))
                .expectException(refusal(ErrorCode.STAFF_NOT_LINKED));
    }

    @Test
    void nobodyVerifiesThemselves() {
        fixture.given(registered(), invited(StaffRole.MANAGER), linked())
                .when(new VerifyStaff(VENUE, STAFF), as(MEMBER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aVerifiedManagerManages() {
        fixture.given(registered(), invited(StaffRole.MANAGER), linked(), verified(StaffRole.MANAGER))
                .when(
                        new InviteStaff(VENUE, new StaffId("staff-2"), CONTACT, "fingerprint-2", StaffRole.OPS),
                        as(MEMBER))
                .expectEvents(new StaffInvited(VENUE, new StaffId("staff-2"), CONTACT, "fingerprint-2", StaffRole.OPS));
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"OWNER", "MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void noOtherRoleManagesStaff(StaffRole role) {
        fixture.given(registered(), invited(role), linked(), verified(role))
                .when(invite(new StaffId("staff-2"), "fingerprint-2", StaffRole.OPS), as(MEMBER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void aMemberGetsAnotherRole() {
        fixture.given(registered(), invited(StaffRole.OPS), linked())
                .when(new ChangeStaffRole(VENUE, STAFF, StaffRole.VIEWER), as(OWNER))
                .expectEvents(new StaffRoleChanged(VENUE, STAFF, USER, StaffRole.OPS, StaffRole.VIEWER));
    }

    @Test
    void theSameRoleAgainIsNoChange() {
        fixture.given(registered(), invited(StaffRole.OPS))
                .when(new ChangeStaffRole(VENUE, STAFF, StaffRole.OPS), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobodyChangesTheirOwnRole() {
        fixture.given(registered(), invited(StaffRole.MANAGER), linked(), verified(StaffRole.MANAGER))
                .when(new ChangeStaffRole(VENUE, STAFF, StaffRole.VIEWER), as(MEMBER))
                .expectException(refusal(ErrorCode.STAFF_OWN_ROLE));
    }

    @Test
    void nobodyDeactivatesThemselves() {
        fixture.given(registered(), invited(StaffRole.MANAGER), linked(), verified(StaffRole.MANAGER))
                .when(new DeactivateStaff(VENUE, STAFF), as(MEMBER))
                .expectException(refusal(ErrorCode.STAFF_OWN_ROLE));
    }

    @Test
    void nobodyIsPromotedToOwner() {
        fixture.given(registered(), invited(StaffRole.MANAGER))
                .when(new ChangeStaffRole(VENUE, STAFF, StaffRole.OWNER), as(OWNER))
                .expectException(refusal(ErrorCode.STAFF_ROLE_INVALID));
    }

    @Test
    void aDeactivatedManagerManagesNothingFromThatMoment() {
        fixture.given(
                        registered(),
                        invited(StaffRole.MANAGER),
                        linked(),
                        verified(StaffRole.MANAGER),
                        new StaffDeactivated(VENUE, STAFF, USER))
                .when(invite(new StaffId("staff-2"), "fingerprint-2", StaffRole.OPS), as(MEMBER))
                .expectException(refusal(ErrorCode.FORBIDDEN));
    }

    @Test
    void deactivatingTwiceIsOneDeactivation() {
        fixture.given(registered(), invited(StaffRole.OPS), new StaffDeactivated(VENUE, STAFF, null))
                .when(new DeactivateStaff(VENUE, STAFF), as(OWNER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aDeactivatedMemberComesBackWithTheSamePermissions() {
        fixture.given(
                        registered(),
                        invited(StaffRole.MANAGER),
                        linked(),
                        verified(StaffRole.MANAGER),
                        new StaffDeactivated(VENUE, STAFF, USER))
                .when(new ReactivateStaff(VENUE, STAFF), as(OWNER))
                .expectEvents(new StaffReactivated(VENUE, STAFF, USER));
    }

    @Test
    void whoIsDeactivatedIsNotLinked() {
        fixture.given(registered(), invited(StaffRole.OPS), new StaffDeactivated(VENUE, STAFF, null))
                .when(new LinkStaff(VENUE, STAFF), as(MEMBER))
                .expectException(refusal(ErrorCode.STAFF_INACTIVE));
    }

    @Test
    void somebodyUnknownIsNotOnTheRoster() {
        fixture.given(registered())
                .when(new VerifyStaff(VENUE, STAFF), as(OWNER))
                .expectException(refusal(ErrorCode.STAFF_NOT_FOUND));
    }
}
