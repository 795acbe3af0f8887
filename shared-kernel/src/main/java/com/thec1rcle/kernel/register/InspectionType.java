package com.thec1rcle.kernel.register;

/** Who inspects what. */
public enum InspectionType {
    FIRE,
    SAFETY,
    HEALTH,
    LICENCE,
    POLICE
}
