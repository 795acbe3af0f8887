package com.thec1rcle.api.security;

import static com.thec1rcle.api.security.AuthorisationTableIT.Role.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what: every endpoint is asked without a token, by a stranger and by each role, and the answers are compared
 * with the table. An endpoint that is not in the table fails the test.
 */
class AuthorisationTableIT extends ApplicationIT {
    /** Who asks; ACCOUNTANT works for the venue (its role FINANCE), FINANCE for the platform. */
    enum Role {
        ANONYMOUS,
        STRANGER,
        VIEWER,
        ACCOUNTANT,
        SECURITY,
        OPS,
        FLOOR_MANAGER,
        MANAGER,
        OWNER,
        HOST,
        PROMOTER,
        BUYER,
        FINANCE,
        ADMIN
    }

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> SIGNED_IN = EnumSet.complementOf(EnumSet.of(ANONYMOUS));

    // What each permission at a venue is given to: the columns of the domain's table, said once more and not asked of
    // the code.
    private static final Set<Role> VIEW_EVENTS =
            EnumSet.of(OWNER, MANAGER, FLOOR_MANAGER, SECURITY, OPS, ACCOUNTANT, VIEWER);
    private static final Set<Role> EDIT_EVENTS = EnumSet.of(OWNER, MANAGER, FLOOR_MANAGER, OPS);
    private static final Set<Role> VIEW_FINANCE = EnumSet.of(OWNER, MANAGER, ACCOUNTANT);
    private static final Set<Role> MANAGE_STAFF = EnumSet.of(OWNER, MANAGER);
    private static final Set<Role> SCAN_TICKETS = EnumSet.of(OWNER, MANAGER, FLOOR_MANAGER, SECURITY, OPS);
    private static final Set<Role> MANAGE_CALENDAR = EnumSet.of(OWNER, MANAGER, OPS);
    private static final Set<Role> VIEW_GUESTLIST = EnumSet.of(OWNER, MANAGER, FLOOR_MANAGER, SECURITY, OPS);

    /** One line of the table; ids in braces stand for those of the prepared night. */
    private record Row(String endpoint, String query, String body, Set<Role> may) {}

