package com.thec1rcle.kernel.event;

/** A rule that a draft does not meet yet, and the wizard's step that can mend it. */
public record MissingStep(String step, String code, String message) {}
