package com.thec1rcle.query.profile;

import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.host.HostEvent.HostRegistered;
import com.thec1rcle.kernel.profile.ProfileEvent.ProfileWritten;
import com.thec1rcle.kernel.profile.ProfileEvent.SlugAdopted;
import com.thec1rcle.kernel.profile.ProfileId;
import com.thec1rcle.kernel.profile.ProfileOwner;
import com.thec1rcle.kernel.promoter.PromoterEvent.PromoterAccountOpened;
import com.thec1rcle.kernel.venue.VenueEvent.VenueDetailsChanged;
import com.thec1rcle.kernel.venue.VenueEvent.VenueRegistered;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Projection;
import com.thec1rcle.query.config.Rows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps a profile for every venue, host and promoter from the day it signs up. */
@Projection
@ProcessingGroup(ProfileProjection.GROUP)
class ProfileProjection {
    static final String GROUP = "projection-profile";
    static final String COLLECTION = "profiles";

    private final Rows<ProfileDocument> profiles;

    ProfileProjection(@Qualifier("views") MongoTemplate mongo) {
        this.profiles = new Rows<>(mongo, ProfileDocument.class, COLLECTION);
        Indexes.ensure(mongo, COLLECTION, "slug");
    }

    @EventHandler
    void on(VenueRegistered event, @SequenceNumber long version) {
        signedUp(venue(event.venueId().value()), event.name(), event.city(), version);
    }

    @EventHandler
    void on(VenueDetailsChanged event, @SequenceNumber long version) {
        signedUp(venue(event.venueId().value()), event.name(), event.city(), version);
    }

    @EventHandler
    void on(HostRegistered event, @SequenceNumber long version) {
        ProfileOwner host =
                new ProfileOwner(ProfileOwner.Type.HOST, event.hostId().value());
        signedUp(host, event.name(), event.city(), version);
    }

    @EventHandler
    void on(PromoterAccountOpened event, @SequenceNumber long version) {
        ProfileOwner promoter =
                new ProfileOwner(ProfileOwner.Type.PROMOTER, event.promoterId().value());
        signedUp(promoter, event.displayName(), null, version);
    }

    @EventHandler
    void on(ProfileWritten event, @SequenceNumber long version) {
        says(event.owner(), version, update("text", event.text()));
    }

    @EventHandler
    void on(SlugAdopted event, @SequenceNumber long version) {
        says(event.owner(), version, update("slug", event.slug().slug()));
    }

    @ResetHandler
    void reset() {
        profiles.clear();
    }

    private void signedUp(ProfileOwner owner, String name, @Nullable String city, long version) {
        String id = known(owner);
        profiles.advance(id, "ownerVersion", version, update("signedUpAs", name).set("signedUpIn", city));
    }

    private void says(ProfileOwner owner, long version, Update update) {
        profiles.advance(known(owner), version, update);
    }

    /** Owner and profile are two aggregates: whichever is handled first begins the row. */
    private String known(ProfileOwner owner) {
        String id = ProfileId.of(owner).value();
        profiles.insertIfAbsent(ProfileDocument.blank(id, owner));
        return id;
    }

    private static ProfileOwner venue(String id) {
        return new ProfileOwner(ProfileOwner.Type.VENUE, id);
    }
}