    private static final List<Row> TABLE = List.of(
            row("POST /api/auth/register", "", "{}", EVERYBODY),
            row(
                    "POST /api/auth/token",
                    "",
                    "{'email':'nobody.{asker}@example.com','password':'not a password'}",
                    Set.of()),
            row("GET /api/me", "", "", SIGNED_IN),
            row("PUT /api/admin/users/{userId}/roles", "", "{'roles':[]}", Set.of(ADMIN)),
            row("GET /api/venues", "", "", EVERYBODY),
            row("GET /api/venues/{venueId}", "", "", EVERYBODY),
            row(
                    "POST /api/venues",
                    "",
                    "{'name':'V','city':'Pune','address':'A','timeZone':'Asia/Kolkata','capacity':9}",
                    SIGNED_IN),
            row("PATCH /api/venues/{venueId}", "", "{'city':'Pune'}", EDIT_EVENTS),
            row("GET /api/hosts", "", "", EVERYBODY),
            row("GET /api/hosts/{hostId}", "", "", EVERYBODY),
            row("POST /api/hosts", "", "{'name':'H','city':'Pune'}", SIGNED_IN),
            row("GET /api/partnerships", "?venueId={venueId}", "", VIEW_EVENTS),
            row("GET /api/partnerships/{pendingId}", "", "", and(VIEW_EVENTS, HOST)),
            row(
                    "POST /api/partnerships",
                    "",
                    "{'hostId':'{hostId}','venueId':'{venueId}','message':'m'}",
                    Set.of(HOST)),
            row("POST /api/partnerships/{pendingId}/rejection", "", "{'reason':'r'}", MANAGE_CALENDAR),
            row("POST /api/partnerships/{pendingId}/approval", "", "{}", MANAGE_CALENDAR),
            row("POST /api/partnerships/{pendingId}/end", "", "{'reason':'r'}", and(MANAGE_CALENDAR, HOST)),
            row("POST /api/partnerships/{pendingId}/block", "", "{'reason':'r'}", MANAGE_CALENDAR),
            row(
                    "GET /api/venue/calendar",
                    "?venueId={venueId}&from=2027-03-01T00:00:00Z&until=2027-03-08T00:00:00Z&to=2027-03-08T00:00:00Z",
                    "",
                    and(VIEW_EVENTS, HOST)),
            row(
                    "POST /api/venue/calendar/blocks",
                    "",
                    "{'venueId':'{venueId}','from':'2027-03-01T10:00:00Z','until':'2027-03-01T12:00:00Z','reason':'r'}",
                    MANAGE_CALENDAR),
            row("DELETE /api/venue/calendar/blocks/{blockId}", "?venueId={venueId}", "", MANAGE_CALENDAR),
            row("GET /api/slots", "?venueId={venueId}", "", VIEW_EVENTS),
            row("GET /api/slots/{slotId}", "", "", and(VIEW_EVENTS, HOST)),
            row(
                    "POST /api/slots",
                    "",
                    "{'venueId':'{venueId}','hostId':'{hostId}','from':'2027-04-01T15:00:00Z','until':'2027-04-01T22:00:00Z'}",
                    Set.of(HOST)),
            row(
                    "POST /api/slots/{slotId}/counter-proposal",
                    "",
                    "{'from':'2027-04-03T15:00:00Z','until':'2027-04-03T22:00:00Z'}",
                    MANAGE_CALENDAR),
            row("POST /api/slots/{slotId}/counter-acceptance", "", "{}", Set.of(HOST)),
            row("POST /api/slots/{slot2Id}/approval", "", "{}", MANAGE_CALENDAR),
            row("POST /api/slots/{slot3Id}/rejection", "", "{'reason':'r'}", MANAGE_CALENDAR),
            row("POST /api/slots/{slot4Id}/withdrawal", "", "{}", Set.of(HOST)),
            row("GET /api/venue/registers", "?venueId={venueId}&date=2026-12-24", "", VIEW_EVENTS),
            row(
                    "POST /api/venue/registers",
                    "",
                    "{'venueId':'{venueId}','date':'2026-12-24','kind':'REFUSED_ENTRY','reason':'r','count':1}",
                    SCAN_TICKETS),
            row(
                    "POST /api/venue/registers",
                    "",
                    "{'venueId':'{venueId}','date':'2026-12-24','kind':'NOTE','text':'n'}",
                    EDIT_EVENTS),
            row(
                    "POST /api/venue/registers",
                    "",
                    "{'venueId':'{venueId}','date':'2026-12-24','kind':'EXPENSE','category':'c',"
                            + "'amount':{'amount':100,'currency':'INR'},'approvedBy':'A'}",
                    VIEW_FINANCE),
            row(
                    "PATCH /api/venue/registers",
                    "",
                    "{'venueId':'{venueId}','date':'2026-12-24','action':'COMPLETE_REMINDER','entryId':'none'}",
                    EDIT_EVENTS),
            row(
                    "PATCH /api/venue/registers",
                    "",
                    "{'venueId':'{venueId}','date':'2026-12-25','action':'CLOSE_DAY','revenue':{},'actualFootfall':1}",
                    VIEW_FINANCE),
            row("GET /api/venue/staff", "?venueId={venueId}", "", MANAGE_STAFF),
            row(
                    "POST /api/venue/staff",
                    "",
                    "{'venueId':'{venueId}','email':'new@example.com','name':'N','role':'VIEWER'}",
                    MANAGE_STAFF),
            row(
                    "PATCH /api/venue/staff",
                    "",
                    "{'venueId':'{venueId}','staffId':'none','action':'VERIFY'}",
                    MANAGE_STAFF),
            row("GET /api/events", "", "", EVERYBODY),
            row("GET /api/events/{eventId}", "", "", EVERYBODY),
            row(
                    "POST /api/events",
                    "",
                    "{'creator':{'type':'HOST','id':'{hostId}'},'title':'Another night'}",
                    Set.of(HOST)),
            row(
                    "POST /api/events",
                    "",
                    "{'creator':{'type':'VENUE','id':'{venueId}'},'title':'A night of our own'}",
                    EDIT_EVENTS),
            row("GET /api/events/{ownDraftId}", "", "", VIEW_EVENTS),
            row("GET /api/events/{ownDraftId}/readiness", "", "", VIEW_EVENTS),
            row("PUT /api/events/{ownDraftId}/details", "", "{'title':'Another night','city':'Pune'}", EDIT_EVENTS),
            row(
                    "POST /api/events/{ownDraftId}/tiers",
                    "",
                    "{'name':'T','entryType':'GENERAL','price':{'amount':100,'currency':'INR'},'stock':5}",
                    EDIT_EVENTS),
            row("POST /api/events/{ownDraftId}/submission", "", "", EDIT_EVENTS),
            row("POST /api/events/{ownDraftId}/cancellation", "", "{'reason':'r'}", EDIT_EVENTS),
            row("PUT /api/events/{draftId}/details", "", "{'title':'Another night','city':'Pune'}", Set.of(HOST)),
            row(
                    "PUT /api/events/{draftId}/schedule",
                    "",
                    "{'venueId':'{venueId}','from':'2027-05-01T15:00:00Z','until':'2027-05-01T22:00:00Z'}",
                    Set.of(HOST)),
            row(
                    "PUT /api/events/{draftId}/limits",
                    "",
                    "{'minPerOrder':1,'maxPerOrder':5,'maxPerAccount':5}",
                    Set.of(HOST)),
            row(
                    "PUT /api/events/{draftId}/promoters",
                    "",
                    "{'enabled':false,'mode':'ALL','promoterIds':[]}",
                    Set.of(HOST)),
            row("PUT /api/events/{draftId}/media", "", "{'gallery':[]}", Set.of(HOST)),
            row(
                    "POST /api/events/{draftId}/tiers",
                    "",
                    "{'name':'T','entryType':'GENERAL','price':{'amount':100,'currency':'INR'},'stock':5}",
                    Set.of(HOST)),
            row("PATCH /api/events/{eventId}/tiers/{tierId}", "", "{'stock':50}", Set.of(HOST)),
            row(
                    "POST /api/events/{draftId}/promo-codes",
                    "",
                    "{'code':'SUMMER','discount':{'basisPoints':2000}}",
                    Set.of(HOST)),
            row("GET /api/events/{eventId}/promo-codes", "", "", Set.of(HOST)),
            row("PATCH /api/events/{eventId}/promo-codes/{promoCodeId}", "", "{'uses':50}", Set.of(HOST)),
            row("POST /api/events/{eventId}/tiers/{tierId}/waiting-list", "", "{'quantity':1}", SIGNED_IN),
            row("DELETE /api/events/{eventId}/tiers/{tierId}/waiting-list", "", "", SIGNED_IN),
            row("GET /api/events/{eventId}/tiers/{soldOutId}/waiting-list/mine", "", "", Set.of(BUYER)),
            row("GET /api/events/{eventId}/tiers/{tierId}/waiting-list", "", "", and(VIEW_GUESTLIST, HOST)),
            row("GET /api/events/{draftId}/readiness", "", "", Set.of(HOST)),
            row("POST /api/events/{draftId}/submission", "", "", Set.of(HOST)),
            row("POST /api/events/{draftId}/publication", "", "", Set.of(HOST)),
            row("POST /api/events/{draftId}/cancellation", "", "{'reason':'r'}", Set.of(HOST)),
            row("POST /api/events/{eventId}/completion", "", "", and(EDIT_EVENTS, HOST)),
            row("GET /api/events/{eventId}/guestlist", "", "", and(VIEW_GUESTLIST, HOST)),
            row("GET /e/{eventId}", "", "", EVERYBODY),
            row("GET /api/events/{eventId}/promoter-requests", "", "", EnumSet.of(HOST, ADMIN)),
            row("POST /api/events/{eventId}/promoter-requests", "", "{}", Set.of(PROMOTER)),
            row("POST /api/events/{eventId}/promoter-requests/{promoterId}/approval", "", "{}", Set.of(HOST)),
            row("POST /api/events/{eventId}/promoter-requests/{promoterId}/rejection", "", "{}", Set.of(HOST)),
            row(
                    "POST /api/orders/quote",
                    "",
                    "{'eventId':'{eventId}','lines':[{'tierId':'{tierId}','quantity':1}],'buyer':{'name':'B','email':'b@example.com'}}",
                    EVERYBODY),
            row("GET /api/orders", "", "", SIGNED_IN),
            row(
                    "POST /api/orders",
                    "",
                    "{'eventId':'{eventId}','lines':[{'tierId':'{tierId}','quantity':1}],'buyer':{'name':'B','email':'b@example.com'}}",
                    SIGNED_IN),
            row("GET /api/orders/{orderId}", "", "", Set.of(BUYER)),
            row("POST /api/orders/{orderId}/cancellation", "", "{}", Set.of(BUYER)),
            row("POST /api/orders/{orderId}/refunds", "", "{'reason':'r'}", EnumSet.of(BUYER, ADMIN)),
            row("GET /api/refunds", "?eventId={eventId}", "", SIGNED_IN),
            row("GET /api/refunds/{refundId}", "", "", EnumSet.of(HOST, BUYER, FINANCE, ADMIN)),
            row("POST /api/refunds/{refundId}/approval", "", "", EnumSet.of(HOST, FINANCE, ADMIN)),
            row("POST /api/refunds/{refundId}/rejection", "", "{'reason':'r'}", EnumSet.of(HOST, FINANCE, ADMIN)),
            row("POST /api/refunds/{refundId}/retry", "", "", EnumSet.of(FINANCE, ADMIN)),
            row("GET /api/events/{calledOffId}/cancellation", "", "", and(VIEW_FINANCE, HOST, FINANCE, ADMIN)),
            row("GET /api/payments", "", "", EVERYBODY),
            row("POST /api/payments", "", "{'orderId':'{orderId}'}", Set.of(BUYER)),
            row(
                    "PATCH /api/payments",
                    "",
                    "{'orderId':'{orderId}','razorpay_order_id':'o','razorpay_payment_id':'p','razorpay_signature':'s'}",
                    Set.of(BUYER)),
            row("POST /api/payments/webhook", "", "{}", EVERYBODY),
            row("POST /api/payments/sandbox/{gatewayOrderId}", "", "{'outcome':'FAILURE'}", SIGNED_IN),
            row("GET /api/tickets/{ticketId}/qr.png", "", "", Set.of(BUYER)),
            row("GET /api/tickets/{ticketId}/qr.svg", "", "", Set.of(BUYER)),
            row("GET /api/tickets/{ticketId}/ticket.pdf", "", "", Set.of(BUYER)),
            row("GET /api/tickets/{ticketId}/event.ics", "", "", Set.of(BUYER)),
            row("POST /api/tickets/{ticketId}/transfer", "", "{'email':'nobody@example.com'}", Set.of(BUYER)),
            row("PATCH /api/tickets/{ticketId}/holder", "", "{'name':'Gita G.'}", Set.of(BUYER)),
            row("GET /api/tickets", "", "", SIGNED_IN),
            row("GET /api/tickets/keys", "", "", EVERYBODY),
            row("GET /api/promoters", "", "", Set.of(ADMIN)),
            row("GET /api/promoters/{promoterId}", "", "", EnumSet.of(PROMOTER, ADMIN)),
            row("POST /api/promoters", "", "{'displayName':'P'}", SIGNED_IN),
            row("POST /api/promoters/{promoterId}/approval", "", "{}", Set.of(ADMIN)),
            row("GET /api/promoter/events", "", "", SIGNED_IN),
            row("GET /api/promoter/links", "", "", SIGNED_IN),
            row("POST /api/promoter/links", "", "{'eventId':'{eventId}'}", Set.of(PROMOTER)),
            row("POST /api/promoter/links/click", "", "{'code':'ZZZZZZ'}", EVERYBODY),
            row("GET /api/promoter/links/{linkId}", "", "", EnumSet.of(PROMOTER, FINANCE, ADMIN)),
            row("GET /api/promoter/commissions", "?promoterId={promoterId}", "", EnumSet.of(PROMOTER, FINANCE, ADMIN)),
            row("GET /api/promoter/payouts", "?promoterId={promoterId}", "", EnumSet.of(PROMOTER, FINANCE, ADMIN)),
            row(
                    "POST /api/promoter/payouts",
                    "",
                    "{'promoterId':'{promoterId}','amount':{'amount':10000,'currency':'INR'},'method':'UPI','upi':{'vpa':'p@upi'}}",
                    Set.of(PROMOTER)),
            row("DELETE /api/promoter/links/{linkId}", "", "", Set.of(PROMOTER)),
            row("DELETE /api/promoter/payouts", "?payoutId={payoutId}", "", Set.of(PROMOTER)),
            row("GET /api/finance/payouts", "", "", EnumSet.of(FINANCE, ADMIN)),
            row("POST /api/finance/payouts/{payout2Id}/approval", "", "{}", Set.of(FINANCE)),
            row("POST /api/finance/payouts/{payout2Id}/processing", "", "{}", Set.of(FINANCE)),
            row("POST /api/finance/payouts/{payout2Id}/rejection", "", "{'reason':'r'}", Set.of(FINANCE)),
            row("POST /api/finance/payouts/{payout2Id}/failure", "", "{'reason':'r'}", Set.of(FINANCE)),
            row("POST /api/finance/payouts/{payout2Id}/completion", "", "{'transactionId':'t'}", Set.of(FINANCE)),
            row("GET /api/finance/ledger", "", "", EnumSet.of(FINANCE, ADMIN)),
            row("GET /api/finance/ledger/trial-balance", "", "", EnumSet.of(FINANCE, ADMIN)),
            row("GET /api/profile", "?type=VENUE&id={venueId}", "", EVERYBODY),
            row("PATCH /api/profile", "", "{'type':'VENUE','id':'{venueId}','tagline':'t'}", EDIT_EVENTS),
            row("GET /api/follow", "", "", SIGNED_IN),
            row("POST /api/follow", "", "{'targetType':'VENUE','targetId':'{venueId}'}", SIGNED_IN),
            row("DELETE /api/follow", "", "{'targetType':'VENUE','targetId':'{venueId}'}", SIGNED_IN),
            row("GET /api/notifications", "", "", SIGNED_IN),
            row("PATCH /api/notifications", "", "{'all':true}", SIGNED_IN),
            row("GET /api/notifications/stream", "", "", SIGNED_IN),
            row("POST /api/scan", "", "{'eventId':'{eventId}','code':'no code'}", SCAN_TICKETS),
            row("GET /api/scan", "?eventId={eventId}", "", and(SCAN_TICKETS, VIEW_GUESTLIST)),
            row("GET /api/scan/live", "?eventId={eventId}", "", and(SCAN_TICKETS, VIEW_GUESTLIST)),
            row("POST /api/scan/{scanId}/undo", "", "{}", MANAGE_STAFF),
            row("GET /api/venue/devices", "?venueId={venueId}", "", MANAGE_STAFF),
            row("POST /api/venue/devices", "", "{'venueId':'{venueId}'}", MANAGE_STAFF),
            row("POST /api/venue/devices/binding", "", "{'code':'{deviceCode}','name':'Gate'}", SCAN_TICKETS),
            row("DELETE /api/venue/devices/{deviceId}", "", "", MANAGE_STAFF),
            row("GET /api/audit/{type}/{id}", "", "", EnumSet.of(BUYER, ADMIN)),
            row("GET /api/audit/{venueType}/{venueId}", "", "", and(VIEW_EVENTS, ADMIN)),
            row("GET /api/audit/{eventType}/{eventId}", "", "", and(VIEW_EVENTS, HOST, ADMIN)),
            row("GET /api/admin/projections", "", "", Set.of(ADMIN)),
            row("GET /api/admin/projections/{name}", "", "", Set.of(ADMIN)),
            row("POST /api/admin/projections/{name}/replay", "", "", Set.of(ADMIN)));

