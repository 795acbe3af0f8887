package com.thec1rcle.kernel.register;

/** Which part of the day an assignment covers. */
public enum Shift {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT,
    FULL
}
