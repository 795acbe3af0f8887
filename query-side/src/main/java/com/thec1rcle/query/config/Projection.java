package com.thec1rcle.query.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Event handlers that derive one view. Whatever happens twice happens once; a {@code @ResetHandler} empties the view
 * before a rebuild. Put {@code @ProcessingGroup} beside it with a constant that begins with {@code projection-}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Projection {}
