package com.thec1rcle.kernel.register;

/** What kind of thing happened. */
public enum IncidentType {
    SECURITY,
    MEDICAL,
    PROPERTY,
    COMPLAINT,
    OTHER
}
