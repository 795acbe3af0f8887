package com.thec1rcle.kernel.staff;

import static com.thec1rcle.kernel.staff.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A role at a venue and the permissions it brings; OWNER is who registered the venue. */
public enum StaffRole {
    OWNER(EnumSet.allOf(Permission.class)),
    MANAGER(EnumSet.allOf(Permission.class)),
    FLOOR_MANAGER(List.of(VIEW_EVENTS, EDIT_EVENTS, VIEW_ANALYTICS, SCAN_TICKETS, VIEW_GUESTLIST)),
    SECURITY(List.of(VIEW_EVENTS, SCAN_TICKETS, VIEW_GUESTLIST)),
    OPS(List.of(VIEW_EVENTS, EDIT_EVENTS, VIEW_ANALYTICS, SCAN_TICKETS, MANAGE_CALENDAR, VIEW_GUESTLIST)),
    FINANCE(List.of(VIEW_EVENTS, VIEW_FINANCE, VIEW_ANALYTICS)),
    VIEWER(List.of(VIEW_EVENTS));

    private final Set<Permission> permissions;

    StaffRole(Iterable<Permission> permissions) {
        EnumSet<Permission> set = EnumSet.noneOf(Permission.class);
        permissions.forEach(set::add);
        this.permissions = Collections.unmodifiableSet(set);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
