package com.thec1rcle.query.notification;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Update.update;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventCreator;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.follow.FollowEvent.Followed;
import com.thec1rcle.kernel.follow.FollowEvent.Unfollowed;
import com.thec1rcle.kernel.follow.FollowTarget;
import com.thec1rcle.kernel.host.HostId;
import com.thec1rcle.kernel.order.OrderEvent.OrderPlaced;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.promoter.PromoterId;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.ticketing.TicketEvent.TicketTransferred;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.venue.VenueId;
import com.thec1rcle.query.config.Indexes;
import com.thec1rcle.query.config.Rows;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Whom news concern: this projection's own copy of owners, staff, followers and buyers. */
final class People {
    private static final String PARTIES = "notification_parties";
    private static final String STAFF = "notification_staff";
    private static final String FOLLOWERS = "notification_followers";
    private static final String PURCHASES = "notification_purchases";
    private static final String PRESENTS = "notification_presents";
    private static final String OCCASIONS = "notification_occasions";

    private final Rows<Party> parties;
    private final Rows<Colleague> staff;
    private final Rows<Follower> followers;
    private final Rows<Purchase> purchases;
    private final Rows<Present> presents;
    private final Rows<Occasion> occasions;

    People(MongoTemplate mongo) {
        this.parties = new Rows<>(mongo, Party.class, PARTIES);
        this.staff = new Rows<>(mongo, Colleague.class, STAFF);
        this.followers = new Rows<>(mongo, Follower.class, FOLLOWERS);
        this.purchases = new Rows<>(mongo, Purchase.class, PURCHASES);
        this.presents = new Rows<>(mongo, Present.class, PRESENTS);
        this.occasions = new Rows<>(mongo, Occasion.class, OCCASIONS);
        Indexes.ensure(mongo, STAFF, "venueId");
        Indexes.ensure(mongo, FOLLOWERS, "party");
        Indexes.ensure(mongo, PURCHASES, "eventId");
        Indexes.ensure(mongo, PRESENTS, "eventId");
    }

    void signedUp(VenueId venue, String name, UserId owner, long version) {
        parties.insertIfAbsent(new Party(party(venue), name, owner.value(), version));
    }

    void renamed(VenueId venue, String name, long version) {
        parties.advance(party(venue), version, update("name", name));
    }

    void signedUp(HostId host, String name, UserId owner, long version) {
        parties.insertIfAbsent(new Party(party(host), name, owner.value(), version));
    }

    void signedUp(PromoterId promoter, String name, UserId owner, long version) {
        parties.insertIfAbsent(new Party(party(promoter), name, owner.value(), version));
    }

    void invited(StaffInvited event, long version) {
        staff.insertIfAbsent(new Colleague(
                colleague(event.venueId(), event.staffId()),
                event.venueId().value(),
                null,
                event.role(),
                false,
                true,
                version));
    }

    void changed(VenueId venue, StaffId member, long version, Update change) {
        staff.advance(colleague(venue, member), version, change);
    }

    void follows(Followed event, long version) {
        String id = event.followId().value();
        followers.insertIfAbsent(
                new Follower(id, party(event.target()), event.userId().value(), true, version));
        followers.advance(id, version, update("following", true));
    }

    void unfollows(Unfollowed event, long version) {
        followers.advance(event.followId().value(), version, update("following", false));
    }

    void ordered(OrderPlaced event, long version) {
        purchases.insertIfAbsent(new Purchase(
                event.orderId().value(),
                event.eventId().value(),
                event.accountId().value(),
                false,
                version));
    }

    void hasTickets(OrderId order, boolean confirmed, long version) {
        purchases.advance(order.value(), version, update("confirmed", confirmed));
    }

    void given(TicketTransferred event, long version) {
        String id = event.ticketId().value();
        String owner = event.to().value();
        presents.insertIfAbsent(new Present(id, event.eventId().value(), owner, true, version));
        presents.advance(id, version, update("userId", owner));
    }

    void revoked(TicketId ticket, long version) {
        presents.advance(ticket.value(), version, update("valid", false));
    }

    void announced(EventId event, String title) {
        occasions.insertIfAbsent(new Occasion(event.value(), title));
    }

    /** Everybody who follows the creator or the venue, once. */
    Set<UserId> followersOf(EventCreator creator, VenueId venue) {
        String by = creator.isHost() ? party(new HostId(creator.id())) : party(new VenueId(creator.id()));
        return users(followers
                .findAll(where("party").in(by, party(venue)).and("following").is(true))
                .stream()
                .map(Follower::userId));
    }

    /** The venue's owner, and those of its staff whose permission counts. */
    Set<UserId> peopleOf(VenueId venue, Permission permission) {
        Stream<String> members =
                staff
                        .findAll(where("venueId")
                                .is(venue.value())
                                .and("verified")
                                .is(true)
                                .and("active")
                                .is(true))
                        .stream()
                        .filter(member -> member.role().may(permission))
                        .flatMap(member -> Stream.ofNullable(member.userId()));
        Stream<String> owner = parties.find(party(venue)).map(Party::ownerId).stream();
        return users(Stream.concat(owner, members));
    }

    Collection<UserId> ownerOf(HostId host) {
        return owner(party(host));
    }

    Collection<UserId> ownerOf(PromoterId promoter) {
        return owner(party(promoter));
    }

    /** Those whose tickets count, bought or given to them, once. */
    Set<UserId> holdersOf(EventId event) {
        Stream<String> buyers = purchases
                .findAll(where("eventId").is(event.value()).and("confirmed").is(true))
                .stream()
                .map(Purchase::userId);
        Stream<String> owners = presents
                .findAll(where("eventId").is(event.value()).and("valid").is(true))
                .stream()
                .map(Present::userId);
        return users(Stream.concat(buyers, owners));
    }

    Collection<UserId> buyerOf(OrderId order) {
        return users(purchases.find(order.value()).map(Purchase::userId).stream());
    }

    String nameOf(VenueId venue) {
        return name(party(venue)).orElse("the venue");
    }

    String nameOf(HostId host) {
        return name(party(host)).orElse("the host");
    }

    String titleOf(@Nullable EventId event) {
        return Optional.ofNullable(event)
                .flatMap(id -> occasions.find(id.value()))
                .map(Occasion::title)
                .orElse("your event");
    }

    void clear() {
        List.of(parties, staff, followers, purchases, presents, occasions).forEach(Rows::clear);
    }

    private Collection<UserId> owner(String party) {
        return users(parties.find(party).map(Party::ownerId).stream());
    }

    private Optional<String> name(String party) {
        return parties.find(party).map(Party::name);
    }

    private static Set<UserId> users(Stream<String> ids) {
        Set<UserId> users = new LinkedHashSet<>();
        ids.forEach(id -> users.add(new UserId(id)));
        return users;
    }

    private static String party(VenueId venue) {
        return party(new FollowTarget(FollowTarget.Type.VENUE, venue.value()));
    }

    private static String party(HostId host) {
        return party(new FollowTarget(FollowTarget.Type.HOST, host.value()));
    }

    private static String party(PromoterId promoter) {
        return party(new FollowTarget(FollowTarget.Type.PROMOTER, promoter.value()));
    }

    private static String party(FollowTarget target) {
        return target.type() + ":" + target.id();
    }

    private static String colleague(VenueId venue, StaffId member) {
        return venue.value() + ":" + member.value();
    }
}
