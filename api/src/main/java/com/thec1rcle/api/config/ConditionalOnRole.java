package com.thec1rcle.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Counts only in a process that has this role in {@code c1rcle.roles}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(RoleCondition.class)
public @interface ConditionalOnRole {
    String value();

    /** Turns the condition round: counts only in a process that does not have the role. */
    boolean missing() default false;
}
