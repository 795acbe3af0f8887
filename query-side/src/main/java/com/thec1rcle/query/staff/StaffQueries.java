package com.thec1rcle.query.staff;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffList;
import com.thec1rcle.kernel.staff.StaffMember;
import com.thec1rcle.kernel.staff.StaffQuery.FindStaff;
import com.thec1rcle.query.config.QueryRefused;
import com.thec1rcle.query.config.Rows;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Answers who is on a roster, to who manages it. */
@Component
final class StaffQueries {
    private final Rows<StaffDocument> staff;
    private final PersonalData personalData;

    StaffQueries(@Qualifier("views") MongoTemplate mongo, PersonalData personalData) {
        staff = new Rows<>(mongo, StaffDocument.class, StaffProjection.COLLECTION);
        this.personalData = personalData;
    }

    @QueryHandler
    StaffList handle(FindStaff query) {
        if (!query.viewer().may(Permission.MANAGE_STAFF, query.venueId())) {
            throw QueryRefused.forbidden();
        }
        var page = staff.page(
                where("venueId").is(query.venueId().value()),
                "invitedAt",
                Sort.Direction.ASC,
                query.cursor(),
                query.limit(),
                StaffDocument::invitedAt,
                StaffDocument::id);
        return new StaffList(page.items().stream().map(this::opened).toList(), page.nextCursor());
    }

    private StaffMember opened(StaffDocument member) {
        return member.toView(personalData.open(member.contact(), Contact.class).orElse(null));
    }
}
