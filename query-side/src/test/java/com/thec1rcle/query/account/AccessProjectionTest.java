package com.thec1rcle.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.AccessQuery.FindAccess;
import com.thec1rcle.kernel.account.AccessView;
import com.thec1rcle.kernel.account.AccessView.Invitation;
import com.thec1rcle.kernel.account.AccessView.Membership;
import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.PlatformRolesEvent.PlatformRolesGranted;
import com.thec1rcle.kernel.account.PlatformRolesId;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.privacy.Sealed;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.StaffEvent.StaffDeactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffEvent.StaffLinked;
import com.thec1rcle.kernel.staff.StaffEvent.StaffReactivated;
import com.thec1rcle.kernel.staff.StaffEvent.StaffRoleChanged;
import com.thec1rcle.kernel.staff.StaffEvent.StaffVerified;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.ViewsFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessProjectionTest {
    private static final UserId OWNER = new UserId("owner.with.dots");
    private static final UserId STAFF = new UserId("staff");
    private static final UserId ADMIN = new UserId("admin");
    private static final VenueId VENUE = new VenueId("venue.with.dots");
    private static final HostId HOST = new HostId("host");
    private static final StaffId MEMBER = new StaffId("member");
    private static final String FINGERPRINT = "f1";
    private static ViewsFixture views;

    private AccessProjection projection;
    private AccessQueries queries;

    @BeforeAll
    static void start() {
        views = ViewsFixture.start();
    }

    @AfterAll
    static void stop() {
        views.close();
    }

    @BeforeEach
    void empty() {
        projection = new AccessProjection(views.mongo());
        projection.reset();
        queries = new AccessQueries(views.mongo());
    }

    @Test
    void nobodyKnownMayNothing() {
        assertThat(access(STAFF, null)).isEqualTo(AccessView.NONE);
    }

    @Test
    void everyRightOfEveryKindIsGathered() {
        night().forEach(Runnable::run);

        AccessView owner = access(OWNER, null);
        assertThat(owner.venues()).containsExactly(new Membership(VENUE, StaffRole.OWNER));
        assertThat(owner.hosts()).containsExactly(HOST);
        assertThat(owner.promoterId()).isEqualTo(PromoterId.of(OWNER));
        assertThat(owner.platformRoles()).containsExactly(PlatformRole.FINANCE);
        assertThat(access(STAFF, FINGERPRINT).venues()).containsExactly(new Membership(VENUE, StaffRole.OPS));
    }

    @Test
    void anInvitationIsSeenByItsAddressUntilItIsLinked() {
        projection.on(invited(), 1);
        assertThat(access(STAFF, FINGERPRINT).invitations()).containsExactly(new Invitation(VENUE, MEMBER));
        assertThat(access(STAFF, "another").invitations()).isEmpty();
        assertThat(access(STAFF, null).invitations()).isEmpty();

        projection.on(new StaffLinked(VENUE, MEMBER, STAFF), 2);
        assertThat(access(STAFF, FINGERPRINT).invitations()).isEmpty();
    }

    @Test
    void permissionsCountOnlyWhileVerifiedAndActive() {
        projection.on(invited(), 1);
        projection.on(new StaffLinked(VENUE, MEMBER, STAFF), 2);
        assertThat(access(STAFF, null).venues()).isEmpty();

        projection.on(new StaffVerified(VENUE, MEMBER, STAFF, StaffRole.SECURITY), 3);
        assertThat(access(STAFF, null).venues()).containsExactly(new Membership(VENUE, StaffRole.SECURITY));

        projection.on(new StaffDeactivated(VENUE, MEMBER, STAFF), 4);
        assertThat(access(STAFF, null).venues()).isEmpty();

        projection.on(new StaffReactivated(VENUE, MEMBER, STAFF), 5);
        assertThat(access(STAFF, null).venues()).containsExactly(new Membership(VENUE, StaffRole.SECURITY));
    }

    @Test
    void aDeactivatedInvitationIsOpenToNobody() {
        projection.on(invited(), 1);
        projection.on(new StaffDeactivated(VENUE, MEMBER, null), 2);
        assertThat(access(STAFF, FINGERPRINT).invitations()).isEmpty();
    }

    @Test
    void anOlderGrantSeenAgainTakesNothingBack() {
        projection.on(granted(Set.of(PlatformRole.FINANCE)), 0);
        projection.on(granted(Set.of()), 1);
        projection.on(granted(Set.of(PlatformRole.FINANCE)), 0);
        assertThat(access(OWNER, null).platformRoles()).isEmpty();
    }

    @Test
    void everythingTwiceIsEverythingOnce() {
        night().forEach(Runnable::run);
        List<Document> once = everything();
        night().forEach(Runnable::run);
        assertThat(everything()).isEqualTo(once);
    }

    @Test
    void rebuiltFromNothingItIsTheSame() {
        night().forEach(Runnable::run);
        List<Document> before = everything();
        projection.reset();
        assertThat(everything()).isEmpty();
        night().forEach(Runnable::run);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aggregatesMayBeSeenInAnyOrder() {
        night().forEach(Runnable::run);
        AccessView owner = access(OWNER, null);
        AccessView staff = access(STAFF, FINGERPRINT);
        for (int seed = 0; seed < 20; seed++) {
            projection.reset();
            List<List<Runnable>> aggregates = aggregates();
            Collections.shuffle(aggregates, new Random(seed));
            aggregates.forEach(aggregate -> aggregate.forEach(Runnable::run));
            assertThat(access(OWNER, null)).isEqualTo(owner);
            assertThat(access(STAFF, FINGERPRINT)).isEqualTo(staff);
        }
    }

    private List<Runnable> night() {
        return aggregates().stream().flatMap(List::stream).toList();
    }

    private List<List<Runnable>> aggregates() {
        List<List<Runnable>> aggregates = new ArrayList<>();
        aggregates.add(List.of(
                () -> projection.on(new VenueRegistered(VENUE, OWNER, "V", "Mumbai", "1", "Asia/Kolkata", 100)),
                () -> projection.on(invited(), 1),
                () -> projection.on(new StaffLinked(VENUE, MEMBER, STAFF), 2),
                () -> projection.on(new StaffVerified(VENUE, MEMBER, STAFF, StaffRole.SECURITY), 3),
                () -> projection.on(new StaffRoleChanged(VENUE, MEMBER, STAFF, StaffRole.SECURITY, StaffRole.OPS), 4)));
        aggregates.add(List.of(() -> projection.on(new HostRegistered(HOST, OWNER, "H", "Mumbai"))));
        aggregates.add(List.of(() -> projection.on(new PromoterAccountOpened(PromoterId.of(OWNER), OWNER, "P"))));
        aggregates.add(List.of(
                () -> projection.on(granted(Set.of(PlatformRole.ADMIN)), 0),
                () -> projection.on(granted(Set.of(PlatformRole.FINANCE)), 1)));
        return aggregates;
    }

    private static StaffInvited invited() {
        return new StaffInvited(VENUE, MEMBER, new Sealed("staff:member", "x"), FINGERPRINT, StaffRole.SECURITY);
    }

    private static PlatformRolesGranted granted(Set<PlatformRole> roles) {
        return new PlatformRolesGranted(PlatformRolesId.of(OWNER), OWNER, roles, ADMIN);
    }

    private AccessView access(UserId user, @Nullable String fingerprint) {
        return queries.handle(new FindAccess(user, fingerprint));
    }

    private List<Document> everything() {
        List<Document> all = new ArrayList<>(views.mongo().findAll(Document.class, AccessProjection.ACCESS));
        all.addAll(views.mongo().findAll(Document.class, AccessProjection.STAFF));
        return all;
    }
}
