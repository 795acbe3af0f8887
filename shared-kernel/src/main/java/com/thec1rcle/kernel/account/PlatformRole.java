package com.thec1rcle.kernel.account;

/** A role on the platform itself; granted by the platform, never by a venue. */
public enum PlatformRole {
    ADMIN,
    FINANCE
}
