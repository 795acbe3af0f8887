package com.thec1rcle.query.profile;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfile;
import com.thec1rcle.kernel.profile.ProfileQuery.FindProfileBySlug;
import com.thec1rcle.kernel.profile.ProfileView;
import com.thec1rcle.query.config.Rows;
import com.thec1rcle.query.follow.Followers;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers what everybody may see of profiles. */
@Component
class ProfileQueries {
    private final Rows<ProfileDocument> profiles;
    private final Followers followers;

    ProfileQueries(@Qualifier("views") MongoTemplate mongo, Followers followers) {
        this.profiles = new Rows<>(mongo, ProfileDocument.class, ProfileProjection.COLLECTION);
        this.followers = followers;
    }

    @QueryHandler
    Optional<ProfileView> handle(FindProfile query) {
        return profiles.find(ProfileId.of(query.owner()).value()).flatMap(this::view);
    }

    @QueryHandler
    Optional<ProfileView> handle(FindProfileBySlug query) {
        return profiles.findAll(where("slug").is(query.slug())).stream()
                .findFirst()
                .flatMap(this::view);
    }

    private Optional<ProfileView> view(ProfileDocument profile) {
        return profile.toView(followers.of(target(profile.owner())));
    }

    private static FollowTarget target(ProfileOwner owner) {
        FollowTarget.Type type = switch (owner.type()) {
            case VENUE -> FollowTarget.Type.VENUE;
            case HOST -> FollowTarget.Type.HOST;
            case PROMOTER -> FollowTarget.Type.PROMOTER;
        };
        return new FollowTarget(type, owner.id());
    }
}