    /** These never end, so they are left as soon as they have answered. */
    private static final Set<String> STREAMS = Set.of("GET /api/notifications/stream", "GET /api/scan/live");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private PublicEndpoints publicEndpoints;

    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final Map<String, String> ids = new HashMap<>();

    private static Set<Role> and(Set<Role> some, Role... others) {
        return and(some, Set.of(others));
    }

    private static Set<Role> and(Set<Role> some, Set<Role> others) {
        EnumSet<Role> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    private static Row row(String endpoint, String query, String body, Set<Role> may) {
        return new Row(endpoint, query, body.replace('\'', '"'), may);
    }

    @Test
    void theTableNamesEveryEndpointAndNoOther() {
        Set<String> named = TABLE.stream()
                .map(Row::endpoint)
                .map(AuthorisationTableIT::shape)
                .collect(Collectors.toSet());
        Set<String> there = mappings.getHandlerMethods().entrySet().stream()
                .filter(handler ->
                        handler.getValue().getBeanType().getPackageName().startsWith("com.thec1rcle.api"))
                .flatMap(handler -> handler.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> handler.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> shape(method + " " + pattern))))
                .collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void withoutATokenNothingIsOpenButWhatTheTableOpensToEverybody() {
        Set<String> open = TABLE.stream()
                .filter(this::isPublic)
                .map(row -> shape(row.endpoint()))
                .collect(Collectors.toSet());
        Set<String> forEverybody = TABLE.stream()
                .filter(row -> row.may().contains(ANONYMOUS) || row.endpoint().equals("POST /api/auth/token"))
                .map(row -> shape(row.endpoint()))
                .collect(Collectors.toSet());

        assertThat(open).isEqualTo(forEverybody);
    }

