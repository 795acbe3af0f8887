package com.thec1rcle.kernel.register;

/** Whom a note is for. */
public enum NoteKind {
    INTERNAL,
    OPERATIONAL,
    PROMOTIONAL
}
