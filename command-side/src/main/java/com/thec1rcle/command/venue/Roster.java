package com.thec1rcle.command.venue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.staff.Permission;
import com.thec1rcle.kernel.staff.StaffEvent.StaffInvited;
import com.thec1rcle.kernel.staff.StaffId;
import com.thec1rcle.kernel.staff.StaffRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who works at a venue, and whose permissions count. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        creatorVisibility = Visibility.ANY)
final class Roster {
    private Map<String, Member> members = new LinkedHashMap<>();

    /** One person on the roster. */
    record Member(
            StaffId staffId,
            String emailFingerprint,
            StaffRole role,
            @Nullable UserId userId,
            boolean verified,
            boolean active) {

        boolean may(UserId user, Permission permission) {
            return active && verified && is(user) && role.may(permission);
        }

        boolean is(UserId user) {
            return user.equals(userId);
        }

        Member as(StaffRole other) {
            return new Member(staffId, emailFingerprint, other, userId, verified, active);
        }

        Member linkedTo(UserId user) {
            return new Member(staffId, emailFingerprint, role, user, verified, active);
        }

        Member afterVerification() {
            return new Member(staffId, emailFingerprint, role, userId, true, active);
        }

        Member active(boolean now) {
            return new Member(staffId, emailFingerprint, role, userId, verified, now);
        }
    }

    boolean may(UserId user, Permission permission) {
        return members.values().stream().anyMatch(member -> member.may(user, permission));
    }

    Optional<Member> invitedAt(String emailFingerprint) {
        return members.values().stream()
                .filter(member -> member.emailFingerprint().equals(emailFingerprint))
                .findAny();
    }

    boolean has(StaffId id) {
        return members.containsKey(id.value());
    }

    Member require(StaffId id) throws Refusal {
        Member member = members.get(id.value());
        if (member == null) {
            throw new Refusal(ErrorCode.STAFF_NOT_FOUND, "Nobody of this id is on the venue's roster.");
        }
        return member;
    }

    void invite(StaffInvited event) {
        members.put(
                event.staffId().value(),
                new Member(event.staffId(), event.emailFingerprint(), event.role(), null, false, true));
    }

    void change(StaffId id, UnaryOperator<Member> change) {
        members.computeIfPresent(id.value(), (key, member) -> change.apply(member));
    }
}