    @Test
    void everybodyGetsWhatTheTableSays() {
        prepare();
        List<String> surprises = new ArrayList<>();
        for (Row row : TABLE) {
            // Those who may not ask first, so that what is asked about is still there.
            Stream.of(Role.values())
                    .filter(role -> !row.may().contains(role))
                    .forEach(role -> ask(row, role, surprises));
            Stream.of(Role.values()).filter(row.may()::contains).forEach(role -> ask(row, role, surprises));
        }
        assertThat(surprises).isEmpty();
    }

    private void ask(Row row, Role role, List<String> surprises) {
        String[] endpoint = row.endpoint().split(" ");
        // Each asker tries a name of their own, or the later ones would only learn that there were too many tries.
        String body = fill(row.body()).replace("{asker}", role.name());
        String address = fill(endpoint[1] + row.query());
        Answer answer = STREAMS.contains(row.endpoint())
                ? night.open(address, people.get(role))
                : night.call(endpoint[0], address, people.get(role), body.isEmpty() ? null : body, "Prefer", "wait=0");
        int status = answer.status();
        boolean refused =
                status == 401 || status == 403 || (status == 404 && !row.may().contains(role));
        boolean fitting = role == ANONYMOUS && !isPublic(row)
                ? status == 401
                : refused != row.may().contains(role);
        if (!fitting || status >= 500) {
            surprises.add(role + " " + row.endpoint() + ": " + status + " " + answer.text());
        }
    }

