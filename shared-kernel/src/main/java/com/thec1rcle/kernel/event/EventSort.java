package com.thec1rcle.kernel.event;

/** Orders of the public listing. */
public enum EventSort {
    /** The next night first. */
    DATE,
    /** The latest published first. */
    NEWEST,
    /** The lowest price first. */
    PRICE
}
