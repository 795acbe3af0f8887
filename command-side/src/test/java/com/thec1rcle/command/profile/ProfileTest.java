package com.thec1rcle.command.profile;

import static com.thec1rcle.command.profile.Refused.refusal;
import static com.thec1rcle.kernel.error.ErrorCode.FORBIDDEN;
import static com.thec1rcle.kernel.error.ErrorCode.PROFILE_INVALID;
import static com.thec1rcle.kernel.error.ErrorCode.SLUG_INVALID;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.profile.ProfileChanges;
import com.thec1rcle.kernel.profile.ProfileCommand.AdoptSlug;
import com.thec1rcle.kernel.profile.ProfileCommand.CheckProfileEditable;
import com.thec1rcle.kernel.profile.ProfileCommand.WriteProfile;
import com.thec1rcle.kernel.profile.ProfileEvent.ProfileWritten;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileText;
import com.thec1rcle.kernel.profile.SlugClaim;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.StaffRole;
import com.thec1rcle.kernel.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final HostId HOST = new HostId("host-1");
    private static final VenueId VENUE = new VenueId("venue-1");
    private static final UserId USER = new UserId("user-1");
    private static final PromoterId PROMOTER = PromoterId.of(USER);
    private static final ProfileOwner OWNER = new ProfileOwner(ProfileOwner.Type.HOST, HOST.value());
    private static final ProfileId ID = ProfileId.of(OWNER);
    private static final Actor HOST_OWNER = new Actor(USER, null, Set.of(), Map.of(), Set.of(HOST), null);

    private final AggregateTestFixture<Profile> fixture = new AggregateTestFixture<>(Profile.class);

    @Test
    void theFirstWordsBeginTheProfile() {
        fixture.givenNoPriorActivity()
                .when(new WriteProfile(ID, OWNER, bio("Techno since 2009")), ActorMetadata.of(HOST_OWNER))
                .expectEvents(written("Techno since 2009"));
    }

    @Test
    void sayingTheSameAgainSaysNothingNew() {
        fixture.given(written("Techno"))
                .when(new WriteProfile(ID, OWNER, bio("Techno")), ActorMetadata.of(HOST_OWNER))
                .expectNoEvents();
    }

    @Test
    void whatIsAbsentStaysAndWhatIsBlankGoes() {
        ProfileText before = new ProfileText(
                "Night Shift",
                "late",
                "Techno",
                "Pune",
                Map.of("web", "https://a.example"),
                List.of("techno"),
                null,
                null);
        ProfileChanges changes = new ProfileChanges(null, " ", null, " Mumbai ", Map.of(), null, "Fri 21:00", null);
        ProfileText after = new ProfileText(
                "Night Shift", null, "Techno", "Mumbai", Map.of(), List.of("techno"), "Fri 21:00", null);
        fixture.given(new ProfileWritten(ID, OWNER, before))
                .when(new WriteProfile(ID, OWNER, changes), ActorMetadata.of(HOST_OWNER))
                .expectEvents(new ProfileWritten(ID, OWNER, after));
    }

    @Test
    void aStrangerMayNotWrite() {
        refused(
                FORBIDDEN,
                fixture.given(written("Techno"))
                        .when(new WriteProfile(ID, OWNER, bio("Mine now")), ActorMetadata.of(Actor.user(USER))));
    }

    @Test
    void aProfileCannotBeWrittenInTheNameOfAnotherOwner() {
        ProfileOwner other = new ProfileOwner(ProfileOwner.Type.HOST, "host-2");
        refused(
                FORBIDDEN,
                fixture.given(written("Techno"))
                        .when(
                                new WriteProfile(ProfileId.of(other), OWNER, bio("Mine now")),
                                ActorMetadata.of(HOST_OWNER)));
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"OWNER", "MANAGER", "FLOOR_MANAGER", "OPS"})
    void aVenueSpeaksByThoseWhoMayEditEvents(StaffRole role) {
        ProfileOwner venue = new ProfileOwner(ProfileOwner.Type.VENUE, VENUE.value());
        fixture.givenNoPriorActivity()
                .when(new WriteProfile(ProfileId.of(venue), venue, bio("A club")), ActorMetadata.of(staff(role)))
                .expectEvents(new ProfileWritten(ProfileId.of(venue), venue, text("A club")));
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"SECURITY", "FINANCE", "VIEWER"})
    void aVenueDoesNotSpeakByOthersOfItsStaff(StaffRole role) {
        ProfileOwner venue = new ProfileOwner(ProfileOwner.Type.VENUE, VENUE.value());
        refused(
                FORBIDDEN,
                fixture.givenNoPriorActivity()
                        .when(
                                new WriteProfile(ProfileId.of(venue), venue, bio("A club")),
                                ActorMetadata.of(staff(role))));
    }

    @Test
    void aPromoterSpeaksForOneself() {
        ProfileOwner promoter = new ProfileOwner(ProfileOwner.Type.PROMOTER, PROMOTER.value());
        Actor actor = new Actor(USER, null, Set.of(), Map.of(), Set.of(), PROMOTER);
        fixture.givenNoPriorActivity()
                .when(new WriteProfile(ProfileId.of(promoter), promoter, bio("Asha")), ActorMetadata.of(actor))
                .expectEvents(new ProfileWritten(ProfileId.of(promoter), promoter, text("Asha")));
    }

    @Test
    void aPromoterDoesNotSpeakForAnother() {
        ProfileOwner other = new ProfileOwner(ProfileOwner.Type.PROMOTER, "promoter-2");
        Actor actor = new Actor(USER, null, Set.of(), Map.of(), Set.of(), PROMOTER);
        refused(
                FORBIDDEN,
                fixture.givenNoPriorActivity()
                        .when(new WriteProfile(ProfileId.of(other), other, bio("Asha")), ActorMetadata.of(actor)));
    }

    @Test
    void tooManyWordsAreRefused() {
        refused(PROFILE_INVALID, write(bio("x".repeat(ProfileRules.BIO_MAX + 1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://files.example",
                "instagram.com/nightshift",
                "https://",
                "https://user:secret@host.example",
                "https://a b.example"
            })
    void aLinkThatIsNoWebAddressIsRefused(String link) {
        refused(PROFILE_INVALID, write(links(Map.of("web", link))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my.site", "$where", "Instagram"})
    void aLinkWithAnOddLabelIsRefused(String label) {
        refused(PROFILE_INVALID, write(links(Map.of(label, "https://a.example"))));
    }

    @Test
    void aBlankGenreIsRefused() {
        refused(
                PROFILE_INVALID,
                write(new ProfileChanges(null, null, null, null, null, List.of("techno", " "), null, null)));
    }

    @Test
    void aNewSlugHasYetToBeReserved() {
        fixture.givenNoPriorActivity()
                .when(new CheckProfileEditable(ID, OWNER, bio("Techno"), "night-shift"), ActorMetadata.of(HOST_OWNER))
                .expectNoEvents()
                .expectResultMessagePayload(true);
    }

    @Test
    void thePresentSlugNeedsNoReservation() {
        fixture.given(new SlugAdopted(ID, OWNER, new SlugClaim("night-shift", 1), null))
                .when(new CheckProfileEditable(ID, OWNER, bio("Techno"), "night-shift"), ActorMetadata.of(HOST_OWNER))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void noSlugNeedsNoReservation() {
        fixture.givenNoPriorActivity()
                .when(new CheckProfileEditable(ID, OWNER, bio("Techno"), null), ActorMetadata.of(HOST_OWNER))
                .expectResultMessagePayload(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Night", "night_shift", "-night", "night-", "nächte", "night shift"})
    void anOddSlugIsRefused(String slug) {
        refused(SLUG_INVALID, check(slug));
    }

    @Test
    void anOverlongSlugIsRefused() {
        refused(SLUG_INVALID, check("a".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a-1", "0000000000111111111122222222223333333333"})
    void aGoodSlugIsAccepted(String slug) {
        check(slug).expectResultMessagePayload(true);
    }

    @Test
    void aStrangerIsToldBeforeASlugIsReserved() {
        refused(
                FORBIDDEN,
                fixture.givenNoPriorActivity()
                        .when(
                                new CheckProfileEditable(ID, OWNER, bio("Mine"), "night-shift"),
                                ActorMetadata.of(Actor.user(USER))));
    }

    @Test
    void adoptingASlugNamesTheOneBefore() {
        SlugClaim first = new SlugClaim("night-shift", 1);
        SlugClaim second = new SlugClaim("day-shift", 4);
        fixture.given(new SlugAdopted(ID, OWNER, first, null))
                .when(new AdoptSlug(ID, OWNER, second), ActorMetadata.of(HOST_OWNER))
                .expectEvents(new SlugAdopted(ID, OWNER, second, first));
    }

    @Test
    void adoptingTwiceIsOneAdoption() {
        SlugClaim claim = new SlugClaim("night-shift", 2);
        fixture.given(new SlugAdopted(ID, OWNER, claim, null))
                .when(new AdoptSlug(ID, OWNER, claim), ActorMetadata.of(HOST_OWNER))
                .expectNoEvents();
    }

    @Test
    void anOlderReservationDoesNotReplaceANewerOne() {
        fixture.given(new SlugAdopted(ID, OWNER, new SlugClaim("night-shift", 2), null))
                .when(new AdoptSlug(ID, OWNER, new SlugClaim("night-shift", 1)), ActorMetadata.of(HOST_OWNER))
                .expectNoEvents();
    }

    @Test
    void aStrangerMayNotAdoptASlug() {
        refused(
                FORBIDDEN,
                fixture.given(written("Techno"))
                        .when(
                                new AdoptSlug(ID, OWNER, new SlugClaim("night-shift", 1)),
                                ActorMetadata.of(Actor.user(USER))));
    }

    private ResultValidator<Profile> write(ProfileChanges changes) {
        return fixture.given(written("Techno"))
                .when(new WriteProfile(ID, OWNER, changes), ActorMetadata.of(HOST_OWNER));
    }

    private ResultValidator<Profile> check(String slug) {
        return fixture.given(written("Techno"))
                .when(new CheckProfileEditable(ID, OWNER, bio("Techno"), slug), ActorMetadata.of(HOST_OWNER));
    }

    private static void refused(ErrorCode code, ResultValidator<Profile> result) {
        result.expectNoEvents().expectException(refusal(code));
    }

    private static ProfileWritten written(String bio) {
        return new ProfileWritten(ID, OWNER, text(bio));
    }

    private static ProfileText text(String bio) {
        return ProfileText.NOTHING.with(bio(bio));
    }

    private static ProfileChanges bio(String bio) {
        return new ProfileChanges(null, null, bio, null, null, null, null, null);
    }

    private static ProfileChanges links(Map<String, String> links) {
        return new ProfileChanges(null, null, null, null, links, null, null, null);
    }

    private static Actor staff(StaffRole role) {
        return new Actor(USER, null, Set.of(), Map.of(VENUE, role), Set.of(), null);
    }
}
