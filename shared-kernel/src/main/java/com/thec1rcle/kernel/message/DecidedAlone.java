package com.thec1rcle.kernel.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that never shares a unit of work with others that wait for the same aggregate: for what emits very many
 * events, or must not be undone and redone because a neighbour failed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DecidedAlone {}
