package com.thec1rcle.query.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.profile.ProfileChanges;
import com.thec1rcle.kernel.profile.ProfileEvent.ProfileWritten;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfile;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfileBySlug;
import com.thec1rcle.kernel.profile.ProfileText;
import com.thec1rcle.kernel.profile.ProfileView;
import com.thec1rcle.kernel.profile.SlugClaim;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.ProjectionRun;
import com.thec1rcle.query.config.ViewsFixture;
import com.thec1rcle.query.follow.FollowersFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileProjectionTest {
    private static final UserId USER = new UserId("asha");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final ProfileOwner CLUB = new ProfileOwner(ProfileOwner.Type.VENUE, VENUE.value());
    private static final ProfileId PROFILE = ProfileId.of(CLUB);
    private static final ProfileText TEXT = ProfileText.NOTHING.with(new ProfileChanges(
            "The Vault",
            "late",
            "A club under the bank.",
            null,
            Map.of("web", "https://vault.example"),
            List.of("techno", "house"),
            "Fri 21:00",
            "Come in"));

    private final ViewsFixture views = ViewsFixture.start();
    private final ProjectionRun run = new ProjectionRun(views.mongo(), new ProfileProjection(views.mongo()));
    private final ProfileQueries queries = new ProfileQueries(views.mongo(), FollowersFixture.of(views.mongo()));

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void whoeverSignsUpHasAProfile() {
        HostId host = new HostId("host-1");
        PromoterId promoter = PromoterId.of(USER);
        venueSignsUp();
        run.happens(host, new HostRegistered(host, USER, "Night Shift", "Pune"));
        run.happens(promoter, new PromoterAccountOpened(promoter, USER, "Asha"));

        assertThat(profile(CLUB))
                .extracting(ProfileView::name, ProfileView::city)
                .containsExactly("Vault", "Mumbai");
        assertThat(profile(new ProfileOwner(ProfileOwner.Type.HOST, "host-1")).name())
                .isEqualTo("Night Shift");
        assertThat(profile(new ProfileOwner(ProfileOwner.Type.PROMOTER, promoter.value())))
                .extracting(ProfileView::name, ProfileView::city, ProfileView::followers)
                .containsExactly("Asha", null, 0L);
    }

    @Test
    void whatTheProfileSaysCountsMoreThanWhatWasSignedUp() {
        venueSignsUp();
        run.happens(PROFILE, new ProfileWritten(PROFILE, CLUB, TEXT));
        run.happens(VENUE, new VenueDetailsChanged(VENUE, "Vault II", "Navi Mumbai", "Bank Street", 300));

        assertThat(profile(CLUB))
                .isEqualTo(new ProfileView(
                        ProfileOwner.Type.VENUE,
                        "venue-1",
                        null,
                        "The Vault",
                        "late",
                        "A club under the bank.",
                        "Navi Mumbai",
                        Map.of("web", "https://vault.example"),
                        List.of("techno", "house"),
                        "Fri 21:00",
                        "Come in",
                        0));
    }

    @Test
    void aProfileIsFoundByItsSlugAndNotByItsOldOne() {
        venueSignsUp();
        adopts("vault", null);
        adopts("the-vault", "vault");

        assertThat(queries.handle(new FindProfileBySlug("the-vault")))
                .map(ProfileView::id)
                .contains("venue-1");
        assertThat(queries.handle(new FindProfileBySlug("vault"))).isEmpty();
    }

    @Test
    void nothingIsShownOfWhatDoesNotExist() {
        assertThat(queries.handle(new FindProfile(CLUB))).isEmpty();
        assertThat(queries.handle(new FindProfileBySlug("vault"))).isEmpty();
    }

    @Test
    void itDoesNotMatterWhetherTheVenueOrItsProfileIsHeardOfFirst() {
        run.happens(PROFILE, new ProfileWritten(PROFILE, CLUB, TEXT));
        assertThat(queries.handle(new FindProfile(CLUB))).isEmpty();
        venueSignsUp();
        assertThat(profile(CLUB).name()).isEqualTo("The Vault");
    }

    @Test
    void handledAgainNothingChanges() {
        everythingHappens();
        var before = run.everything();
        run.again();
        assertThat(run.everything()).isEqualTo(before);
    }

    @Test
    void rebuiltItIsTheSame() {
        everythingHappens();
        var before = run.everything();
        run.rebuild();
        assertThat(run.everything()).isEqualTo(before);
    }

    private void everythingHappens() {
        venueSignsUp();
        run.happens(PROFILE, new ProfileWritten(PROFILE, CLUB, TEXT));
        adopts("vault", null);
        run.happens(VENUE, new VenueDetailsChanged(VENUE, "Vault II", "Navi Mumbai", "Bank Street", 300));
        run.happens(PROFILE, new ProfileWritten(PROFILE, CLUB, ProfileText.NOTHING));
        adopts("the-vault", "vault");
    }

    private void venueSignsUp() {
        run.happens(VENUE, new VenueRegistered(VENUE, USER, "Vault", "Mumbai", "Bank Street 1", "Asia/Kolkata", 300));
    }

    private void adopts(String slug, String previous) {
        SlugClaim before = previous == null ? null : new SlugClaim(previous, 1);
        run.happens(PROFILE, new SlugAdopted(PROFILE, CLUB, new SlugClaim(slug, 1), before));
    }

    private ProfileView profile(ProfileOwner owner) {
        return queries.handle(new FindProfile(owner)).orElseThrow();
    }
}
