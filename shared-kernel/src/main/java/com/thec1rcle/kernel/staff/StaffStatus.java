package com.thec1rcle.kernel.staff;

/** Where a member of the staff stands. */
public enum StaffStatus {
    /** Nobody has signed in with the invited address yet. */
    INVITED,
    /** Tied to an account; waits for a manager. */
    LINKED,
    /** Has the permissions of the role. */
    ACTIVE,
    /** Has no permissions. */
    DEACTIVATED
}
