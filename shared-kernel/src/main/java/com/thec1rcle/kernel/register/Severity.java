package com.thec1rcle.kernel.register;

/** How bad an incident is. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