    private boolean isPublic(Row row) {
        String[] endpoint = row.endpoint().split(" ");
        return publicEndpoints.include(HttpMethod.valueOf(endpoint[0]), PathContainer.parsePath(endpoint[1]));
    }

    private String fill(String template) {
        String filled = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static String shape(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }

    /** One night with everything in it that the table asks about. */
    private void prepare() {
        Person admin = admin();
        Person owner = night.register("Vera Venue");
        Person host = night.register("Hari Host");
        Person buyer = night.register("Gita Guest");
        Person finance = night.register("Fred Finance");
        Person promoter = night.promoter(admin);
        night.put("/api/admin/users/" + finance.userId() + "/roles", admin, Map.of("roles", List.of("FINANCE")))
                .is(204);
        String venueId = night.venue(owner);
        String hostId = night.host(host);
        night.partnership(host, hostId, owner, venueId);
        people.put(STRANGER, night.register("Sam Stranger"));
        for (Role role : EnumSet.of(VIEWER, SECURITY, OPS, FLOOR_MANAGER, MANAGER)) {
            people.put(role, night.staff(owner, venueId, role.name()));
        }
        people.put(ACCOUNTANT, night.staff(owner, venueId, "FINANCE"));
        people.putAll(Map.of(
                OWNER, owner,
                HOST, host,
                PROMOTER, promoter,
                BUYER, buyer,
                FINANCE, finance,
                ADMIN, admin));
        ids.put("userId", people.get(STRANGER).userId());
        ids.put("venueId", venueId);
        ids.put("hostId", hostId);
        String newHost = night.host(host);
        ids.put(
                "pendingId",
                night.post("/api/partnerships", host, Map.of("hostId", newHost, "venueId", venueId, "message", "m"))
                        .is(201)
                        .text("partnershipId"));
        ids.put(
                "blockId",
                night.post(
                                "/api/venue/calendar/blocks",
                                owner,
                                Map.of(
                                        "venueId",
                                        venueId,
                                        "from",
                                        "2027-02-01T10:00:00Z",
                                        "until",
                                        "2027-02-01T12:00:00Z",
                                        "reason",
                                        "r"))
                        .is(201)
                        .text("blockId"));
        for (String slot : List.of("slotId", "slot2Id", "slot3Id", "slot4Id")) {
            String day = "2027-06-0" + (ids.size() % 9 + 1);
            ids.put(
                    slot,
                    night.post(
                                    "/api/slots",
                                    host,
                                    Map.of(
                                            "venueId",
                                            venueId,
                                            "hostId",
                                            hostId,
                                            "from",
                                            day + "T15:00:00Z",
                                            "until",
                                            day + "T22:00:00Z"))
                            .is(201)
                            .text("slotRequestId"));
        }
        ids.put(
                "ownDraftId",
                night.post(
                                "/api/events",
                                owner,
                                Map.of("creator", Map.of("type", "VENUE", "id", venueId), "title", "Our own night"))
                        .is(201)
                        .text("eventId"));
        ids.put("venueType", "venue");
        ids.put("eventType", "event");
        ids.put("draftId", night.draft(host, hostId, venueId, NightClient.slot(100)));
        String eventId = night.draft(host, hostId, venueId, NightClient.slot(2));
        String tierId = night.tier(host, eventId, "General", "GENERAL", 500_000, 50);
        String soldOutId = night.tier(host, eventId, "Front row", "VIP", 500_000, 0);
        night.letPromotersSell(host, eventId);
        night.publish(host, owner, eventId);
        ids.put("soldOutId", soldOutId);
        night.post("/api/events/" + eventId + "/tiers/" + soldOutId + "/waiting-list", buyer, Map.of("quantity", 1))
                .is(201);
        ids.put(
                "promoCodeId",
                night.post(
                                "/api/events/" + eventId + "/promo-codes",
                                host,
                                Map.of("code", "RAIN", "discount", Map.of("amount", 1_000)))
                        .is(201)
                        .text("promoCodeId"));
        ids.put("eventId", eventId);
        ids.put("tierId", tierId);
        sell(buyer, promoter, eventId, tierId);
        door(owner, venueId, eventId);
        Answer second = night.buy(buyer, NightClient.basket(eventId, tierId, 1));
        ids.put(
                "refundId",
                night.post("/api/orders/" + second.text("orderId") + "/refunds", buyer, Map.of("reason", "r"))
                        .is(202)
                        .text("refundId"));
        String calledOff = night.draft(host, hostId, venueId, NightClient.slot(200));
        night.tier(host, calledOff, "General", "GENERAL", 500_000, 5);
        night.publish(host, owner, calledOff);
        ids.put("calledOffId", calledOff);
        night.post("/api/events/" + ids.get("calledOffId") + "/cancellation", host, Map.of("reason", "r"))
                .is(204);
        ids.put("name", "projection-hosts");
        ids.put("type", "order");
        ids.put("id", ids.get("orderId"));
    }

    private void door(Person owner, String venueId, String eventId) {
        Map<String, Object> scan = Map.of("eventId", eventId, "code", "no code");
        ids.put("scanId", night.post("/api/scan", owner, scan).is(200).text("scanId"));
        Answer offer = night.post("/api/venue/devices", owner, Map.of("venueId", venueId))
                .is(201);
        ids.put("deviceCode", offer.text("code"));
        ids.put(
                "deviceId",
                night.post("/api/venue/devices", owner, Map.of("venueId", venueId))
                        .is(201)
                        .text("deviceId"));
    }

    private void sell(Person buyer, Person promoter, String eventId, String tierId) {
        ids.put("promoterId", night.promoterId(promoter));
        Answer link = night.post("/api/promoter/links", promoter, Map.of("eventId", eventId))
                .is(201);
        ids.put("linkId", link.text("linkId"));
        Map<String, Object> basket = new HashMap<>(NightClient.basket(eventId, tierId, 1));
        basket.put("promoterCode", link.text("code"));
        Answer order = night.buy(buyer, basket);
        ids.put("orderId", order.text("orderId"));
        ids.put("ticketId", order.text("tickets.0.ticketId"));
        ids.put("gatewayOrderId", "order_none");
        night.await("/api/promoter/payouts", promoter, "balance.payable.amount", "67500");
        for (String payout : List.of("payoutId", "payout2Id")) {
            ids.put(
                    payout,
                    night.post(
                                    "/api/promoter/payouts",
                                    promoter,
                                    Map.of(
                                            "promoterId", ids.get("promoterId"),
                                            "amount", Map.of("amount", 10_000, "currency", "INR"),
                                            "method", "UPI",
                                            "upi", Map.of("vpa", "p@upi")))
                            .is(201)
                            .text("payoutId"));
        }
    }
}
