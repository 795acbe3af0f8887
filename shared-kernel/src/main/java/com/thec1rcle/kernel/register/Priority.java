package com.thec1rcle.kernel.register;

/** How urgent a reminder is. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
