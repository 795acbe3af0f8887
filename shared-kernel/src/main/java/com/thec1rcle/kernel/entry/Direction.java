package com.thec1rcle.kernel.entry;

/** Which way people go through the door. */
public enum Direction {
    IN,
    OUT
}
