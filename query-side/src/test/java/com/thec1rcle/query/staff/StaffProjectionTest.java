package com.thec1rcle.query.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffList;
import com.thec1rcle.kernel.staff.StaffMember;
import com.thec1rcle.kernel.staff.StaffQuery.FindStaff;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.staff.StaffStatus;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.ViewsFixture;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffProjectionTest {
    private static final VenueId VENUE = new VenueId("venue");
    private static final UserId USER = new UserId("user");
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor OWNER = people(StaffRole.OWNER);

    private final ViewsFixture views = ViewsFixture.start();
    private final PersonalData personalData = mock(PersonalData.class);
    private final StaffProjection projection = new StaffProjection(views.mongo());
    private final StaffQueries queries = new StaffQueries(views.mongo(), personalData);

    @BeforeEach
    void contacts() {
        when(personalData.open(any(), any()))
                .thenReturn(Optional.of(new Contact("Dev Door", "door@example.com", null)));
    }

    @AfterEach
    void close() {
        views.close();
    }

    private static Actor people(StaffRole role) {
        return new Actor(new UserId("owner"), null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }

    private static StaffId id(String value) {
        return new StaffId(value);
    }

    private void invite(String id, long version) {
        projection.on(
                new StaffInvited(VENUE, id(id), new Sealed("staff:" + id, "cipher"), "print-" + id, StaffRole.OPS),
                version,
                T0.plusSeconds(version));
    }

    private void replay() {
        invite("invited", 1);
        invite("linked", 2);
        projection.on(new StaffLinked(VENUE, id("linked"), USER), 3);
        invite("active", 4);
        projection.on(new StaffLinked(VENUE, id("active"), USER), 5);
        projection.on(new StaffVerified(VENUE, id("active"), USER, StaffRole.OPS), 6);
        projection.on(new StaffRoleChanged(VENUE, id("active"), USER, StaffRole.OPS, StaffRole.SECURITY), 7);
        invite("gone", 8);
        projection.on(new StaffDeactivated(VENUE, id("gone"), null), 9);
        invite("back", 10);
        projection.on(new StaffDeactivated(VENUE, id("back"), null), 11);
        projection.on(new StaffReactivated(VENUE, id("back"), null), 12);
    }

    private StaffList all() {
        return queries.handle(new FindStaff(VENUE, null, 50, OWNER));
    }

    @Test
    void aRosterSaysWhoStandsWhere() {
        replay();
        assertThat(all().items())
                .extracting(StaffMember::status)
                .containsExactly(
                        StaffStatus.INVITED,
                        StaffStatus.LINKED,
                        StaffStatus.ACTIVE,
                        StaffStatus.DEACTIVATED,
                        StaffStatus.INVITED);
        assertThat(all().items().get(2))
                .isEqualTo(new StaffMember(
                        id("active"),
                        VENUE,
                        "Dev Door",
                        "door@example.com",
                        null,
                        StaffRole.SECURITY,
                        StaffRole.SECURITY.permissions(),
                        StaffStatus.ACTIVE,
                        USER));
    }

    @Test
    void anErasedContactLeavesTheRosterReadable() {
        replay();
        when(personalData.open(any(), any())).thenReturn(Optional.empty());
        assertThat(all().items()).hasSize(5).allMatch(member -> member.email() == null);
    }

    @Test
    void replayedTwiceItIsTheSame() {
        replay();
        StaffList once = all();
        replay();
        assertThat(all()).isEqualTo(once);
    }

    @Test
    void rebuiltItIsTheSame() {
        replay();
        StaffList before = all();
        projection.reset();
        assertThat(all().items()).isEmpty();
        replay();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void onlyWhoManagesStaffSeesIt() {
        assertThatThrownBy(() -> queries.handle(new FindStaff(VENUE, null, 50, people(StaffRole.OPS))))
                .isInstanceOf(QueryRefused.class);
    }
}
